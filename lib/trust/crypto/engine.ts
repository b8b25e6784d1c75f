import { fromHex, unsharedBytes } from '../der/bytes'
import { readDer } from '../der/scan'
import * as der from '../der/write'
import { HASHES, webDigest } from './hash'
import type { HashName } from './hash'
import { checkRsaKey, readPublicKey, soundSpki } from './key'
import type { PublicKey } from './key'
import { refuse, settle } from '../der/refusal'
import type { Refusal } from '../der/refusal'
import { readRAndS, verifyDsa, verifyRsaPkcs1 } from './signature-math'
import { checkPssKey, signatureScheme } from './signature-scheme'
import type { SignatureScheme } from './signature-scheme'
import type { Result } from '@/lib/kernel'
import { err } from '@/lib/kernel'

export type SignatureCheck = {
  readonly scheme: SignatureScheme
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array
  readonly data: Uint8Array
  readonly signature: Uint8Array
}

/**
 * What the library needs of cryptography. `undefined` means "not mine": the caller falls back or refuses by name.
 * `webEngine` serves Node and browsers; a faster or wider one may be plugged in.
 */
export type Engine = {
  readonly digest: (name: HashName, data: Uint8Array) => Promise<Uint8Array | undefined>
  readonly verify: (check: SignatureCheck) => Promise<boolean | undefined>
}

const EDWARDS: Readonly<Record<string, string>> = { ed25519: 'Ed25519', ed448: 'Ed448' }
const WEB_CURVES: Readonly<Record<string, number>> = { 'P-256': 32, 'P-384': 48, 'P-521': 66 }

/** ECDSA signature as fixed-width r || s, the form WebCrypto reads; undefined when a number does not fit. */
function fixedWidth(signature: Uint8Array, octets: number): Uint8Array<ArrayBuffer> | undefined {
  const { r, s } = readRAndS(signature)
  const limit = 1n << BigInt(octets * 8)
  if (r <= 0n || s <= 0n || r >= limit || s >= limit) return undefined
  return fromHex([r, s].map((part) => part.toString(16).padStart(octets * 2, '0')).join(''))
}

type WebCheck = {
  readonly importAs: AlgorithmIdentifier | RsaHashedImportParams | EcKeyImportParams
  readonly verifyAs: AlgorithmIdentifier | RsaPssParams | EcdsaParams
  readonly signature: Uint8Array | undefined
}

function ecdsaCheck(hash: string, key: PublicKey, signature: Uint8Array): WebCheck | undefined {
  const octets = WEB_CURVES[key.curve ?? '']
  if (octets === undefined || key.curve === undefined) return undefined
  return {
    importAs: { name: 'ECDSA', namedCurve: key.curve },
    verifyAs: { name: 'ECDSA', hash },
    signature: fixedWidth(signature, octets),
  }
}

function rsaCheck(scheme: SignatureScheme, hash: string, signature: Uint8Array): WebCheck {
  const name = scheme.kind === 'rsa-pss' ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5'
  return { importAs: { name, hash }, verifyAs: { name, saltLength: scheme.saltLength ?? 0 }, signature }
}

function webCheck({ scheme, signature }: SignatureCheck, key: PublicKey): WebCheck | undefined {
  const edwards = EDWARDS[scheme.kind]
  if (edwards !== undefined) return { importAs: { name: edwards }, verifyAs: { name: edwards }, signature }
  const hash = scheme.hash
  if (hash === undefined || !HASHES[hash].web) return undefined
  if (scheme.kind === 'rsa-pkcs1' || scheme.kind === 'rsa-pss') return rsaCheck(scheme, hash, signature)
  return scheme.kind === 'ecdsa' ? ecdsaCheck(hash, key, signature) : undefined
}

const RSA_ENCRYPTION = '1.2.840.113549.1.1.1'

/** WebCrypto imports an RSASSA-PSS key only under the plain RSA identifier; what it narrows itself to is checked first. */
function importableSpki(key: PublicKey, spki: Uint8Array): Uint8Array {
  if (key.algorithm !== 'rsa-pss') return spki
  return der.sequence(der.sequence(der.oid(RSA_ENCRYPTION), der.nullValue()), der.bitString(key.key))
}

