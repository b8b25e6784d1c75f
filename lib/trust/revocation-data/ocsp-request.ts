import { fromHex, toHex } from '../der/bytes'
import type { Certificate } from '../certificate/certificate'
import * as der from '../der/write'
import { digest } from '../crypto/engine'
import type { Engine } from '../crypto/engine'
import { HASHES } from '../crypto/hash'
import type { HashName } from '../crypto/hash'
import type { Name } from '../certificate/name'
import type { OcspCertId } from './ocsp'
import { OID } from '../certificate/oids'

export type OcspIssuer = { readonly name: Name; readonly key: Uint8Array }

/** CertID of a certificate under its issuer (RFC 6960 4.1.1): hashes of the issuer's name and key bits. */
export async function ocspCertId(
  engine: Engine,
  serial: string,
  issuer: OcspIssuer,
  hash: HashName = 'SHA-1',
): Promise<OcspCertId> {
  const [name, key] = await Promise.all([digest(engine, hash, issuer.name.der), digest(engine, hash, issuer.key)])
  return { hash, issuerNameHash: toHex(name), issuerKeyHash: toHex(key), serial }
}

function octets(hex: string): Uint8Array {
  return fromHex(hex) ?? new Uint8Array(0)
}

export type OcspQuestion = {
  readonly leaf: Certificate
  readonly issuer: Certificate
  /** 1 to 32 octets the answer must repeat (RFC 9654). */
  readonly nonce?: Uint8Array
  /** SHA-1 unless the responder is known to take another; it is an identifier here, not a protection. */
  readonly hash?: HashName
}

/** DER of an unsigned OCSPRequest for one certificate (RFC 6960 4.1). */
export async function ocspRequest(engine: Engine, question: OcspQuestion): Promise<Uint8Array> {
  const { leaf, issuer, nonce } = question
  const id = await ocspCertId(engine, leaf.serial, { name: issuer.subject, key: issuer.publicKey.key }, question.hash)
  const certId = der.sequence(
    der.sequence(der.oid(HASHES[id.hash].oid), der.nullValue()),
    der.octetString(octets(id.issuerNameHash)),
    der.octetString(octets(id.issuerKeyHash)),
    der.integerOctets(octets(id.serial)),
  )
  const extension = nonce && der.sequence(der.oid(OID.ocspNonce), der.octetString(der.octetString(nonce)))
  const list = der.sequence(der.sequence(certId))
  return der.sequence(der.sequence(list, ...(extension ? [der.explicit(2, der.sequence(extension))] : [])))
}
