import type { HashName } from './hash'
import type { KeyAlgorithm, PublicKey } from './key'
import type { Refusal } from '../der/refusal'
import type { SignatureScheme } from './signature-scheme'

/** Until when something is strong enough; `never` = at no time. A rule for a hash, or for keys of a kind below some size. */
export type AlgorithmRule =
  | { readonly hash: HashName; readonly until: Date | 'never' }
  | { readonly key: KeyAlgorithm; readonly below: number; readonly until: Date | 'never' }

/** Rules in any order; what no rule mentions is allowed at any time. */
export type AlgorithmPolicy = readonly AlgorithmRule[]

/** For judging signatures through the years (after ETSI TS 119 312 and NIST SP 800-131A); callers may bring their own. */
export const DATED_ALGORITHMS: AlgorithmPolicy = [
  { hash: 'MD5', until: new Date('2004-08-31T23:59:59Z') },
  { hash: 'SHA-1', until: new Date('2016-12-31T23:59:59Z') },
  { hash: 'RIPEMD-160', until: new Date('2014-12-31T23:59:59Z') },
  { hash: 'SHA-224', until: new Date('2028-12-31T23:59:59Z') },
  { hash: 'SHA-512/224', until: new Date('2028-12-31T23:59:59Z') },
  { hash: 'SHA3-224', until: new Date('2028-12-31T23:59:59Z') },
  { key: 'rsa', below: 1024, until: 'never' },
  { key: 'rsa', below: 2048, until: new Date('2013-12-31T23:59:59Z') },
  { key: 'rsa-pss', below: 2048, until: new Date('2013-12-31T23:59:59Z') },
  { key: 'dsa', below: 1024, until: 'never' },
  { key: 'dsa', below: 2048, until: new Date('2013-12-31T23:59:59Z') },
  { key: 'ec', below: 224, until: new Date('2013-12-31T23:59:59Z') },
]

/** Plain RFC 5280: only what is outright forgeable is refused. */
export const UNDATED_ALGORITHMS: AlgorithmPolicy = [
  { hash: 'MD5', until: 'never' },
  { key: 'rsa', below: 1024, until: 'never' },
]

/** TLS servers: today's profile at whatever time is asked (SHA-1, DSA and short keys never). */
export const TLS_ALGORITHMS: AlgorithmPolicy = [
  { hash: 'MD5', until: 'never' },
  { hash: 'SHA-1', until: 'never' },
  { hash: 'RIPEMD-160', until: 'never' },
  { hash: 'SHA-224', until: 'never' },
  { hash: 'SHA-512/224', until: 'never' },
  { hash: 'SHA3-224', until: 'never' },
  { key: 'rsa', below: 2048, until: 'never' },
  { key: 'rsa-pss', below: 2048, until: 'never' },
  { key: 'dsa', below: Number.MAX_SAFE_INTEGER, until: 'never' },
  { key: 'ec', below: 256, until: 'never' },
]

function isOver(until: Date | 'never', at: Date): boolean {
  return until === 'never' || at > until
}

function words(until: Date | 'never'): string {
  return until === 'never' ? 'is not trusted' : `has not been trusted since ${until.toISOString().slice(0, 10)}`
}

/** "RSA 1024 bit": a kind of key and its size, as people write it. */
export function keyName(algorithm: KeyAlgorithm, bits: number): string {
  return `${algorithm.toUpperCase()} ${String(bits)} bit`
}

export function hashRefusal(policy: AlgorithmPolicy, scheme: SignatureScheme, at: Date): Refusal | undefined {
  const rule = policy.find((row) => 'hash' in row && row.hash === scheme.hash && isOver(row.until, at))
  const about = scheme.hash ?? ''
  return rule && { code: 'weak-hash', message: `hash ${about} ${words(rule.until)}`, about }
}

/** Keys whose size is unknown (0 bits: inherited or unnamed parameters) fall below every limit. */
export function keyRefusal(policy: AlgorithmPolicy, key: PublicKey, at: Date): Refusal | undefined {
  const rule = policy.find(
    (row) => 'key' in row && row.key === key.algorithm && key.bits < row.below && isOver(row.until, at),
  )
  if (!rule) return undefined
  const about = keyName(key.algorithm, key.bits)
  return { code: 'weak-key', message: `a key of ${about} ${words(rule.until)}`, about }
}
