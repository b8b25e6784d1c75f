import { createPublicKey } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { bits, bool, explicit, implicit, int, nil, octets, oid, seq, time, utf8 } from './der'
import type { Der } from './der'
import { digest, signatureAlgorithm, signWith } from './keys'
import { WARNING } from './names'
import { OID } from './oids'

/** A key with its name and certificate: an authority, a service or a holder. */
export type Identity = { key: KeyObject; name: Der; serial: Buffer; certificate: Der }

export const spkiOf = (key: KeyObject): Buffer => createPublicKey(key).export({ type: 'spki', format: 'der' })

/** Method 1 of RFC 5280 4.2.1.2: the digest of the bare key, which ends the SubjectPublicKeyInfo. */
export function keyIdOf(key: KeyObject, algorithm = 'sha1'): Buffer {
  const jwk = createPublicKey(key).export({ format: 'jwk' })
  if (jwk.kty === 'RSA') {
    const [n = '', e = ''] = [jwk.n, jwk.e]
    return digest(algorithm, seq(int(Buffer.from(n, 'base64url')), int(Buffer.from(e, 'base64url'))))
  }
  const [x = '', y = ''] = [jwk.x, jwk.y]
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
  return digest(algorithm, point)
}

export type Extension = { kind: string; critical?: boolean; value: Der }

export function extensionDer({ kind, critical = false, value }: Extension): Der {
  return critical ? seq(oid(kind), bool(true), octets(value)) : seq(oid(kind), octets(value))
}

const USAGE_BITS = { digitalSignature: 0, nonRepudiation: 1, keyEncipherment: 2, keyCertSign: 5, cRLSign: 6 } as const
export type Usage = keyof typeof USAGE_BITS

export function keyUsage(...usages: Usage[]): Extension {
  const octet = usages.reduce((set, usage) => set | (0x80 >> USAGE_BITS[usage]), 0)
  const unused = 7 - Math.max(...usages.map((usage) => USAGE_BITS[usage]))
  return { kind: OID.keyUsage, critical: true, value: bits(Buffer.of(octet), unused) }
}

export const purposes = (critical: boolean, ...kinds: string[]): Extension => ({
  kind: OID.extendedKeyUsage,
  critical,
  value: seq(...kinds.map(oid)),
})

export const authorityConstraints = (pathLength?: number): Extension => ({
  kind: OID.basicConstraints,
  critical: true,
  value: pathLength === undefined ? seq(bool(true)) : seq(bool(true), int(pathLength)),
})

const uri = (address: string): Der => implicit(6, Buffer.from(address, 'latin1'))

export const crlAt = (address: string): Extension => ({
  kind: OID.crlDistributionPoints,
  value: seq(seq(explicit(0, explicit(0, uri(address))))),
})

export const accessAt = (issuer: string, ocsp?: string): Extension => ({
  kind: OID.authorityInfoAccess,
  value: seq(...(ocsp === undefined ? [] : [seq(oid(OID.ocsp), uri(ocsp))]), seq(oid(OID.caIssuers), uri(issuer))),
})

/** The policy that says in every certificate what it is worth. */
export const demoPolicy = (): Extension => ({
  kind: OID.certificatePolicies,
  value: seq(seq(oid(OID.demoPolicy), seq(seq(oid(OID.userNotice), seq(utf8(WARNING)))))),
})

export const noCheck = (): Extension => ({ kind: OID.ocspNoCheck, value: nil() })

export type Order = {
  serial: Buffer
  subject: Der
  key: KeyObject
  notBefore: Date
  notAfter: Date
  extensions: Extension[]
}

/** Signs a version 3 certificate (RFC 5280 4.1); without an issuer it is self-signed. */
export function issue(order: Order, issuer?: Identity): Identity {
  const signer = issuer ?? { key: order.key, name: order.subject }
  const algorithm = signatureAlgorithm(signer.key)
  const identifiers: Extension[] = [
    { kind: OID.subjectKeyId, value: octets(keyIdOf(order.key)) },
    { kind: OID.authorityKeyId, value: seq(implicit(0, keyIdOf(signer.key))) },
  ]
  const tbs = seq(
    explicit(0, int(2)),
    int(order.serial),
    algorithm,
    signer.name,
    seq(time(order.notBefore), time(order.notAfter)),
    order.subject,
    spkiOf(order.key),
    explicit(3, seq(...[...order.extensions, ...identifiers].map(extensionDer))),
  )
  const certificate = seq(tbs, algorithm, bits(signWith(signer.key, tbs)))
  return { key: order.key, name: order.subject, serial: order.serial, certificate }
}
