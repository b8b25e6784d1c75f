import { oid, printable, seq, setOf, utf8 } from './der'
import type { Der } from './der'
import { OID } from './oids'

/** Stands in every certificate, CRL issuer and page of this stand-in. */
export const WARNING = 'KHÔNG CÓ GIÁ TRỊ PHÁP LÝ – DEMO'

export type SubjectParts = {
  commonName: string
  organisation?: string
  unit?: string
  title?: string
  /** `CCCD:...` of a person, `MST:...` of an organisation. */
  userId?: string
}

function attribute(kind: string, value: Der): Der {
  return setOf(seq(oid(kind), value))
}

/** A distinguished name, country first, as the national profile orders it. */
export function nameOf({ commonName, organisation, unit, title, userId }: SubjectParts): Der {
  const optional = (kind: string, value: string | undefined): Der[] =>
    value === undefined ? [] : [attribute(kind, utf8(value))]
  return seq(
    attribute(OID.country, printable('VN')),
    attribute(OID.locality, utf8('Hà Nội')),
    ...optional(OID.organisation, organisation),
    ...optional(OID.unit, unit),
    attribute(OID.unit, utf8(WARNING)),
    ...optional(OID.title, title),
    attribute(OID.commonName, utf8(commonName)),
    ...optional(OID.userId, userId),
  )
}
