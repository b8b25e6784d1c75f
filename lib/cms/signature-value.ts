import { checkSignature } from '@/lib/trust'
import type { Engine, Refusal } from '@/lib/trust'
import { err } from '@/lib/kernel'
import type { Result } from '@/lib/kernel'
import { engineDigest, hashNameOf } from './digest'
import { plainEcdsa } from './plain-ecdsa'
import type { SignerInfo } from './signed-data'

/** Whose signature value, under which key (SubjectPublicKeyInfo, DER). */
export type SignedOver = { readonly signer: SignerInfo; readonly spki: Uint8Array }

function algorithmAndValue({ signer, spki }: SignedOver) {
  const plain = plainEcdsa(signer.signatureAlgorithm.oid, signer.signature)
  const hash = hashNameOf(signer.digestAlgorithm.oid)
  return {
    algorithm: plain?.algorithm ?? signer.signatureAlgorithmDer,
    signature: plain?.signature ?? signer.signature,
    spki,
    ...(hash && { hash }),
  }
}

/** The engine, with the digests it lacks (SHA-224, SHA-3) computed here. */
function withMoreDigests(engine: Engine): Engine {
  const digest: Engine['digest'] = async (name, data) => (await engine.digest(name, data)) ?? engineDigest(name, data)
  return { verify: engine.verify, digest }
}

/** Whether the value signs these octets; an error where that cannot be known. */
export function checkOctetsSignature(
  engine: Engine,
  data: Uint8Array,
  over: SignedOver,
): Promise<Result<boolean, Refusal>> {
  return checkSignature(withMoreDigests(engine), { ...algorithmAndValue(over), data })
}

/**
 * Whether the value signs content of which only the digest is known (no signed attributes). WebCrypto cannot do that,
 * so only what is plain arithmetic is answered: RSA PKCS#1 v1.5 and DSA.
 */
export async function checkDigestSignature(
  digest: Uint8Array | undefined,
  over: SignedOver,
): Promise<Result<boolean, Refusal>> {
  if (!digest)
    return err({ code: 'content-digest', message: 'without signed attributes the digest of the content is needed' })
  const arithmetic: Engine = { digest: () => Promise.resolve(digest), verify: () => Promise.resolve(undefined) }
  return checkSignature(arithmetic, { ...algorithmAndValue(over), data: digest })
}
