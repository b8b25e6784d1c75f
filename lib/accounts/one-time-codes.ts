import { Secret, TOTP } from 'otpauth'

const PERIOD_SECONDS = 30

const totpOf = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret), period: PERIOD_SECONDS, digits: 6 })

const currentStep = (now: Date) => Math.floor(now.getTime() / 1000 / PERIOD_SECONDS)

/**
 * The time step of a code that is right now, or one step early or late for clocks that differ; null when it is wrong or
 * its step was used before (RFC 6238 section 5.2: a code is accepted once).
 */
export function acceptedStep(secret: string, code: string, now: Date, lastStep: number): number | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: 1 })
  if (delta === null) return null
  const step = currentStep(now) + delta
  return step > lastStep ? step : null
}

/** The code an authenticator application shows now. */
export function codeAt(secret: string, now: Date): string {
  return totpOf(secret).generate({ timestamp: now.getTime() })
}

/** A code that would be taken and was not used yet, those that stay valid longest first; the present one when none is left. */
export function unusedCode(secret: string, now: Date, lastStep: number): string {
  const moments = [0, 1, -1].map((step) => new Date(now.getTime() + step * PERIOD_SECONDS * 1000))
  const codes = moments.map((moment) => codeAt(secret, moment))
  return codes.find((code) => acceptedStep(secret, code, now, lastStep) !== null) ?? codeAt(secret, now)
}

/** Base32 (RFC 4648) of 20 random bytes, as authenticator applications take it. */
export function totpSecret(random: Uint8Array): string {
  return new Secret({ buffer: Uint8Array.from(random).buffer }).base32
}
