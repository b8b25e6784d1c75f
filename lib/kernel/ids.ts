import { z } from 'zod'
import { legible } from './unreadable'

/** A UUID (version 7 when made here, so that keys sort by time). Marked pure so that bundles without it leave zod out. */
export const uuid = /* @__PURE__ */ z.uuid()

/** Crockford's alphabet: no I, L, O, U, so a code survives being read aloud. */
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A version 7 UUID (RFC 9562 section 5.7) from a time and at least 10 random bytes. */
export function uuidV7(now: Date, random: Uint8Array): string {
  const bytes = new Uint8Array(16)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(now.getTime()) << 16n)
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Ten Crockford characters (50 bits) from at least 10 random bytes: the submission number people can read aloud. */
export function submissionCode(random: Uint8Array): string {
  return crockford(random.subarray(0, 10))
}

/** Twenty Crockford characters (100 bits) from at least 20 random bytes: nobody guesses the code of another paper. */
export function checkCode(random: Uint8Array): string {
  return crockford(random.subarray(0, 20))
}

function crockford(random: Uint8Array): string {
  return [...random].map((byte) => CROCKFORD.charAt(byte & 31)).join('')
}

/** What a person typed as a submission number, in its one spelling: upper case, O as 0, I and L as 1, no blanks or dashes. */
export function normaliseSubmissionCode(typed: string): string {
  return legible(typed).toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
}
