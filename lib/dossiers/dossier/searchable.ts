import { unaccented } from '@/lib/kernel'

/** A name as search compares it: no diacritics, lower case, single blanks. */
export function searchable(name: string): string {
  return unaccented(name).replace(/\s+/g, ' ').trim()
}
