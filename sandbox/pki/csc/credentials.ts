import { X509Certificate } from 'node:crypto'
import type { Identity } from '../certificate'
import type { Pki } from '../make'
import { OID } from '../oids'
import type { Holder } from '../people'
import { HOLDERS, isRemote } from '../people'
import type { RemoteScheme } from './sign-hash'

export type Credential = { holder: Holder; identity: Identity; chain: Buffer[] }

/** Who may use a credential: most people have one and are their own account. */
export const accountOf = ({ holder }: Credential): string => holder.account ?? holder.id

/** Credentials of people whose keys stay with the service. */
export function credentialsIn(pki: Pki): Credential[] {
  return HOLDERS.filter(isRemote).flatMap((holder) => {
    const identity = pki.holders[holder.id]
    const { issuing, root } = pki.authorities[holder.authority]
    return identity ? [{ holder, identity, chain: [issuing.certificate, root.certificate] }] : []
  })
}

const [RSA, RSA_PSS, EC] = ['1.2.840.113549.1.1.1', '1.2.840.113549.1.1.10', '1.2.840.10045.2.1']
/** Signature algorithms by scheme, with the digest each means; null where the request names it. */
const SIGN_ALGORITHMS: Readonly<Record<RemoteScheme, Readonly<Record<string, string | null>>>> = {
  'rsa-pkcs1': {
    [RSA]: null,
    '1.2.840.113549.1.1.11': OID.sha256,
    '1.2.840.113549.1.1.12': OID.sha384,
    '1.2.840.113549.1.1.13': OID.sha512,
  },
  'rsa-pss': { [RSA_PSS]: null },
  ecdsa: { [EC]: null, [OID.ecdsaSha256]: OID.sha256 },
}
export const HASH_OCTETS: Readonly<Record<string, number>> = { [OID.sha256]: 32, [OID.sha384]: 48, [OID.sha512]: 64 }

export const schemeOf = ({ holder }: Credential): RemoteScheme =>
  holder.key === 'p-256' ? 'ecdsa' : (holder.remoteScheme ?? 'rsa-pkcs1')

/** The digest a signing request means, or undefined where its two fields do not agree or the key does not sign so. */
export function hashAlgorithmOf(
  credential: Credential,
  signAlgorithm: string,
  hashAlgorithm: string | undefined,
): string | undefined {
  const named = SIGN_ALGORITHMS[schemeOf(credential)][signAlgorithm]
  if (named === null) return hashAlgorithm
  return hashAlgorithm === undefined || hashAlgorithm === named ? named : undefined
}

export type Detail = { certificates: 'none' | 'single' | 'chain'; certInfo: boolean; authInfo: boolean }

function certificatesOf({ identity, chain }: Credential, which: Detail['certificates']): string[] {
  const all = which === 'chain' ? [identity.certificate, ...chain] : [identity.certificate]
  return all.map((certificate) => certificate.toString('base64'))
}

const stamp = (text: string): string => `${new Date(text).toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`

function keyOf(credential: Credential) {
  const scheme = schemeOf(credential)
  const algo = Object.keys(SIGN_ALGORITHMS[scheme])
  return scheme === 'ecdsa' ? { algo, len: 256, curve: '1.2.840.10045.3.1.7' } : { algo, len: 2048 }
}

/** The answer of `credentials/info` (CSC API v2 11.5). */
export function describe(credential: Credential, { certificates, certInfo, authInfo }: Detail) {
  const certificate = new X509Certificate(credential.identity.certificate)
  return {
    description: `${credential.holder.subject.commonName} – chữ ký từ xa (mô phỏng)`,
    signatureQualifier: 'demo_no_legal_value',
    key: { status: 'enabled', ...keyOf(credential) },
    cert: {
      status: 'valid',
      ...(certificates !== 'none' && { certificates: certificatesOf(credential, certificates) }),
      ...(certInfo && {
        issuerDN: certificate.issuer.replaceAll('\n', ', '),
        serialNumber: certificate.serialNumber,
        subjectDN: certificate.subject.replaceAll('\n', ', '),
        validFrom: stamp(certificate.validFrom),
        validTo: stamp(certificate.validTo),
      }),
    },
    ...(authInfo && { auth: { mode: 'oauth2code' } }),
    SCAL: '2',
    multisign: 100,
    lang: 'vi',
  }
}
