const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

type Asked = { method: string; host: string | null; origin: string | null; fetchSite: string | null }

/**
 * Whether a browser sent a change from a page of another site. Browsers name the origin of every POST; a caller that
 * names none and sends no `Sec-Fetch-Site` is no browser and carries nobody's cookies by accident.
 */
export function isForeignChange({ method, host, origin, fetchSite }: Asked): boolean {
  if (SAFE_METHODS.has(method)) return false
  if (origin !== null) return !URL.canParse(origin) || new URL(origin).host !== host
  return fetchSite !== null && fetchSite !== 'same-origin' && fetchSite !== 'none'
}
