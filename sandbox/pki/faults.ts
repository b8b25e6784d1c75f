import { z } from 'zod'

/** Ways to make each service misbehave, so that what depends on it can be tried. Absent or null: it works. */
export const faultSwitches = z.strictObject({
  /** `wrong-nonce` answers another question; `stale` was true a week ago; `unsigned` spoils the signature; `unknown` knows nobody. */
  ocsp: z.enum(['down', 'slow', 'wrong-nonce', 'stale', 'unsigned', 'unknown', 'garbage']).nullable().default(null),
  /** Issuers' certificates: `moved` redirects, `bundle` answers PKCS#7 in PEM. */
  ca: z.enum(['down', 'slow', 'moved', 'bundle', 'garbage']).nullable().default(null),
  crl: z.enum(['down', 'slow', 'stale', 'garbage']).nullable().default(null),
  tsa: z
    .enum(['down', 'slow', 'wrong-imprint', 'wrong-nonce', 'stale', 'rejected', 'unsigned', 'garbage'])
    .nullable()
    .default(null),
  /** `lapsed` has forgotten the leave to sign; `other-key` signs with somebody else's key. */
  csc: z
    .enum(['down', 'slow', 'busy', 'garbage', 'lapsed', 'wrong-signature', 'other-key', 'too-many-signatures'])
    .nullable()
    .default(null),
})
export type Faults = z.infer<typeof faultSwitches>

export const NO_FAULTS: Faults = { ocsp: null, ca: null, crl: null, tsa: null, csc: null }
/** How long a slow service keeps one waiting, in milliseconds: longer than any client should. */
export const SLOW = 30_000
const WEEK = 7 * 86_400_000

/** The moment a stale service believes it is. */
export const staleAt = (now: Date): Date => new Date(now.getTime() - WEEK)

/** The same bytes with the last one wrong. */
export function spoil(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  copy[copy.length - 1] = (copy.at(-1) ?? 0) ^ 1
  return copy
}
