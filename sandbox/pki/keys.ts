import { createHash, generateKeyPair, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { nil, oid, seq } from './der'
import type { Der } from './der'
import { OID } from './oids'

const generate = promisify(generateKeyPair)

export type KeyKind = 'rsa-3072' | 'rsa-2048' | 'p-256'

export async function newKey(kind: KeyKind): Promise<KeyObject> {
  if (kind === 'p-256') return (await generate('ec', { namedCurve: 'P-256' })).privateKey
  return (await generate('rsa', { modulusLength: kind === 'rsa-3072' ? 3072 : 2048 })).privateKey
}

const isRsa = (key: KeyObject): boolean => key.asymmetricKeyType === 'rsa'

export const digestAlgorithm = (dotted: string): Der => seq(oid(dotted), nil())

export function signatureAlgorithm(key: KeyObject): Der {
  return isRsa(key) ? seq(oid(OID.rsaSha256), nil()) : seq(oid(OID.ecdsaSha256))
}

export function signWith(key: KeyObject, data: Uint8Array): Buffer {
  return sign('sha256', data, key)
}

export const digest = (algorithm: string, data: Uint8Array): Buffer => createHash(algorithm).update(data).digest()
