import { unaccented } from '@/lib/kernel'

/** Lower case without diacritics, one blank between words: how names are compared with what people type. */
export function plain(text: string): string {
  return unaccented(text)
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim()
}

/** A syllable of Vietnamese has two or three letters: as the beginning of others it would mean nearly anything. */
const SHORTEST_BEGINNING = 4

/** The words of a query for full text search, each but the shortest also as the beginning of a longer one. */
export function prefixQuery(typed: string): string {
  const words = plain(typed).match(/[\p{L}\p{N}]+/gu) ?? []
  return words
    .slice(0, 12)
    .map((word) => (word.length < SHORTEST_BEGINNING ? word : `${word}:*`))
    .join(' & ')
}
