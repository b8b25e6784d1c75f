import { ecdsaSignatureDer } from '@/lib/cms'
import type { Pkcs12Key, SigningAlgorithm, SigningDigest } from '@/lib/cms'
import type { Signer } from '@/lib/pades'
import { der, derBytes, derChildren, derInner, readDer, readOid, TAG } from '@/lib/trust'

type Bytes = Uint8Array<ArrayBuffer>
type WebKey = {
  algorithm: SigningAlgorithm
  import: AlgorithmIdentifier | RsaHashedImportParams | EcKeyImportParams
  sign: AlgorithmIdentifier | RsaPssParams | EcdsaParams
}

const [RSA, RSA_PSS, EC, ED25519] = [
  '1.2.840.113549.1.1.1',
  '1.2.840.113549.1.1.10',
  '1.2.840.10045.2.1',
  '1.3.101.112',
]
const CURVES: Record<string, { namedCurve: string; digest: SigningDigest }> = {
  '1.2.840.10045.3.1.7': { namedCurve: 'P-256', digest: 'SHA-256' },
  '1.3.132.0.34': { namedCurve: 'P-384', digest: 'SHA-384' },
  '1.3.132.0.35': { namedCurve: 'P-521', digest: 'SHA-512' },
}
const SALTS: Record<SigningDigest, number> = { 'SHA-256': 32, 'SHA-384': 48, 'SHA-512': 64 }
const PSS_DIGESTS: Record<string, SigningDigest> = {
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
}

/** The digest a key for PSS alone is bound to (RFC 4055 3.3), SHA-256 where it is bound to none. */
function pssDigest(pkcs8: Uint8Array): SigningDigest {
  const [, algorithm] = derChildren(readDer(pkcs8, TAG.sequence))
  const [, parameters] = algorithm ? derChildren(algorithm) : []
  const [hash] = parameters?.tag === TAG.sequence ? derChildren(parameters) : []
  const [oid] = hash?.tag === 0xa0 ? derChildren(derInner(hash)) : []
  return (oid && PSS_DIGESTS[readOid(oid)]) ?? 'SHA-256'
}

/** WebCrypto knows keys for PSS alone only under the name of any RSA key. */
function asRsaKey(pkcs8: Uint8Array): Bytes {
  const [version, , ...rest] = derChildren(readDer(pkcs8, TAG.sequence)).map(derBytes)
  const algorithm = der.sequence(der.oid(RSA), der.nullValue())
  return version === undefined ? new Uint8Array(0) : der.sequence(version, algorithm, ...rest)
}

function webKeyOf({ pkcs8, algorithmOid, curveOid }: Pkcs12Key): WebKey | null {
  if (algorithmOid === RSA) {
    const name = 'RSASSA-PKCS1-v1_5'
    return { algorithm: { scheme: 'rsa-pkcs1', digest: 'SHA-256' }, import: { name, hash: 'SHA-256' }, sign: name }
  }
  if (algorithmOid === RSA_PSS) {
    const digest = pssDigest(pkcs8)
    const rules = { name: 'RSA-PSS', hash: digest }
    return { algorithm: { scheme: 'rsa-pss', digest }, import: rules, sign: { ...rules, saltLength: SALTS[digest] } }
  }
  if (algorithmOid === ED25519)
    return { algorithm: { scheme: 'ed25519', digest: 'SHA-512' }, import: 'Ed25519', sign: 'Ed25519' }
  const curve = algorithmOid === EC ? CURVES[curveOid ?? ''] : undefined
  if (curve === undefined) return null
  const { namedCurve, digest } = curve
  const sign = { name: 'ECDSA', hash: digest }
  return { algorithm: { scheme: 'ecdsa', digest }, import: { name: 'ECDSA', namedCurve }, sign }
}

/** The key where it cannot be taken out again, ready to sign; null where this browser has no use for its kind. */
export async function importKey(key: Pkcs12Key): Promise<Pick<Signer, 'algorithm' | 'sign'> | null> {
  const web = webKeyOf(key)
  const bytes = key.algorithmOid === RSA_PSS ? asRsaKey(key.pkcs8) : Uint8Array.from(key.pkcs8)
  try {
    return web && signing(await crypto.subtle.importKey('pkcs8', bytes, web.import, false, ['sign']), web)
  } catch {
    // WebCrypto has one word for every key it does not take.
    return null
  } finally {
    bytes.fill(0)
    key.pkcs8.fill(0)
  }
}

function signing(key: CryptoKey, { algorithm, sign }: WebKey): Pick<Signer, 'algorithm' | 'sign'> {
  return {
    algorithm,
    async sign(_digest, message) {
      const value = new Uint8Array(await crypto.subtle.sign(sign, key, Uint8Array.from(message)))
      return algorithm.scheme === 'ecdsa' ? ecdsaSignatureDer(value) : value
    },
  }
}

const KINDS: Record<string, string> = {
  '1.2.840.10040.4.1': 'DSA',
  '1.2.840.113549.1.3.1': 'Diffie-Hellman',
  '1.3.101.110': 'X25519',
  '1.3.101.111': 'X448',
  [ED25519]: 'Ed25519',
  '1.3.101.113': 'Ed448',
  '1.2.643.7.1.1.1.1': 'GOST R 34.10-2012',
  '1.2.643.7.1.1.1.2': 'GOST R 34.10-2012',
  '1.3.132.0.10': 'ECDSA secp256k1',
  '1.3.36.3.3.2.8.1.1.7': 'ECDSA brainpoolP256r1',
  '1.3.36.3.3.2.8.1.1.11': 'ECDSA brainpoolP384r1',
  '1.3.36.3.3.2.8.1.1.13': 'ECDSA brainpoolP512r1',
  '1.2.156.10197.1.301': 'SM2',
  '2.16.840.1.101.3.4.3.17': 'ML-DSA-44',
  '2.16.840.1.101.3.4.3.18': 'ML-DSA-65',
  '2.16.840.1.101.3.4.3.19': 'ML-DSA-87',
}

/** What people call this kind of key; its object identifier where we know no name. */
export function kindOf({ algorithmOid, curveOid }: Pkcs12Key): string {
  const oid = curveOid ?? algorithmOid
  return KINDS[oid] ?? (algorithmOid === RSA || algorithmOid === RSA_PSS ? 'RSA' : oid)
}