/** WebCrypto says "none of mine" and "makes no sense" alike by rejecting: then the answer is not known here. */
async function unlessRejected<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch {
    return undefined
  }
}

async function webVerify(check: SignatureCheck): Promise<boolean | undefined> {
  const key = readPublicKey(readDer(check.spki))
  const plan = webCheck(check, key)
  if (!plan) return undefined
  const { importAs, verifyAs, signature } = plan
  if (!signature) return false
  const { subtle } = globalThis.crypto
  const spki = unsharedBytes(importableSpki(key, check.spki))
  const imported = await unlessRejected(subtle.importKey('spki', spki, importAs, false, ['verify']))
  if (!imported) return undefined
  return unlessRejected(subtle.verify(verifyAs, imported, unsharedBytes(signature), unsharedBytes(check.data)))
}

/** Digests and verification through `globalThis.crypto.subtle`. */
export const webEngine: Engine = { digest: webDigest, verify: webVerify }

/** Digest by the engine; refused by name when the engine has no such algorithm. */
export async function digest(engine: Engine, name: HashName, data: Uint8Array): Promise<Uint8Array> {
  return (await engine.digest(name, data)) ?? refuse('hash', `hash ${name} is not supported here`)
}

async function mathVerify(engine: Engine, check: SignatureCheck): Promise<boolean | undefined> {
  const { scheme, signature } = check
  if (scheme.hash === undefined) return undefined
  const key = readPublicKey(readDer(check.spki))
  if (scheme.kind === 'dsa') {
    const hashed = await digest(engine, scheme.hash, check.data)
    return verifyDsa({ parameters: key.parameters, key: key.key, digest: hashed, signature })
  }
  if (scheme.kind !== 'rsa-pkcs1') return undefined
  const hashed = await digest(engine, scheme.hash, check.data)
  return verifyRsaPkcs1({ key: key.key, hash: scheme.hash, digest: hashed, signature })
}

const KEYS_OF: Readonly<Record<SignatureScheme['kind'], readonly string[]>> = {
  'rsa-pkcs1': ['rsa'],
  'rsa-pss': ['rsa', 'rsa-pss'],
  ecdsa: ['ec'],
  dsa: ['dsa'],
  ed25519: ['ed25519'],
  ed448: ['ed448'],
}

/** Verifies under a scheme already read; throws `Refused` for what neither the engine nor plain arithmetic can do. */
export async function verifyScheme(engine: Engine, check: SignatureCheck): Promise<boolean> {
  const key = readPublicKey(readDer(check.spki))
  if (!KEYS_OF[check.scheme.kind].includes(key.algorithm)) {
    refuse('signature-key', `a key of kind ${key.algorithm} cannot verify ${check.scheme.kind}`)
  }
  if (key.algorithm === 'rsa-pss') checkPssKey(key, check.scheme)
  if (key.algorithm === 'rsa' || key.algorithm === 'rsa-pss') checkRsaKey(key.key)
  const sound = { ...check, spki: soundSpki(key, check.spki) }
  const isGenuine = (await engine.verify(sound)) ?? (await mathVerify(engine, sound))
  return (
    isGenuine ??
    refuse('signature-algorithm', `${check.scheme.kind} with ${key.curve ?? key.oid} is not supported here`)
  )
}

export type AlgorithmCheck = Omit<SignatureCheck, 'scheme'> & {
  /** AlgorithmIdentifier, DER. */
  readonly algorithm: Uint8Array
  /** For CMS signers that name only their key algorithm: the digest algorithm that stands beside it. */
  readonly hash?: HashName
}

/** Whether `signature` is right, or why that cannot be known (unknown algorithm, unusable key, malformed signature). */
export async function checkSignature(engine: Engine, check: AlgorithmCheck): Promise<Result<boolean, Refusal>> {
  const scheme = signatureScheme(check.algorithm, check.hash)
  if (!scheme.ok) return err(scheme.error)
  const { spki, data, signature } = check
  return settle(verifyScheme(engine, { scheme: scheme.value, spki, data, signature }))
}

/** `checkSignature` for callers who need only yes or no; what cannot be known is no. */
export async function verifySignature(engine: Engine, check: AlgorithmCheck): Promise<boolean> {
  const result = await checkSignature(engine, check)
  return result.ok && result.value
}
