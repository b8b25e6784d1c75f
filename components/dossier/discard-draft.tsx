import { Column } from '@/components/layout/frame'
import { Button, LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { paths } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale, Text } from '@/lib/i18n'
import { APPLICANT_WORDS as A } from './applicant-words'
import { momentText } from './moment-text'

type Props = {
  draft: { id: string; procedureName: Text; savedAt: Date; dossierId: string | null }
  locale: Locale
}

/** What would be discarded, and the choice. */
export function DiscardDraft({ draft: { id, procedureName, savedAt, dossierId }, locale }: Props) {
  return (
    <Column width="reading">
      <PageHeader
        title={say(A.discardTitle, locale)}
        lead={`${say(procedureName, locale)}. ${say(A.savedAt, locale, { at: momentText(savedAt, locale) })}.`}
      />
      <p className="pb-6">{say(dossierId === null ? A.discardWords : A.discardSupplementWords, locale)}</p>
      <form method="post" action={paths.discardDraft(id)} className="flex flex-wrap gap-4">
        <Button variant="danger">{say(A.discard, locale)}</Button>
        <LinkButton href={paths.draft(id)} variant="secondary">
          {say(A.keepDraft, locale)}
        </LinkButton>
      </form>
    </Column>
  )
}
