import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { anchorOf, contextTag, der, parseCertificate } from '@/lib/trust'
import type { Anchor, Certificate } from '@/lib/trust'
import type { Signer, TimestampAuthority } from './sign/signer'

/** A small certification authority made on the spot for tests. */
export type Identity = {
  readonly key: KeyObject
  readonly spki: Uint8Array
  readonly der: Uint8Array
  readonly name: Uint8Array
}

const ECDSA = der.sequence(der.oid('1.2.840.10045.4.3.2'))
const SHA256 = der.sequence(der.oid('2.16.840.1.101.3.4.2.1'))
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'
let serial = 100n

const commonName = (text: string) => der.sequence(der.setOf(der.sequence(der.oid('2.5.4.3'), der.utf8String(text))))
const extension = (oid: string, value: Uint8Array, critical: boolean) =>
  der.sequence(der.oid(oid), ...(critical ? [der.boolean(true)] : []), der.octetString(value))
const signTbs = (key: KeyObject, tbs: Uint8Array) =>
  der.sequence(tbs, ECDSA, der.bitString(new Uint8Array(sign('sha256', tbs, key))))

type Order = {
  readonly issuer?: Identity
  readonly from?: string
  readonly to?: string
  readonly use: 'ca' | 'sign' | 'stamp'
  readonly pair?: { readonly privateKey: KeyObject; readonly publicKey: KeyObject }
  readonly keyId?: Uint8Array
  /** Where the certificate says its authority's responder and certificate are. */
  readonly access?: { readonly ocsp?: string; readonly issuer?: string }
}

const PURPOSE: Record<Order['use'], Uint8Array[]> = {
  ca: [extension('2.5.29.19', der.sequence(der.boolean(true)), true)],
  stamp: [extension('2.5.29.37', der.sequence(der.oid(TIME_STAMPING)), true)],
  sign: [],
}
const USAGE = { ca: [5, 6], sign: [0, 1], stamp: [0] }

function extensionsOf({ use, keyId, access }: Order): Uint8Array[] {
  const usage = extension('2.5.29.15', der.namedBitString(USAGE[use]), true)
  const subjectKeyId = keyId === undefined ? [] : [extension('2.5.29.14', der.octetString(keyId), false)]
  return [usage, ...PURPOSE[use], ...subjectKeyId, ...accessOf(access)]
}

function accessOf({ ocsp, issuer }: NonNullable<Order['access']> = {}): Uint8Array[] {
  const place = (last: number, url: string | undefined) =>
    url === undefined
      ? []
      : [der.sequence(der.oid(`1.3.6.1.5.5.7.48.${String(last)}`), der.implicit(6, new TextEncoder().encode(url)))]
  const places = [...place(1, ocsp), ...place(2, issuer)]
  return places.length === 0 ? [] : [extension('1.3.6.1.5.5.7.1.1', der.sequence(...places), false)]
}

export function issue(text: string, order: Order): Identity {
  const { issuer, from = '2020-01-01', to = '2040-01-01', pair: own } = order
  const pair = own ?? generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const spki = new Uint8Array(pair.publicKey.export({ type: 'spki', format: 'der' }))
  const name = commonName(text)
  const extensions = extensionsOf(order)
  const tbs = der.sequence(
    der.explicit(0, der.integer(2)),
    der.integer(++serial),
    ECDSA,
    issuer?.name ?? name,
    der.sequence(der.time(new Date(from)), der.time(new Date(to))),
    name,
    spki,
    der.explicit(3, der.sequence(...extensions)),
  )
  return { key: pair.privateKey, spki, name, der: signTbs(issuer?.key ?? pair.privateKey, tbs) }
}

export function certificateOf(identity: Identity): Certificate {
  const parsed = parseCertificate(identity.der)
  if (!parsed.ok) throw new Error(parsed.error.message)
  return parsed.value
}

export function anchor(identity: Identity, set: string): Anchor {
  return anchorOf(certificateOf(identity), set)
}

/** A list of the certificates an authority revoked, current from one day before until a year after. */
export function revocationList(
  issuer: Identity,
  at: Date,
  revoked: readonly { who: Identity; at: Date }[] = [],
): Uint8Array {
  const day = 86_400_000
  const entries = revoked.map(({ who, at: when }) =>
    der.sequence(der.integer(BigInt(`0x${certificateOf(who).serial}`)), der.time(when)),
  )
  const number = extension('2.5.29.20', der.integer(1), false)
  const tbs = der.sequence(
    der.integer(1),
    ECDSA,
    issuer.name,
    der.time(new Date(at.getTime() - day)),
    der.time(new Date(at.getTime() + 365 * day)),
    ...(entries.length > 0 ? [der.sequence(...entries)] : []),
    der.explicit(0, der.sequence(number)),
  )
  return signTbs(issuer.key, tbs)
}

export function signerOf(identity: Identity, chain: readonly Identity[]): Signer {
  return {
    certificate: identity.der,
    chain: chain.map((certificate) => certificate.der),
    algorithm: { scheme: identity.key.asymmetricKeyType === 'rsa' ? 'rsa-pkcs1' : 'ecdsa', digest: 'SHA-256' },
    sign: (_digest, message) => Promise.resolve(new Uint8Array(sign('sha256', message, identity.key))),
  }
}

function attribute(oid: string, value: Uint8Array): Uint8Array {
  return der.sequence(der.oid(oid), der.setOf(value))
}

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())

/** RFC 3161 tokens for a fixed time. */
export function timestamps(identity: Identity, chain: readonly Identity[], at: Date): TimestampAuthority {
  return { stamp: (digest) => Promise.resolve(tokenOver(digest, identity, chain, at)) }
}

function tokenOver(digest: Uint8Array, identity: Identity, chain: readonly Identity[], at: Date): Uint8Array {
  const info = der.sequence(
    der.integer(1),
    der.oid('1.2.3.4'),
    der.sequence(SHA256, der.octetString(digest)),
    der.integer(++serial),
    der.generalizedTime(at),
  )
  const TST_INFO = '1.2.840.113549.1.9.16.1.4'
  const reference = der.sequence(der.sequence(der.sequence(der.octetString(sha256(identity.der)))))
  const attributes = der.setOf(
    attribute('1.2.840.113549.1.9.3', der.oid(TST_INFO)),
    attribute('1.2.840.113549.1.9.4', der.octetString(sha256(info))),
    attribute('1.2.840.113549.1.9.16.2.47', reference),
  )
  const issuer = chain[0] ?? identity
  const signer = der.sequence(
    der.integer(1),
    der.sequence(issuer.name, der.integer(BigInt(`0x${certificateOf(identity).serial}`))),
    SHA256,
    der.retag(contextTag(0), attributes),
    ECDSA,
    der.octetString(new Uint8Array(sign('sha256', attributes, identity.key))),
  )
  const data = der.sequence(
    der.integer(3),
    der.setOf(SHA256),
    der.sequence(der.oid(TST_INFO), der.explicit(0, der.octetString(info))),
    der.taggedSetOf(contextTag(0), identity.der, ...chain.map((certificate) => certificate.der)),
    der.setOf(signer),
  )
  return der.sequence(der.oid('1.2.840.113549.1.7.2'), der.explicit(0, data))
}
