import type { z } from 'zod'
import type { DomainError, Result } from '@/lib/kernel'
import { parseForm } from '@/lib/kernel'

/** Reads an operation's input from its form by a schema. */
export const parsed =
  <T>(schema: z.ZodType<T>) =>
  (form: FormData): Result<T, DomainError> =>
    parseForm(schema, form)
