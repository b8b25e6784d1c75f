/** Why a sign-in through the identity provider did not end well; each has words and a way back. */
export const SIGN_IN_FAULTS = [
  'cancelled',
  'not-the-latest',
  'provider-down',
  'not-genuine',
  'account-disabled',
  'not-the-same-person',
  'facts-unreadable',
] as const
export type SignInFault = (typeof SIGN_IN_FAULTS)[number]

/** Everything an error was caused by, outermost first; next-auth wraps the cause as `cause.err`. */
function causesOf(error: unknown, depth = 0): Error[] {
  if (!(error instanceof Error) || depth > 5) return []
  const inner = error.cause
  const wrapped = typeof inner === 'object' && inner !== null && 'err' in inner ? inner.err : inner
  return [error, ...causesOf(wrapped, depth + 1)]
}

const DOWN = new Set(['TimeoutError', 'AbortError'])
const DOWN_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT'])

function isDown(error: Error): boolean {
  const code = 'code' in error ? String(error.code) : ''
  return (
    DOWN.has(error.name) || DOWN_CODES.has(code) || error.message === 'fetch failed' || error.name === 'ProviderDown'
  )
}

/**
 * Reads what next-auth reports into what a person can act on. `said` is the provider's own word for it (the `error` of its
 * answer, RFC 6749 section 4.1.2.1), which next-auth does not pass on.
 */
export function faultOf(error: unknown, providerError: string | null): SignInFault {
  const causes = causesOf(error)
  if (causes.some(isDown)) return 'provider-down'
  const types = causes.map((cause) => ('type' in cause ? cause.type : ''))
  if (types.includes('OAuthCallbackError')) return providerError === 'access_denied' ? 'cancelled' : 'provider-down'
  return types.includes('InvalidCheck') ? 'not-the-latest' : 'not-genuine'
}
