import { parseCertificate, parseCrl, parseOcspResponse } from './index'
import type { Certificate, Crl, OcspResponse } from './index'
import * as der from './der/write'
import { OID } from './certificate/oids'

/** Certificates, lists and responses made on the spot for tests, with elliptic keys so that a suite stays quick. */

export type Keys = CryptoKeyPair & { readonly spki: Uint8Array; readonly id: Uint8Array }
export type Authority = { readonly certificate: Certificate; readonly keys: Keys }

const ECDSA_SHA256 = der.sequence(der.oid('1.2.840.10045.4.3.2'))
const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const

export async function newKeys(): Promise<Keys> {
  const pair = await crypto.subtle.generateKey(P256, true, ['sign', 'verify'])
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey))
  const raw = await crypto.subtle.exportKey('raw', pair.publicKey)
  const id = new Uint8Array(await crypto.subtle.digest('SHA-1', raw))
  return { publicKey: pair.publicKey, privateKey: pair.privateKey, spki, id }
}

function unsignedInteger(bytes: Uint8Array): Uint8Array {
  return der.integer(BigInt(`0x${Array.from(bytes, (octet) => octet.toString(16).padStart(2, '0')).join('')}`))
}

export async function sign(keys: Keys, tbs: Uint8Array): Promise<Uint8Array> {
  const raw = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, keys.privateKey, new Uint8Array(tbs))
  const half = new Uint8Array(raw)
  return der.sequence(unsignedInteger(half.subarray(0, 32)), unsignedInteger(half.subarray(32)))
}

/** tbs, algorithm and signature as the SIGNED macro orders them, with any further fields behind. */
export async function signTbs(keys: Keys, tbs: Uint8Array, ...more: Uint8Array[]): Promise<Uint8Array> {
  return der.sequence(tbs, ECDSA_SHA256, der.bitString(await sign(keys, tbs)), ...more)
}

/** A name from pairs of attribute type and value; none = the empty name. */
export function name(...attributes: readonly (readonly [string, string])[]): Uint8Array {
  return der.sequence(...attributes.map(([oid, value]) => der.setOf(der.sequence(der.oid(oid), der.utf8String(value)))))
}

export function commonName(value: string): Uint8Array {
  return name([OID.commonName, value])
}

export function extension(oid: string, value: Uint8Array, critical = false): Uint8Array {
  return der.sequence(der.oid(oid), ...(critical ? [der.boolean(true)] : []), der.octetString(value))
}

const ascii = (text: string) => new TextEncoder().encode(text)
export const dns = (host: string) => der.implicit(2, ascii(host))
export const mail = (address: string) => der.implicit(1, ascii(address))
export const uri = (address: string) => der.implicit(6, ascii(address))
export const ip = (...octets: number[]) => der.implicit(7, Uint8Array.from(octets))
export const directory = (value: Uint8Array) => der.explicit(4, value)

export const alternativeNames = (...names: Uint8Array[]) => extension(OID.subjectAltName, der.sequence(...names))
export const keyUsage = (...bits: number[]) => extension(OID.keyUsage, der.namedBitString(bits), true)
export const purposes = (...oids: string[]) => extension(OID.extendedKeyUsage, der.sequence(...oids.map(der.oid)))
export const subjectKey = (keys: Keys) => extension(OID.subjectKeyId, der.octetString(keys.id))
export const authorityKey = (keys: Keys) => extension(OID.authorityKeyId, der.sequence(der.implicit(0, keys.id)))

export function basicConstraints(ca: boolean, pathLength?: number, critical = true): Uint8Array {
  const parts = [...(ca ? [der.boolean(true)] : []), ...(pathLength === undefined ? [] : [der.integer(pathLength)])]
  return extension(OID.basicConstraints, der.sequence(...parts), critical)
}

