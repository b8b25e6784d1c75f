import type { SigningAlgorithm, SigningDigest } from '@/lib/cms'
import { pssParametersDer } from '@/lib/cms'
import type { RemoteAlgorithm } from '@/lib/ports'

type Row = { readonly oid: string; readonly algorithm: SigningAlgorithm }

const row = (oid: string, scheme: SigningAlgorithm['scheme'], digest: SigningDigest): Row => ({
  oid,
  algorithm: { scheme, digest },
})

/** What `key/algo` may list (CSC API v2 11.5) and we can ask for, the most widely verified first. */
const ALGORITHMS: readonly Row[] = [
  row('1.2.840.113549.1.1.11', 'rsa-pkcs1', 'SHA-256'),
  row('1.2.840.113549.1.1.12', 'rsa-pkcs1', 'SHA-384'),
  row('1.2.840.113549.1.1.13', 'rsa-pkcs1', 'SHA-512'),
  row('1.2.840.113549.1.1.1', 'rsa-pkcs1', 'SHA-256'),
  row('1.2.840.113549.1.1.10', 'rsa-pss', 'SHA-256'),
  row('1.2.840.10045.4.3.2', 'ecdsa', 'SHA-256'),
  row('1.2.840.10045.4.3.3', 'ecdsa', 'SHA-384'),
  row('1.2.840.10045.4.3.4', 'ecdsa', 'SHA-512'),
  row('1.2.840.10045.2.1', 'ecdsa', 'SHA-256'),
]

/** How to ask a credential for signatures, by the algorithms its service lists; null where none is one of ours. */
export function remoteAlgorithmOf(listed: readonly string[]): RemoteAlgorithm | null {
  const match = ALGORITHMS.find(({ oid }) => listed.includes(oid))
  return match === undefined ? null : { ...match.algorithm, name: match.oid }
}

/** `signAlgo` and, for PSS, `signAlgoParams` of `signatures/signHash` (CSC API v2 11.9). */
export function signAlgoOf({ scheme, digest, name }: RemoteAlgorithm): { signAlgo: string; signAlgoParams?: string } {
  if (scheme !== 'rsa-pss') return { signAlgo: name }
  return { signAlgo: name, signAlgoParams: Buffer.from(pssParametersDer(digest)).toString('base64') }
}

/** Widths of r || s on the curves we know; ECDSA values in DER are longer. */
const PLAIN_OCTETS = new Set([64, 96, 132])
export const isPlainEcdsa = ({ scheme }: SigningAlgorithm, signature: Uint8Array): boolean =>
  scheme === 'ecdsa' && PLAIN_OCTETS.has(signature.length)
