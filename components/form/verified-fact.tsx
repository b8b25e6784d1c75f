import { Icon } from '@/components/ui/icon'
import { FORM_WORDS, showAnswer } from '@/lib/forms'
import type { Answer, Field, Places } from '@/lib/forms'
import type { Locale } from '@/lib/i18n'

type VerifiedFactProps = { field: Field; value: Answer; locale: Locale; places?: Places | undefined }

/** An answer the electronic identity gives: shown with its mark, not to be edited, and never sent by the form. */
export function VerifiedFact({ field, value, locale, places }: VerifiedFactProps) {
  return (
    <div id={field.id} className="border-l-4 border-good pl-4">
      <p className="font-semibold">{field.label[locale]}</p>
      <p className="text-lg">{showAnswer(field, value, locale, places)}</p>
      <p className="flex items-center gap-1.5 text-sm text-good">
        <Icon name="check" />
        {FORM_WORDS.verified[locale]}
      </p>
    </div>
  )
}