export function nameConstraints(permitted: Uint8Array[], excluded: Uint8Array[], critical = true): Uint8Array {
  const list = (number: number, bases: Uint8Array[]) =>
    bases.length === 0 ? [] : [der.explicit(number, ...bases.map((base) => der.sequence(base)))]
  return extension(OID.nameConstraints, der.sequence(...list(0, permitted), ...list(1, excluded)), critical)
}

type Dated = {
  readonly from?: string
  readonly to?: string
  /** How the two dates are written; as RFC 5280 wants them unless given. */
  readonly time?: (moment: Date) => Uint8Array
}

function dates({ from = '2025-01-01', to = '2026-01-01', time = der.time }: Dated): readonly Uint8Array[] {
  return [time(new Date(from)), time(new Date(to))]
}

export type Issue = Dated & {
  readonly issuer?: Authority
  readonly keys?: Keys
  readonly subject?: Uint8Array
  readonly issuerName?: Uint8Array
  readonly serial?: bigint
  /** Version field; `null` writes a version 1 certificate. */
  readonly version?: number | null
  /** Replaces the usual extensions. */
  readonly extensions?: readonly Uint8Array[]
  /** Added to the usual extensions. */
  readonly more?: readonly Uint8Array[]
}

let lastSerial = 1000n

function versionField(version: number | null): readonly Uint8Array[] {
  return version === null ? [] : [der.explicit(0, der.integer(version))]
}

function extensionsField(issue: Issue, usual: readonly Uint8Array[]): readonly Uint8Array[] {
  const list = issue.version === null ? [] : (issue.extensions ?? [...usual, ...(issue.more ?? [])])
  return list.length > 0 ? [der.explicit(3, der.sequence(...list))] : []
}

async function certificateDer(issue: Issue, keys: Keys, usual: readonly Uint8Array[]): Promise<Uint8Array> {
  const subject = issue.subject ?? commonName('example.com')
  const issuerName = issue.issuer?.certificate.subject.der ?? subject
  const all = { serial: ++lastSerial, version: 2, from: '2020-01-01', to: '2040-01-01', issuerName, ...issue }
  const tbs = der.sequence(
    ...versionField(all.version),
    der.integer(all.serial),
    ECDSA_SHA256,
    all.issuerName,
    der.sequence(...dates(all)),
    subject,
    keys.spki,
    ...extensionsField(issue, usual),
  )
  return signTbs(issue.issuer?.keys ?? keys, tbs)
}

async function issueAuthority(issue: Issue, usual: (keys: Keys) => readonly Uint8Array[]): Promise<Authority> {
  const keys = issue.keys ?? (await newKeys())
  const parsed = parseCertificate(await certificateDer(issue, keys, usual(keys)))
  if (!parsed.ok) throw new Error(`${parsed.error.code}: ${parsed.error.message}`)
  return { certificate: parsed.value, keys }
}

/** A CA certificate, self-signed unless an issuer is given; signs certificates and lists. */
export function authority(subject: string, issue: Issue = {}): Promise<Authority> {
  return issueAuthority({ subject: commonName(subject), ...issue }, (keys) => [
    basicConstraints(true),
    keyUsage(5, 6),
    subjectKey(keys),
    ...(issue.issuer ? [authorityKey(issue.issuer.keys)] : []),
  ])
}

/** A leaf for `example.com` with digital signature and, unless told, no purpose. */
export function leafOf(issuer: Authority, issue: Issue = {}): Promise<Authority> {
  return issueAuthority({ issuer, ...issue }, (keys) => [
    keyUsage(0),
    subjectKey(keys),
    authorityKey(issuer.keys),
    ...(issue.more ? [] : [alternativeNames(dns('example.com'))]),
  ])
}

export type Revoked = { readonly serial: string; readonly at?: string; readonly extensions?: readonly Uint8Array[] }

export const reason = (code: number) => extension(OID.reasonCode, der.enumerated(code))

function revokedEntry({ serial, at, extensions }: Revoked): Uint8Array {
  const list = extensions && extensions.length > 0 ? [der.sequence(...extensions)] : []
  return der.sequence(der.integer(BigInt(`0x${serial}`)), der.time(new Date(at ?? '2024-01-01')), ...list)
}

