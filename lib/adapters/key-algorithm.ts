import type { KeyObject } from 'node:crypto'
import type { SigningAlgorithm } from '@/lib/cms'

/** How a key signs by itself: RSA with PKCS #1 v1.5, curves with ECDSA and a digest as wide as the curve. */
export function algorithmOf(key: KeyObject): SigningAlgorithm {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key
  if (type === 'rsa') return { scheme: 'rsa-pkcs1', digest: 'SHA-256' }
  if (type !== 'ec') throw new Error(`a key of kind ${type ?? 'unknown'} cannot seal`)
  return { scheme: 'ecdsa', digest: details?.namedCurve === 'secp384r1' ? 'SHA-384' : 'SHA-256' }
}

/** The name node:crypto has for a digest. */
export const nodeDigest = ({ digest }: SigningAlgorithm): string => digest.replace('-', '').toLowerCase()
