import { attempt, derBytes, refuse, settle } from '@/lib/trust'
import type { Refusal } from '@/lib/trust'
import type { Result } from '@/lib/kernel'
import { readMac } from './mac'
import { matchKeys } from './match'
import type { NamedCertificate, NamedKey, Pkcs12Certificate, Pkcs12Key } from './match'
import { passwordReadings } from './passwords'
import type { Password } from './passwords'
import { unlocking } from './pbe'
import type { Budget } from './pbkdf'
import { isPrivateKeyInfo, normalised, readPfx, readSafeContents } from './safe'
import type { Bag, LockedBytes, Pfx, Safe } from './safe'

export type Pkcs12 = {
  readonly keys: readonly Pkcs12Key[]
  readonly certificates: readonly Pkcs12Certificate[]
  /** The integrity check held; false only where the file carries none. */
  readonly macVerified: boolean
  /** Object identifiers of bags that are neither key nor X.509 certificate and were passed over. */
  readonly passedOver: readonly string[]
}

type Opening = { readonly readings: readonly Password[]; readonly budget: Budget; readonly macVerified: boolean }

/** The first reading of the password under which the octets open into what they must be. */
async function unlock<T>(
  { algorithm, locked }: LockedBytes,
  { readings, budget }: Opening,
  read: (plain: Uint8Array) => T | undefined,
): Promise<T | undefined> {
  const open = unlocking(algorithm, budget)
  for (const reading of readings) {
    const plain = await open(locked, reading)
    const value = plain && attempt(() => read(plain))
    if (value?.ok && value.value !== undefined) return value.value
  }
  return undefined
}

const keyIn = (plain: Uint8Array): Uint8Array | undefined => {
  if (isPrivateKeyInfo(plain)) return plain
  const rewritten = derBytes(normalised(plain))
  return isPrivateKeyInfo(rewritten) ? rewritten : undefined
}

function cannotOpen(macVerified: boolean, part: string): never {
  return macVerified
    ? refuse('p12-other-password', `the file's password is right, but ${part} is locked by another one`)
    : refuse('p12-wrong-password', 'the password does not open this file')
}

async function openSafe(safe: Safe, opening: Opening): Promise<Bag[]> {
  if (safe.kind === 'open') return readSafeContents(safe.contents)
  return (await unlock(safe, opening, readSafeContents)) ?? cannotOpen(opening.macVerified, 'a part of it')
}

async function openKey(bag: Bag, opening: Opening): Promise<NamedKey[]> {
  if (bag.kind === 'key') return isPrivateKeyInfo(bag.pkcs8) ? [bag] : refuse('p12-corrupt', 'a key that is none')
  if (bag.kind !== 'locked-key') return []
  const pkcs8 = (await unlock(bag.key, opening, keyIn)) ?? cannotOpen(opening.macVerified, 'a key')
  const { friendlyName, localKeyId } = bag
  return [{ pkcs8, ...(friendlyName !== undefined && { friendlyName }), ...(localKeyId && { localKeyId }) }]
}

/** Whether this password opens anything locked in the file, which tells a changed file from a wrong password. */
async function opensAnything(pfx: Pfx, opening: Opening): Promise<boolean> {
  for (const safe of pfx.safes) {
    if (safe.kind === 'locked') {
      if (await unlock(safe, opening, readSafeContents)) return true
      continue
    }
    const bags = attempt(() => readSafeContents(safe.contents))
    for (const bag of bags.ok ? bags.value : []) {
      if (bag.kind === 'locked-key' && (await unlock(bag.key, opening, keyIn))) return true
    }
  }
  return false
}

/** Puts the reading of the password that satisfies the integrity check first; refuses where none does. */
async function checkMac(pfx: Pfx, readings: readonly Password[], budget: Budget): Promise<Opening> {
  if (!pfx.mac) return { readings, budget, macVerified: false }
  const holds = readMac(pfx.mac, budget)
  for (const reading of readings) {
    if (await holds(pfx.content, reading)) {
      return { readings: [reading, ...readings.filter((one) => one !== reading)], budget, macVerified: true }
    }
  }
  const isChanged = await opensAnything(pfx, { readings, budget, macVerified: false })
  return isChanged
    ? refuse('p12-corrupt', 'the password is right, but the file was changed or damaged')
    : refuse('p12-wrong-password', 'the password does not open this file')
}

function certificatesIn(bags: readonly Bag[]): NamedCertificate[] {
  return bags.flatMap((bag) => (bag.kind === 'certificate' ? [bag] : []))
}

async function read(bytes: Uint8Array, password: string): Promise<Pkcs12> {
  const pfx = readPfx(bytes)
  const opening = await checkMac(pfx, passwordReadings(password), { spent: 0 })
  const bags: Bag[] = []
  for (const safe of pfx.safes) bags.push(...(await openSafe(safe, opening)))
  const keys: NamedKey[] = []
  for (const bag of bags) keys.push(...(await openKey(bag, opening)))
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

/**
 * Reads a PKCS#12 file (RFC 7292) in password mode: keys with their certificates and chains.
 * Opens PBES2 (PBKDF2 with any HMAC of SHA-1, SHA-2 or SHA-3; AES-CBC, 3DES, DES, RC2), PBES1, and the 3DES, RC2 and RC4
 * schemes of RFC 7292 appendix C; checks the classic MAC and PBMAC1 (RFC 9579); takes BER and unlocked bags.
 *
 * Errors: `p12-wrong-password`, `p12-corrupt` (password right, content changed), `p12-other-password` (a part locked
 * differently), `p12-unsupported` (names what), `p12-version`, `p12-iterations` (over ten million rounds), and `ber-…` /
 * `der-…` for bytes that are no such file.
 */
export function readPkcs12(bytes: Uint8Array, password: string): Promise<Result<Pkcs12, Refusal>> {
  return settle(read(bytes, password))
}
