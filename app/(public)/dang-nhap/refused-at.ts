import { returnPath } from '@/lib/accounts'
import { ERRORS, type DomainError, isErrorCode } from '@/lib/kernel'
import { say, type Locale } from '@/lib/i18n'

/** The address of a form again, with what was refused and the page to return to in its query. */
export function refusedAt(form: string, refusal: DomainError | null, tiep: unknown): string {
  const query = new URLSearchParams()
  if (refusal) query.set('loi', refusal.code)
  const seconds = refusal?.detail?.['seconds']
  if (seconds !== undefined) query.set('giay', String(seconds))
  const path = returnPath(tiep)
  if (path !== '/') query.set('tiep', path)
  return query.size === 0 ? form : `${form}?${query.toString()}`
}

/** The words of the refusal an address carries; undefined for none, and for a code nobody has. */
export function refusalIn(query: { loi?: unknown; giay?: unknown }, locale: Locale): string | undefined {
  if (typeof query.loi !== 'string' || !isErrorCode(query.loi)) return undefined
  const seconds = typeof query.giay === 'string' && /^\d{1,4}$/.test(query.giay) ? query.giay : '60'
  return say(ERRORS[query.loi].words, locale, { seconds })
}
