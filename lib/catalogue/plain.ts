import { unaccented } from '@/lib/kernel'

/** Lower case without diacritics, one blank between words: how names are compared with what people type. */
export function plain(text: string): string {
  return unaccented(text)
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim()
}

/** The words of a query for full text search, each also as the beginning of a longer one. */
export function prefixQuery(typed: string): string {
  const words = plain(typed).match(/[\p{L}\p{N}]+/gu) ?? []
  return words
    .slice(0, 12)
    .map((word) => `${word}:*`)
    .join(' & ')
}
