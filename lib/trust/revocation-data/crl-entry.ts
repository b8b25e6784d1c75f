import type { Result } from '@/lib/kernel'
import { fromHex, toHex } from '../der/bytes'
import { readExtensionList } from '../certificate/certificate-extensions'
import type { Extension } from '../certificate/certificate-extensions'
import type { Crl } from './crl'
import { derAt, derCursor, expectTag, readDer, TAG } from '../der/scan'
import { integerValue, smallIntegerValue } from '../der/read'
import { readTime } from '../der/time'
import { readGeneralNames } from '../certificate/general-name'
import { namesEqual } from '../certificate/name'
import type { Name } from '../certificate/name'
import { OID } from '../certificate/oids'
import { attempt, refuse } from '../der/refusal'
import type { Refusal } from '../der/refusal'

export const REVOCATION_REASONS = [
  'unspecified',
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
  undefined,
  'removeFromCRL',
  'privilegeWithdrawn',
  'aACompromise',
] as const
export type RevocationReason = Exclude<(typeof REVOCATION_REASONS)[number], undefined>

/** One revoked certificate (RFC 5280 5.3). */
export type CrlEntry = {
  readonly revokedAt: Date
  readonly reason: RevocationReason
  readonly invalidityDate?: Date
}

/** Reason from its code; a code that the standard does not define is refused. */
export function revocationReason(code: number): RevocationReason {
  return REVOCATION_REASONS[code] ?? refuse('revocation-reason', `reason code ${String(code)} is unknown`)
}

function sameOctets(der: Uint8Array, at: number, octets: Uint8Array): boolean {
  for (let i = 0; i < octets.length; i++) if (der[at + i] !== octets[i]) return false
  return true
}

/** Offset after the element at `at`; the scan reads only short forms and one- or two-octet lengths, as entries have. */
function endOf(der: Uint8Array, at: number, limit: number): number {
  const first = der[at + 1] ?? 0xff
  const end = first < 0x80 ? at + 2 + first : derAt(der, at, limit).end
  return end <= limit ? end : refuse('der-truncated', 'CRL entry cut short', String(at))
}

function expectAt(der: Uint8Array, at: number, tag: number): void {
  if (der[at] !== tag) refuse('crl-entry', 'not the shape of a CRL entry', String(at))
}

const REASON_ONLY = Uint8Array.from([0x30, 0x0c, 0x30, 0x0a, 0x06, 0x03, 0x55, 0x1d, 0x15, 0x04, 0x03, 0x0a, 0x01])

/** An entry with no extensions, or none but a non-critical reason code: nothing that could change how others are read. */
function isPlain(der: Uint8Array, at: number, end: number): boolean {
  return at === end || (end - at === REASON_ONLY.length + 1 && sameOctets(der, at, REASON_ONLY))
}

type FullEntry = CrlEntry & { readonly certificateIssuer?: Name }

type EntryFields = { reason?: RevocationReason; invalidityDate?: Date; certificateIssuer?: Name }

function readIssuer(value: Uint8Array): Name {
  const names = readGeneralNames(readDer(value, TAG.sequence))
  const directory = names.find((name) => name.kind === 'directory')
  return directory?.kind === 'directory' ? directory.name : refuse('crl-entry', 'certificate issuer without a name')
}

function readEntryExtension(extension: Extension): EntryFields {
  const { oid, value, critical } = extension
  if (oid === OID.reasonCode) {
    return { reason: revocationReason(smallIntegerValue(expectTag(readDer(value), TAG.enumerated))) }
  }
  if (oid === OID.invalidityDate) return { invalidityDate: readTime(readDer(value)) }
  if (oid === OID.certificateIssuer) return { certificateIssuer: readIssuer(value) }
  if (critical) refuse('crl-unknown-critical', `critical CRL entry extension ${oid} is unknown`, oid)
  return {}
}

function readEntry(der: Uint8Array, at: number, end: number): FullEntry {
  const cursor = derCursor(derAt(der, at, end))
  integerValue(cursor.next(TAG.integer))
  const revokedAt = readTime(cursor.next())
  const list = cursor.maybe(TAG.sequence)
  cursor.end()
  let fields: EntryFields = {}
  for (const { extension } of list ? readExtensionList(list) : [])
    fields = { ...fields, ...readEntryExtension(extension) }
  return { revokedAt, reason: 'unspecified', ...fields }
}

/** Where the parts of one entry begin: its serial number, its time, what follows the time, and its end. */
type Frame = { serialAt: number; timeAt: number; restAt: number; end: number }

function frameEntry(der: Uint8Array, at: number, limit: number, frame: Frame): void {
  expectAt(der, at, TAG.sequence)
  frame.end = endOf(der, at, limit)
  frame.serialAt = (der[at + 1] ?? 0) < 0x80 ? at + 2 : derAt(der, at, limit).body
  expectAt(der, frame.serialAt, TAG.integer)
  frame.timeAt = endOf(der, frame.serialAt, frame.end)
  frame.restAt = endOf(der, frame.timeAt, frame.end)
}

function isSerial(der: Uint8Array, frame: Frame, serial: Uint8Array): boolean {
  return frame.timeAt - frame.serialAt === serial.length + 2 && sameOctets(der, frame.serialAt + 2, serial)
}

/**
 * Looks one certificate up in one pass over the bytes of the list, building nothing for the entries it passes. Refuses
 * a list with an entry that is malformed or carries an unknown critical extension, and one that lists it twice.
 */
function scan(crl: Crl, serial: Uint8Array, issuer: Name): CrlEntry | undefined {
  const { der, entriesEnd } = crl
  const frame: Frame = { serialAt: 0, timeAt: 0, restAt: 0, end: 0 }
  const entries: CrlEntry[] = []
  let entryIssuer = crl.issuer
  for (let at = crl.entriesStart; at < entriesEnd; at = frame.end) {
    frameEntry(der, at, entriesEnd, frame)
    const hit = isSerial(der, frame, serial)
    if (!hit && isPlain(der, frame.restAt, frame.end)) continue
    const entry = readEntry(der, at, entriesEnd)
    entryIssuer = entry.certificateIssuer ?? entryIssuer
    if (hit && namesEqual(entryIssuer, issuer)) entries.push(entry)
  }
  if (entries.length > 1) refuse('crl-entry', 'certificate listed twice')
  return entries[0]
}

/** The entry for a certificate (serial as in `Certificate.serial`), `undefined` when the list does not name it. */
export function findEntry(
  crl: Crl,
  certificate: { readonly serial: string; readonly issuer: Name },
): Result<CrlEntry | undefined, Refusal> {
  return attempt(() => scan(crl, fromHex(certificate.serial) ?? new Uint8Array(0), certificate.issuer))
}

/** Whether a list names a serial number twice; a list of several issuers may. */
export function repeatsSerial(crl: Crl): Result<boolean, Refusal> {
  return attempt(() => {
    const frame: Frame = { serialAt: 0, timeAt: 0, restAt: 0, end: 0 }
    const serials = new Set<string>()
    let entries = 0
    for (let at = crl.entriesStart; at < crl.entriesEnd; at = frame.end) {
      frameEntry(crl.der, at, crl.entriesEnd, frame)
      serials.add(toHex(crl.der.subarray(frame.serialAt, frame.timeAt)))
      entries++
    }
    return serials.size < entries && crl.issuingDistributionPoint?.indirect !== true
  })
}
