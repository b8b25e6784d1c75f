import { constants, generateKeyPairSync, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Pkcs12Key } from '@/lib/cms'
import { importKey, kindOf } from './import-key'

type Pair = { privateKey: KeyObject; publicKey: KeyObject }

const OIDS = {
  rsa: '1.2.840.113549.1.1.1',
  pss: '1.2.840.113549.1.1.10',
  ec: '1.2.840.10045.2.1',
  ed25519: '1.3.101.112',
}
const keyOf = ({ privateKey }: Pair, algorithmOid: string, curveOid?: string): Pkcs12Key => ({
  ...{ pkcs8: new Uint8Array(privateKey.export({ type: 'pkcs8', format: 'der' })), algorithmOid, chain: [] },
  ...(curveOid !== undefined && { curveOid }),
})
const ec = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve })
const pss = (hash?: string) =>
  generateKeyPairSync('rsa-pss', {
    modulusLength: 2048,
    ...(hash !== undefined && { hashAlgorithm: hash, mgf1HashAlgorithm: hash }),
  })

const message = new TextEncoder().encode('thuộc tính ký')

describe('a key out of a PKCS#12 file', () => {
  it.each([
    ['rsa-pkcs1 SHA-256', () => generateKeyPairSync('rsa', { modulusLength: 2048 }), OIDS.rsa, undefined],
    ['rsa-pss SHA-256', () => pss(), OIDS.pss, undefined],
    ['rsa-pss SHA-384', () => pss('sha384'), OIDS.pss, undefined],
    ['ecdsa SHA-256', () => ec('P-256'), OIDS.ec, '1.2.840.10045.3.1.7'],
    ['ecdsa SHA-384', () => ec('P-384'), OIDS.ec, '1.3.132.0.34'],
    ['ecdsa SHA-512', () => ec('P-521'), OIDS.ec, '1.3.132.0.35'],
    ['ed25519 SHA-512', () => generateKeyPairSync('ed25519'), OIDS.ed25519, undefined],
  ])('signs with %s, and its octets are wiped', async (how, make, algorithm, curve) => {
    const pair = make()
    const key = keyOf(pair, algorithm, curve)
    const opened = await importKey(key)
    if (opened === null) throw new Error('not imported')
    const { scheme, digest } = opened.algorithm
    expect(`${scheme} ${digest}`).toBe(how)
    expect(key.pkcs8.every((octet) => octet === 0)).toBe(true)
    const signature = await opened.sign(new Uint8Array(0), message)
    const padded = {
      key: pair.publicKey,
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
    }
    const name = scheme === 'ed25519' ? null : digest.replace('-', '')
    expect(verify(name, message, scheme === 'rsa-pss' ? padded : pair.publicKey, signature)).toBe(true)
  })

  it.each([
    ['X25519', () => generateKeyPairSync('x25519'), '1.3.101.110', undefined],
    [
      'DSA',
      () => generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 }),
      '1.2.840.10040.4.1',
      undefined,
    ],
    ['ECDSA secp256k1', () => ec('secp256k1'), OIDS.ec, '1.3.132.0.10'],
  ])('of a kind browsers have no use for is refused by its name: %s', async (name, make, algorithm, curve) => {
    const key = keyOf(make(), algorithm, curve)
    expect(kindOf(key)).toBe(name)
    expect(await importKey(key)).toBeNull()
  })
})
