import { Badge } from '@/components/ui/badge'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { SUMMARY_WORDS } from '@/lib/signing'
import type { SignatureEntry, Summary } from '@/lib/signing'

export const SUMMARY_TONES = {
  valid: 'good',
  undecided: 'warn',
  invalid: 'bad',
  unsigned: 'neutral',
  unreadable: 'warn',
} as const satisfies Record<Summary, string>

/** What was found out about a file, in two or three words. */
export function VerdictBadge({ summary, locale }: { summary: Summary; locale: Locale }) {
  return <Badge tone={SUMMARY_TONES[summary]}>{say(SUMMARY_WORDS[summary].mark, locale)}</Badge>
}

const VERDICTS = {
  TOTAL_PASSED: { tone: 'good', words: { vi: 'Hợp lệ', en: 'Valid' } },
  INDETERMINATE: { tone: 'warn', words: { vi: 'Chưa kết luận', en: 'Not decided' } },
  TOTAL_FAILED: { tone: 'bad', words: { vi: 'Không hợp lệ', en: 'Not valid' } },
} as const

/** What was found out about one signature; one followed by forbidden changes vouches for nothing. */
export function SignatureBadge({ entry, locale }: { entry: SignatureEntry; locale: Locale }) {
  const { tone, words } = VERDICTS[entry.laterChanges === 'forbidden' ? 'TOTAL_FAILED' : entry.verdict]
  return <Badge tone={tone}>{say(words, locale)}</Badge>
}
