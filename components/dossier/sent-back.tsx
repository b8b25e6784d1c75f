import { Notice } from '@/components/ui/notice'
import type { DossierResult } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { DESK_WORDS } from './desk-words'

type Props = { result: DossierResult | null; locale: Locale }

/** What the leader wants corrected in the draft as it stands: writing it anew ends that, approving it too. */
export const sentBackReason = (result: DossierResult | null): string | null =>
  result === null || result.approvedAt !== null ? null : result.sentBackReason

export function SentBack({ result, locale }: Props) {
  const reason = sentBackReason(result)
  if (reason === null) return null
  return (
    <Notice tone="warn" locale={locale} title={say(DESK_WORDS.sentBack, locale)}>
      <p className="whitespace-pre-line wrap-anywhere">{reason}</p>
    </Notice>
  )
}
