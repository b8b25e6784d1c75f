import { typed } from './text'

/** What was typed without the blanks, dots and dashes people put between digits. */
export function compact(raw: unknown): string {
  return typed(raw)
    .slice(0, 100)
    .replace(/[\s.\-\u2010-\u2015\u2212]/g, '')
}
