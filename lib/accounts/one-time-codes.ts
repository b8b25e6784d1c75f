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

/** Base32 (RFC 4648) of 20 random bytes, as authenticator applications take it. */
export function totpSecret(random: Uint8Array): string {
  return new Secret({ buffer: Uint8Array.from(random).buffer }).base32
}
