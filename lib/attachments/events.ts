import { z } from 'zod'

/** What happens to a file, as other modules hear of it. */
export const ATTACHMENT_EVENTS = {
  'attachment.scanned': z.object({
    status: z.enum(['clean', 'infected', 'unscanned']),
    holderId: z.uuid(),
    dossierId: z.uuid().nullable(),
    /** What the scanner calls it. */
    signature: z.string().optional(),
  }),
} as const
