import { z } from 'zod'

/** What comes back from whoever signed: the bytes to append, and the file they belong to. */
export type Signed = { appendix: Uint8Array; baseSize: number; baseSha256: string }

/** A signature revision is about 40 KB, with a large form in the file perhaps ten times that. */
const MAX_APPENDIX = 4 * 1024 * 1024

const base64 = z
  .base64()
  .max((MAX_APPENDIX / 3) * 4)
  .transform((text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0)))

export const signedInput = z.object({
  appendix: base64,
  baseSize: z.int().positive(),
  baseSha256: z.string().regex(/^[0-9a-f]{64}$/),
}) satisfies z.ZodType<Signed>

/** What a sign-in by certificate, or a confirmation, brings: our challenge, and a CMS signature over it. */
export const challengeAnswer = z.object({
  challenge: z.string().max(1000),
  signature: base64,
  isStepUp: z.boolean(),
  tiep: z.string().max(2000),
})
