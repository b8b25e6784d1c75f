/** Cookies remembered at most; those unheard of longest leave first. */
const MOST = 5_000
/** Ours need half of it; whoever sends more would fill the memory with what is none of ours. */
const LONGEST = 2_000

export type OpenedCookies = {
  /** The token in these cookies: opened once, and by `open` where it was not met before. */
  token: (cookies: string, open: () => Promise<string | null>) => Promise<string | null>
}

/**
 * Opening next-auth's cookie derives a key anew and costs as much as several queries; the same bytes always hold the same token.
 * What that is worth is decided by its row, at each request.
 */
export function openedCookies(most = MOST): OpenedCookies {
  const tokens = new Map<string, string>()
  return {
    async token(cookies, open) {
      const cached = tokens.get(cookies)
      const token = cached ?? (await open())
      // What does not open is not remembered: anybody could send any amount of it.
      if (token === null || cookies.length > LONGEST) return token
      tokens.delete(cookies)
      tokens.set(cookies, token)
      const [oldest] = tokens.keys()
      if (tokens.size > most && oldest !== undefined) tokens.delete(oldest)
      return token
    },
  }
}
