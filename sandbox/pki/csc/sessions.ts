import { createHash, randomBytes } from 'node:crypto'

/** What a signer agreed to: this credential, these hashes, so many signatures. */
export type Consent = { credentialId: string; hashes: string[]; hashAlgorithm: string; signaturesLeft: number }

type Grant = {
  userId: string
  clientId: string
  redirectUri: string
  challenge: string
  consent: Consent | undefined
  until: number
}
type Access = { userId: string; consent: Consent | undefined; until: number }

const MINUTE = 60_000
const [CODE_LIFE, SERVICE_LIFE, CONSENT_LIFE] = [2 * MINUTE, 60 * MINUTE, 5 * MINUTE]

const secret = (): string => randomBytes(32).toString('base64url')
const s256 = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url')

export type Redemption = { code: string; clientId: string; redirectUri: string; verifier: string }
export type Token = { value: string; kind: 'Bearer' | 'SAD'; seconds: number; credentialId?: string }

/** For the client it was given to, at the same address, with the verifier of its challenge (RFC 7636 4.6), in time. */
function isRedeemable(grant: Grant, { clientId, redirectUri, verifier }: Redemption, now: Date): boolean {
  const isSameClient = grant.clientId === clientId && grant.redirectUri === redirectUri
  return isSameClient && grant.challenge === s256(verifier) && grant.until >= now.getTime()
}

/** Codes and tokens of the remote signing service, in memory: all of them are short-lived. */
export function createSessions() {
  const codes = new Map<string, Grant>()
  const tokens = new Map<string, Access>()

  return {
    grant(details: Omit<Grant, 'until'>, now: Date): string {
      const code = secret()
      codes.set(code, { ...details, until: now.getTime() + CODE_LIFE })
      return code
    },

    /** A code works once, whoever tries it. */
    redeem(redemption: Redemption, now: Date): Token | undefined {
      const grant = codes.get(redemption.code)
      codes.delete(redemption.code)
      if (!grant || !isRedeemable(grant, redemption, now)) return undefined
      const { userId, consent } = grant
      const life = consent ? CONSENT_LIFE : SERVICE_LIFE
      const value = secret()
      tokens.set(value, { userId, consent, until: now.getTime() + life })
      const seconds = life / 1000
      return consent
        ? { value, kind: 'SAD', seconds, credentialId: consent.credentialId }
        : { value, kind: 'Bearer', seconds }
    },

    access(token: string | undefined, now: Date): Access | undefined {
      const access = token === undefined ? undefined : tokens.get(token)
      return access && access.until >= now.getTime() ? access : undefined
    },

    revoke(token: string): void {
      tokens.delete(token)
    },
  }
}
export type Sessions = ReturnType<typeof createSessions>
