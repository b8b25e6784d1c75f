/** The three answers of EN 319 102-1 section 5.1.3. */
export type Indication = 'TOTAL_PASSED' | 'INDETERMINATE' | 'TOTAL_FAILED'

/** Sub-indications of EN 319 102-1 table 5 that this validator gives. */
export type SubIndication =
  | 'FORMAT_FAILURE'
  | 'HASH_FAILURE'
  | 'SIG_CRYPTO_FAILURE'
  | 'REVOKED'
  | 'NOT_YET_VALID'
  | 'SIG_CONSTRAINTS_FAILURE'
  | 'CHAIN_CONSTRAINTS_FAILURE'
  | 'CERTIFICATE_CHAIN_GENERAL_FAILURE'
  | 'CRYPTO_CONSTRAINTS_FAILURE'
  | 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE'
  | 'NO_SIGNING_CERTIFICATE_FOUND'
  | 'NO_CERTIFICATE_CHAIN_FOUND'
  | 'REVOKED_NO_POE'
  | 'OUT_OF_BOUNDS_NO_POE'
  | 'TIMESTAMP_ORDER_FAILURE'
  | 'TRY_LATER'
  | 'GENERIC'

/** `because` is a stable code for the words and the log, `detail` English for the log, `about` a name the words need. */
export type Verdict = {
  readonly indication: Indication
  readonly subIndication: SubIndication | null
  readonly because: string
  readonly detail?: string
  readonly about?: string
}

export const PASSED: Verdict = { indication: 'TOTAL_PASSED', subIndication: null, because: 'passed' }

const FAILURES: ReadonlySet<SubIndication> = new Set([
  'FORMAT_FAILURE',
  'HASH_FAILURE',
  'SIG_CRYPTO_FAILURE',
  'REVOKED',
  'NOT_YET_VALID',
])

/** The verdict for a sub-indication; which of the two indications it belongs to is fixed by the standard. */
export function verdict(subIndication: SubIndication, because: string, detail?: string, about?: string): Verdict {
  const indication = FAILURES.has(subIndication) ? 'TOTAL_FAILED' : 'INDETERMINATE'
  const words = { ...(detail === undefined ? {} : { detail }), ...(about === undefined ? {} : { about }) }
  return { indication, subIndication, because, ...words }
}
