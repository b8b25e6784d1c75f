import { z } from 'zod'

/** What an officer types first; anything that cannot be an account is refused like a wrong password. */
export const credentials = z.object({
  username: z
    .string()
    .max(64)
    .transform((text) => text.normalize('NFC').trim().toLowerCase())
    .pipe(z.string().min(1)),
  password: z.string().min(1).max(200),
})

/** The open challenge and the six digits, typed with blanks or without. */
export const secondStep = z.object({
  challenge: z.string().min(1).max(100),
  code: z
    .string()
    .max(20)
    .transform((text) => text.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/)),
})

/** Carries the open challenge from the password page to the code page. */
export const SECOND_STEP_COOKIE = 'buoc-hai'
