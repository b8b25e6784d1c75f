import { z } from 'zod'
import { lengthOf } from './length'

/** Signs alone, without a letter or a digit: nobody's words. */
export function isWordless(text: string): boolean {
  return text !== '' && !/[\p{L}\p{N}]/u.test(text)
}

/** What people write in their own words. */
export function freeText({ min = 0, max }: { min?: number; max: number }) {
  return z
    .string()
    .trim()
    .check(({ value, issues }) => {
      const length = lengthOf(value)
      const issue = { origin: 'string', inclusive: true, input: value } as const
      if (length > max) issues.push({ code: 'too_big', maximum: max, ...issue })
      else if (isWordless(value)) issues.push({ code: 'invalid_format', format: 'words', input: value })
      else if (length < min) issues.push({ code: 'too_small', minimum: min, ...issue })
    })
}
