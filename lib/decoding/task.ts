import { z } from 'zod'

/** What a file was found to be by its first bytes; each kind has its own decoder. */
const kind = z.enum(['pdf', 'heic', 'image'])

/** What the program that decodes is asked; the file itself, `size` bytes, comes through its standard input. */
export const taskSchema = z.object({
  kind,
  size: z.int().min(0),
  act: z.discriminatedUnion('name', [
    z.object({ name: z.literal('inspect') }),
    /** Only whether it is built like a PDF: for files that cannot be opened within the limits. */
    z.object({ name: z.literal('outline') }),
    z.object({ name: z.literal('draw'), page: z.int().min(0), width: z.int().min(1) }),
  ]),
})
export type Task = z.infer<typeof taskSchema>

/** What the program says: first that it is ready, then one answer a task. */
export const answerSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('ready') }),
  z.object({ outcome: z.literal('opens'), pages: z.int().min(1).nullable() }),
  z.object({ outcome: z.literal('drawn'), webp: z.base64() }),
  z.object({ outcome: z.literal('no-such-page') }),
  z.object({ outcome: z.literal('broken') }),
  z.object({ outcome: z.literal('locked') }),
  z.object({ outcome: z.literal('too-many-pixels') }),
  /** It asked for more memory than a file may have, or ended the decoder: the program ends after this. */
  z.object({ outcome: z.literal('too-costly') }),
])
export type Answer = z.infer<typeof answerSchema>
