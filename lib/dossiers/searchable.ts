/** A name as search compares it: no diacritics, lower case, single blanks. */
export function searchable(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase().replace(/\s+/g, ' ').trim()
}
