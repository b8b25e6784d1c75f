import { z } from 'zod'
import type { Text } from '@/lib/i18n'
import type { DomainError } from '@/lib/kernel'

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

/** What a file to be trusted holds, to be compared with what its authority publishes. */
export type AnchorPreview = { name: string; fingerprint: string; notBefore: Date; notAfter: Date }

/** Between choosing a certificate and trusting it: nothing yet, a refusal, or what is to be confirmed. */
export type AnchorState =
  | { error: DomainError }
  | { preview: AnchorPreview & AnchorInput & { certificate: string } }
  | null