export type ListIssue = Dated & {
  readonly signer?: Keys
  readonly number?: number
  readonly extensions?: readonly Uint8Array[]
}

/** A CRL of `issuer`; numbered and with its key identifier, as the profile wants. */
export async function list(issuer: Authority, revoked: readonly Revoked[], issue: ListIssue = {}): Promise<Crl> {
  const all = { signer: issuer.keys, number: 1, extensions: [], ...issue }
  const entries = revoked.map(revokedEntry)
  const number = extension(OID.crlNumber, der.integer(all.number))
  const tbs = der.sequence(
    der.integer(1),
    ECDSA_SHA256,
    issuer.certificate.subject.der,
    ...dates(issue),
    ...(entries.length > 0 ? [der.sequence(...entries)] : []),
    der.explicit(0, der.sequence(number, authorityKey(issuer.keys), ...all.extensions)),
  )
  const parsed = parseCrl(await signTbs(all.signer, tbs))
  if (!parsed.ok) throw new Error(parsed.error.message)
  return parsed.value
}

export type Reply = {
  readonly about: Certificate
  readonly issuer: Authority
  /** Who signs; the issuer unless given. */
  readonly responder?: Authority
  readonly status?: Uint8Array
  readonly at?: string
  readonly until?: string | null
  readonly producedAt?: string
  readonly nonce?: Uint8Array
  readonly byName?: boolean
}

const SHA1 = der.sequence(der.oid('1.3.14.3.2.26'), der.nullValue())

async function certId({ about, issuer }: Reply): Promise<Uint8Array> {
  const nameHash = await crypto.subtle.digest('SHA-1', new Uint8Array(issuer.certificate.subject.der))
  return der.sequence(
    SHA1,
    der.octetString(new Uint8Array(nameHash)),
    der.octetString(issuer.keys.id),
    der.integer(BigInt(`0x${about.serial}`)),
  )
}

export const GOOD = der.implicit(0, new Uint8Array(0))
export const UNKNOWN = der.implicit(2, new Uint8Array(0))
export const revokedSince = (at: string) =>
  der.explicit(1, der.generalizedTime(new Date(at)), der.explicit(0, der.enumerated(1)))

async function singleResponse(answer: Reply, at: Date): Promise<Uint8Array> {
  const until = answer.until === undefined ? '2025-06-08' : answer.until
  return der.sequence(
    await certId(answer),
    answer.status ?? GOOD,
    der.generalizedTime(at),
    ...(until === null ? [] : [der.explicit(0, der.generalizedTime(new Date(until)))]),
  )
}

function responderId(responder: Authority, byName: boolean): Uint8Array {
  return byName
    ? der.explicit(1, responder.certificate.subject.der)
    : der.explicit(2, der.octetString(responder.keys.id))
}

/** An OCSP response about one certificate. */
export async function reply(answer: Reply): Promise<OcspResponse> {
  const responder = answer.responder ?? answer.issuer
  const at = new Date(answer.at ?? '2025-06-01')
  const nonce = answer.nonce && extension(OID.ocspNonce, der.octetString(answer.nonce))
  const tbs = der.sequence(
    responderId(responder, answer.byName === true),
    der.generalizedTime(new Date(answer.producedAt ?? at)),
    der.sequence(await singleResponse(answer, at)),
    ...(nonce ? [der.explicit(1, der.sequence(nonce))] : []),
  )
  const basic = await signTbs(responder.keys, tbs, der.explicit(0, der.sequence(responder.certificate.der)))
  const bytes = der.sequence(der.oid(OID.ocspBasic), der.octetString(basic))
  const parsed = parseOcspResponse(der.sequence(der.enumerated(0), der.explicit(0, bytes)))
  if (!parsed.ok) throw new Error(`${parsed.error.code}: ${parsed.error.message}`)
  return parsed.value
}
