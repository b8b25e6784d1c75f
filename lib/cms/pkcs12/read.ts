import { attempt, berToDer, bytesEqual, derBytes, refuse, settle, TAG } from '@/lib/trust'
import type { Refusal } from '@/lib/trust'
import { err } from '@/lib/kernel'
import type { Result } from '@/lib/kernel'
import { unarmour } from './armour'
import { readMac } from './mac'
import { matchKeys } from './match'
import type { NamedCertificate, NamedKey, Pkcs12Certificate, Pkcs12Key } from './match'
import { octetsOf, passwordReadings } from './passwords'
import type { Password } from './passwords'
import { unlocking } from './pbe'
import { NO_RARITIES } from './rarities'
import type { Means, Rarities } from './rarities'
import { isPrivateKeyInfo, normalise, readPfx, readSafeContents } from './safe'
import type { Bag, LockedBytes, Pfx, Safe } from './safe'
import { charge, MOST_WORK } from './work'

export type Pkcs12 = {
  readonly keys: readonly Pkcs12Key[]
  readonly certificates: readonly Pkcs12Certificate[]
  /** The integrity check held; false only where the file carries none. */
  readonly macVerified: boolean
  /** Object identifiers of bags that are neither key nor X.509 certificate and were passed over. */
  readonly passedOver: readonly string[]
}

/** How far the opening has come: locks tried, of those known so far. */
export type Pkcs12Progress = { readonly done: number; readonly of: number }

export type Pkcs12Options = {
  readonly rarities?: Rarities
  /** In blocks of SHA-1 (`work.ts`). */
  readonly mostWork?: number
  readonly onProgress?: (progress: Pkcs12Progress) => void
}

type Tell = NonNullable<Pkcs12Options['onProgress']>

type Opening = { readonly readings: readonly Password[]; readonly means: Means; readonly macVerified: boolean }

/** In blocks of SHA-1 (`work.ts`): one lock of 600,000 rounds tried once, so that a wrong password is told soon. */
const SECOND_LOOK = 1_500_000

/** The slowest ciphers in script take as long over these as SHA-1 over its block. */
const OCTETS_A_BLOCK = 8

/** Octets that are one whole SEQUENCE; those a wrong password yields practically never are. */
function isSequence(plain: Uint8Array): boolean {
  const whole = berToDer(plain)
  return whole.ok && whole.value.end === plain.length && whole.value.der[0] === TAG.sequence
}

/** What the first reading of the password that fits unlocks; what is inside may still be refused. */
async function unlock(
  { algorithm, locked }: LockedBytes,
  { readings, means }: Opening,
): Promise<Uint8Array | undefined> {
  const { form, open } = unlocking(algorithm, means)
  for (const password of octetsOf(readings, form)) {
    charge(means, locked.length / OCTETS_A_BLOCK)
    const plain = await open(locked, password)
    if (plain && isSequence(plain)) return plain
  }
  return undefined
}

function keyIn(plain: Uint8Array): Uint8Array {
  const pkcs8 = derBytes(normalise(plain))
  return isPrivateKeyInfo(pkcs8) ? pkcs8 : refuse('p12-corrupt', 'a key that is none')
}

function cannotOpen(macVerified: boolean, part: string): never {
  return macVerified
    ? refuse('p12-other-password', `the file's password is right, but ${part} is locked by another one`)
    : refuse('p12-wrong-password', 'the password does not open this file')
}

async function openSafe(safe: Safe, opening: Opening): Promise<Bag[]> {
  if (safe.kind === 'open') return readSafeContents(safe.contents)
  return readSafeContents((await unlock(safe, opening)) ?? cannotOpen(opening.macVerified, 'a part of it'))
}

async function openKey(bag: Bag, opening: Opening): Promise<NamedKey[]> {
  if (bag.kind === 'key') return [{ ...bag, pkcs8: keyIn(bag.pkcs8) }]
  if (bag.kind !== 'locked-key') return []
  const pkcs8 = keyIn((await unlock(bag.key, opening)) ?? cannotOpen(opening.macVerified, 'a key'))
  const { friendlyName, localKeyId } = bag
  return [{ pkcs8, ...(friendlyName !== undefined && { friendlyName }), ...(localKeyId && { localKeyId }) }]
}

/**
 * Whether this password opens anything locked in the file, which tells a changed file from a wrong password. Where that
 * costs more than a second look may, the password is wrong: of the files that do not hold, hardly one was changed.
 */
