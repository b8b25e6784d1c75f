import { constants, privateEncrypt, X509Certificate } from 'node:crypto'
import type { Identity } from '../certificate'
import { octets, seq } from '../der'
import { digestAlgorithm } from '../keys'
import type { Pki } from '../make'
import { OID } from '../oids'
import { HOLDERS, isRemote } from '../people'
import type { Holder } from '../people'

export type Credential = { holder: Holder; identity: Identity; chain: Buffer[] }

/** Credentials of people whose keys stay with the service; each of them is its own user. */
export function credentialsIn(pki: Pki): Credential[] {
  return HOLDERS.filter(isRemote).flatMap((holder) => {
    const identity = pki.holders[holder.id]
    const { issuing, root } = pki.authorities[holder.authority]
    return identity ? [{ holder, identity, chain: [issuing.certificate, root.certificate] }] : []
  })
}

const RSA = '1.2.840.113549.1.1.1'
export const SIGN_ALGORITHMS: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.11': OID.sha256,
  '1.2.840.113549.1.1.12': OID.sha384,
  '1.2.840.113549.1.1.13': OID.sha512,
}
export const HASH_OCTETS: Readonly<Record<string, number>> = { [OID.sha256]: 32, [OID.sha384]: 48, [OID.sha512]: 64 }

/** The digest a signing request means, or undefined where its two fields do not agree or are not served. */
export function hashAlgorithmOf(signAlgorithm: string, hashAlgorithm: string | undefined): string | undefined {
  const named = SIGN_ALGORITHMS[signAlgorithm]
  if (signAlgorithm === RSA) return hashAlgorithm
  return hashAlgorithm === undefined || hashAlgorithm === named ? named : undefined
}

/** RSASSA-PKCS1-v1_5 over a digest computed elsewhere (RFC 8017 8.2.1). */
export function signHash(credential: Credential, hashAlgorithm: string, hash: Buffer): Buffer {
  const info = seq(digestAlgorithm(hashAlgorithm), octets(hash))
  return privateEncrypt({ key: credential.identity.key, padding: constants.RSA_PKCS1_PADDING }, info)
}

export type Detail = { certificates: 'none' | 'single' | 'chain'; certInfo: boolean; authInfo: boolean }

function certificatesOf({ identity, chain }: Credential, which: Detail['certificates']): string[] {
  const all = which === 'chain' ? [identity.certificate, ...chain] : [identity.certificate]
  return all.map((certificate) => certificate.toString('base64'))
}

const stamp = (text: string): string => `${new Date(text).toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`

/** The answer of `credentials/info` (CSC API v2 11.5). */
export function describe(credential: Credential, { certificates, certInfo, authInfo }: Detail) {
  const certificate = new X509Certificate(credential.identity.certificate)
  return {
    description: `${credential.holder.subject.commonName} – chữ ký từ xa (mô phỏng)`,
    signatureQualifier: 'demo_no_legal_value',
    key: { status: 'enabled', algo: [RSA, ...Object.keys(SIGN_ALGORITHMS)], len: 2048 },
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
