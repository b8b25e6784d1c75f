import { attributeValues, subjectIds } from '@/lib/trust'
import type { Certificate } from '@/lib/trust'

const OID = {
  commonName: '2.5.4.3',
  surname: '2.5.4.4',
  organisation: '2.5.4.10',
  givenName: '2.5.4.42',
  organisationIdentifier: '2.5.4.97',
  qcType: '0.4.0.1862.1.6',
} as const
/** DER of id-etsi-qct-esign and id-etsi-qct-eseal (EN 319 412-5 section 4.2.3). */
const QC_TYPES = [
  { holder: 'person', der: '060704008e46010601' },
  { holder: 'organisation', der: '060704008e46010602' },
] as const

/**
 * As whom a certificate speaks. A personal number makes it a person's, also when the person acts for an organisation; a tax
 * code alone makes it the organisation's own; without either, what the authority declares and how the subject is named.
 */
export function holderOf(certificate: Certificate): 'person' | 'organisation' | 'unknown' {
  const kinds = subjectIds(certificate.subject).map(({ kind }) => kind)
  if (kinds.includes('personalId')) return 'person'
  return declaredHolder(certificate) ?? (kinds.includes('taxCode') ? 'organisation' : holderByName(certificate))
}

function declaredHolder({ extensions }: Certificate): 'person' | 'organisation' | undefined {
  const info = extensions.qcStatements?.find(({ oid }) => oid === OID.qcType)?.info
  if (info === undefined) return undefined
  const hex = Array.from(info, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return QC_TYPES.find(({ der }) => hex.includes(der))?.holder
}

function holderByName({ subject }: Certificate): 'person' | 'organisation' | 'unknown' {
  const has = (oid: string) => attributeValues(subject, oid).length > 0
  if (has(OID.surname) || has(OID.givenName)) return 'person'
  const [name] = attributeValues(subject, OID.commonName)
  const [organisation] = attributeValues(subject, OID.organisation)
  if (has(OID.organisationIdentifier) || (name !== undefined && name === organisation)) return 'organisation'
  return name !== undefined && organisation === undefined ? 'person' : 'unknown'
}
