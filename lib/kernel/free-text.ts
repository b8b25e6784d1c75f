import { z } from 'zod'
import { lengthOf } from './length'

/** What people write in their own words. */
export function freeText({ min = 0, max }: { min?: number; max: number }) {
  return z
    .string()
    .trim()
    .check(({ value, issues }) => {
      const length = lengthOf(value)
      const told = { origin: 'string', inclusive: true, input: value } as const
      if (length > max) issues.push({ code: 'too_big', maximum: max, ...told })
      else if (length < min) issues.push({ code: 'too_small', minimum: min, ...told })
    })
}
