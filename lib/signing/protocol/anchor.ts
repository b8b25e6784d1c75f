import { z } from 'zod'
import { instant, localDate } from '@/lib/calendar'
import type { Text } from '@/lib/i18n'
import { err, freeText, ok } from '@/lib/kernel'
import type { DomainError, Result } from '@/lib/kernel'

/** The sets of roots a verdict may name. */
export const ANCHOR_SETS = {
  public: { vi: 'Chứng thực chữ ký số công cộng', en: 'Public certification authorities' },
  government: { vi: 'Chứng thực chuyên dùng Chính phủ', en: 'Government certification authority' },
} as const satisfies Record<string, Text>
export type AnchorSet = keyof typeof ANCHOR_SETS

/** One trusted root as administrators see it. */
export type TrustAnchor = {
  id: string
  set: AnchorSet
  name: string
  fingerprint: string
  effectiveFrom: Date
  effectiveTo: Date | null
  source: string
  isSample: boolean
  notAfter: Date | null
}

/** A day in Vietnam, or nothing chosen. */
const day = z.iso
  .date()
  .or(z.literal(''))
  .transform((typed) => typed || undefined)
  .optional()

/** What an administrator types beside the certificate. */
export const anchorInput = z.object({
  set: z.enum(['public', 'government']),
  source: freeText({ min: 5, max: 300 }),
  /** The day its trust begins; now where none is chosen. */
  from: day,
  /** The first day it is trusted no longer. */
  to: day,
})
export type AnchorInput = z.infer<typeof anchorInput>

export type TrustPeriod = { effectiveFrom: Date; effectiveTo: Date | null }

/** From when until when a root is to be trusted. Trust is never given for the past: what was judged then was judged without it. */
export function trustPeriod(
  { from, to }: Pick<AnchorInput, 'from' | 'to'>,
  now: Date,
): Result<TrustPeriod, DomainError> {
  const today = localDate(now)
  const [first, end] = [from ?? today, to ?? null]
  if (first < today || (end !== null && end <= first)) return err({ code: 'trust-period-wrong' })
  return ok({
    effectiveFrom: first === today ? now : instant(first, 0),
    effectiveTo: end === null ? null : instant(end, 0),
  })
}

/** What a file to be trusted holds, to be compared with what its authority publishes. */
export type AnchorPreview = { name: string; fingerprint: string; notBefore: Date; notAfter: Date }

/** Between choosing a certificate and trusting it: nothing yet, a refusal, or what is to be confirmed. */
export type AnchorState =
  | { error: DomainError; typed: Record<string, string> }
  | { preview: AnchorPreview & AnchorInput & { certificate: string } }
  | null