async function opensAnything(pfx: Pfx, opening: Opening): Promise<boolean> {
  for (const part of pfx.safes.flatMap(lockedParts)) {
    const opened = await settle(unlock(part, opening))
    if (opened.ok && opened.value) return true
  }
  return false
}

function lockedParts(safe: Safe): LockedBytes[] {
  if (safe.kind === 'locked') return [safe]
  const bags = attempt(() => readSafeContents(safe.contents))
  return (bags.ok ? bags.value : []).flatMap((bag) => (bag.kind === 'locked-key' ? [bag.key] : []))
}

/** Puts the reading of the password that satisfies the integrity check first; refuses where none does. */
async function checkMac(pfx: Pfx, readings: readonly Password[], means: Means): Promise<Opening> {
  if (!pfx.mac) return { readings, means, macVerified: false }
  const { form, holds } = readMac(pfx.mac, means)
  for (const password of octetsOf(readings, form)) {
    if (!(await holds(pfx.content, password))) continue
    const fits = (reading: Password) => bytesEqual(reading[form], password)
    const ordered = [...readings.filter(fits), ...readings.filter((reading) => !fits(reading))]
    return { readings: ordered, means, macVerified: true }
  }
  const mostWork = Math.min(means.mostWork, means.spent + SECOND_LOOK)
  const isChanged = await opensAnything(pfx, { readings, means: { ...means, mostWork }, macVerified: false })
  return isChanged
    ? refuse('p12-corrupt', 'the password is right, but the file was changed or damaged')
    : refuse('p12-wrong-password', 'the password does not open this file')
}

function certificatesIn(bags: readonly Bag[]): NamedCertificate[] {
  return bags.flatMap((bag) => (bag.kind === 'certificate' ? [bag] : []))
}

async function readContents(pfx: Pfx, opening: Opening, tell: Tell): Promise<Pkcs12> {
  const bags: Bag[] = []
  const safes = pfx.safes.length
  for (const [done, safe] of pfx.safes.entries()) {
    tell({ done: done + 1, of: safes + 2 })
    bags.push(...(await openSafe(safe, opening)))
  }
  const keys: NamedKey[] = []
  for (const [done, bag] of bags.entries()) {
    tell({ done: safes + done + 1, of: safes + bags.length + 1 })
    keys.push(...(await openKey(bag, opening)))
  }
  const certificates = certificatesIn(bags)
  return {
    keys: matchKeys(keys, certificates),
    certificates: certificates.map(({ der, friendlyName }) => ({
      der,
      ...(friendlyName !== undefined && { friendlyName }),
    })),
    macVerified: opening.macVerified,
    passedOver: bags.flatMap((bag) => (bag.kind === 'passed-over' ? [bag.oid] : [])),
  }
}

/** Structure that cannot be read becomes `code`; what already has a name of its own keeps it. */
function withCode<T>(result: Result<T, Refusal>, code: string): Result<T, Refusal> {
  if (result.ok || result.error.code.startsWith('p12-')) return result
  const { code: inner, message } = result.error
  return err({ ...result.error, code, message: `${message} (${inner})` })
}

/**
 * Reads a PKCS#12 file (RFC 7292) in password mode: keys with their certificates and chains.
 * Opens PBES2 (PBKDF2 with any HMAC of SHA-1, SHA-2 or SHA-3; AES-CBC, 3DES, DES, RC2), PBES1, and the 3DES, RC2 and RC4
 * schemes of RFC 7292 appendix C; checks the classic MAC and PBMAC1 (RFC 9579); takes BER and unlocked bags.
 *
 * Errors: `p12-malformed` (no such file, or cut short), `p12-version`, `p12-wrong-password`, `p12-corrupt` (password
 * right, content changed or broken), `p12-other-password` (a part locked differently), `p12-unsupported` (names what),
 * `p12-iterations` (more key derivation than `mostWork`, `MOST_WORK` where nothing is said).
 */
export async function readPkcs12(
  bytes: Uint8Array,
  password: string,
  { rarities = NO_RARITIES, mostWork = MOST_WORK, onProgress = () => undefined }: Pkcs12Options = {},
): Promise<Result<Pkcs12, Refusal>> {
  const pfx = withCode(
    attempt(() => readPfx(unarmour(bytes))),
    'p12-malformed',
  )
  if (!pfx.ok) return pfx
  const opened = checkMac(pfx.value, passwordReadings(password), { rarities, mostWork, spent: 0 })
  return withCode(await settle(opened.then((opening) => readContents(pfx.value, opening, onProgress))), 'p12-corrupt')
}
