import { z } from 'zod'
import type { Text } from '@/lib/i18n'

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

/** What an administrator types beside the certificate. */
export const anchorInput = z.object({
  set: z.enum(['public', 'government']),
  source: z.string().trim().min(5).max(300),
})
export type AnchorInput = z.infer<typeof anchorInput>
