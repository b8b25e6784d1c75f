import { bytesEqual } from '@/lib/trust'

type Bytes = Uint8Array<ArrayBuffer>

/** One way tools turned a typed password into octets. */
export type Password = {
  /** For the derivation of RFC 7292: BMPString with a closing zero. */
  readonly unicode: Bytes
  /** For PKCS#5 (RFC 8018): UTF-8. */
  readonly plain: Bytes
}

export type PasswordForm = keyof Password

function bmp(units: readonly number[]): Bytes {
  return Uint8Array.from([...units, 0].flatMap((unit) => [unit >> 8, unit & 0xff]))
}

const unitsOf = (text: string): number[] => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))

/** Grave, acute, tilde, hook above and dot below. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu

/** As the Vietnamese keyboard of Windows types (its code page 1258): one character a letter, its tone a mark behind it. */
function withTonesBehind(text: string): string {
  return text.normalize('NFD').replace(/\P{M}\p{M}+/gu, (letter) => {
    return letter.replace(TONES, '').normalize('NFC') + (letter.match(TONES) ?? []).join('')
  })
}

/**
 * The readings of a password to try, the standard one first:
 * OpenSSL took octets of UTF-8 for characters; NSS fed the BMPString to PBKDF2; Latin-1 stands in files of old desktops;
 * an empty password is either a closing zero alone (RFC 7292 B.1) or nothing at all; and an accented letter is one
 * character to some keyboards, a letter with its marks to others, and half of each to Windows.
 */
export function passwordReadings(password: string): Password[] {
  const forms = [password, password.normalize('NFC'), password.normalize('NFD'), withTonesBehind(password)]
  const readings = [...new Set(forms)].flatMap(readingsOf)
  return readings.filter((reading, index) => readings.findIndex((other) => samePassword(reading, other)) === index)
}

function readingsOf(password: string): Password[] {
  const utf8 = new Uint8Array(new TextEncoder().encode(password))
  const units = unitsOf(password)
  const latin = units.every((unit) => unit < 256) ? Uint8Array.from(units) : utf8
  const standard = { unicode: bmp(units), plain: utf8 }
  const readings = [standard, { unicode: bmp([...utf8]), plain: latin }, { unicode: bmp(units), plain: bmp(units) }]
  if (password === '') readings.splice(1, 0, { unicode: new Uint8Array(0), plain: utf8 })
  return readings
}

/** The different octets that the readings give one kind of derivation, in order. */
export function octetsOf(readings: readonly Password[], form: PasswordForm): Bytes[] {
  const all = readings.map((reading) => reading[form])
  return all.filter((password, index) => all.findIndex((other) => bytesEqual(password, other)) === index)
}

function samePassword(a: Password, b: Password): boolean {
  return bytesEqual(a.unicode, b.unicode) && bytesEqual(a.plain, b.plain)
}
