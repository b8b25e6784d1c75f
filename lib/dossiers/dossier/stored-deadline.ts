import { z } from 'zod'
import type { Deadline, LocalDate, TimeOfDay } from '@/lib/calendar'
import { AFTER_SUPPLEMENT, DEADLINE_UNITS, PAUSE_CAUSES } from '@/lib/calendar'

const words = z.object({ vi: z.string(), en: z.string() })
const time = z.custom<TimeOfDay>((value) => typeof value === 'string' && /^\d{2}:\d{2}$/.test(value))
const localDate = z.custom<LocalDate>((value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value))

/** A deadline as it comes back from the database: instants written as text become dates again. */
export const storedDeadline = z.object({
  policy: z.object({
    unit: z.enum(DEADLINE_UNITS),
    amount: z.int().nonnegative(),
    sameDayCutoff: time,
    intakeShift: z.boolean(),
    supplement: z.enum(AFTER_SUPPLEMENT),
    paymentPauses: z.boolean(),
    endOfDay: time,
  }),
  acceptedAt: z.coerce.date(),
  startedAt: z.coerce.date(),
  originalDueAt: z.coerce.date(),
  currentDueAt: z.coerce.date(),
  pause: z.object({ at: z.coerce.date(), cause: z.enum(PAUSE_CAUSES) }).nullable(),
  explanation: z.array(words),
  trace: z.array(
    z
      .object({
        date: localDate,
        kind: z.enum(['start', 'working', 'swapped', 'weekend', 'holiday']),
        name: words.optional(),
      })
      .transform(({ name, ...day }) => (name === undefined ? day : { ...day, name })),
  ),
}) satisfies z.ZodType<Deadline>
