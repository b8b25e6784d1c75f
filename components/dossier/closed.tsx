import { Notice } from '@/components/ui/notice'
import type { Dossier } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { APPLICANT_WORDS as A } from './applicant-words'
import { DOSSIER_WORDS as W } from './words'

/** Why it ended comes before where it was. */
export function Closed({ dossier, locale }: { dossier: Dossier; locale: Locale }) {
  if (dossier.closing === null) return null
  const { ground, reason, guidance } = dossier.closing
  return (
    <Notice tone="info" locale={locale} title={say(A.closing, locale)}>
      <p className="whitespace-pre-line">{reason}</p>
      <p className="pt-2">
        {say(W.ground, locale)}: {ground}
      </p>
      {guidance !== undefined && (
        <p className="pt-2 whitespace-pre-line">
          {say(W.guidance, locale)}: {guidance}
        </p>
      )}
    </Notice>
  )
}
