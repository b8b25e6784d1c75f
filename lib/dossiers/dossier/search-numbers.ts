/** A dossier has few numbers; a form that lists hundreds is not found by each of them. */
const MOST = 60
const DATE = /^\d{4}-\d{2}-\d{2}$/

/** A number as people write it, in one spelling: no blanks or marks, capitals, a telephone without its country; null for anything else. */
export function numberIn(text: string): string | null {
  if (text.length > 40 || DATE.test(text)) return null
  const bare = text
    .trim()
    .replace(/[\s.,\-/()]/g, '')
    .toUpperCase()
  const national = bare.replace(/^(?:\+84|0084)(?=\d{9}$)/, '0')
  const digits = national.replace(/\D/g, '').length
  return /^[0-9A-ZĐ]{5,20}$/.test(national) && digits >= 5 ? national : null
}

/** Every number somewhere in these answers, each once. */
export function numbersIn(...values: unknown[]): string[] {
  return [...new Set(values.flatMap(textsIn).flatMap((text) => numberIn(text) ?? []))].slice(0, MOST)
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}
