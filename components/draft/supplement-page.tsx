import type { ReactNode } from 'react'
import { SupplementRoundView } from '@/components/dossier/supplement-round'
import type { SupplementItem, SupplementRound } from '@/lib/dossiers'
import type { ProcedureDefinition } from '@/lib/catalogue'
import type { Journey } from '@/lib/forms'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import type { Issue } from '@/lib/kernel'
import { DraftFrame, REVIEW_STEP } from './draft-frame'
import { mendHref, mendPlaces } from './mend-places'
import { Missing } from './review-page'
import { DRAFT_WORDS as D } from './words'

type Props = {
  opened: {
    draft: { id: string }
    definition: ProcedureDefinition
    journey: Journey
    documents: readonly { code: string }[]
  }
  round: SupplementRound
  missing: Issue[]
  /** The form that says why an item is not mended. */
  explain: (item: SupplementItem) => ReactNode
  /** The form that sends it. */
  submit: ReactNode
  locale: Locale
}

/** What the agency asked for, each item with the way to mend it or to say why not, and what would be sent. */
export function SupplementPage({ opened, round, missing, explain, submit, locale }: Props) {
  const { draft, definition, journey, documents } = opened
  const places = mendPlaces(draft.id, journey, documents)
  const hrefOf = (ref: string) => mendHref(places, ref)
  return (
    <DraftFrame
      {...{ draftId: draft.id, procedureName: definition.name, journey, locale }}
      current={REVIEW_STEP}
      title={say(D.reviewSupplement, locale)}
      lead={say(D.reviewSupplementLead, locale)}
      supplement={{ documents, missing }}
    >
      <SupplementRoundView
        round={round}
        locale={locale}
        besideItem={({ item }) => (
          <Mend item={item} href={hrefOf(item.ref)} locale={locale}>
            {explain(item)}
          </Mend>
        )}
      />
      <div className="pt-6 empty:hidden">
        {missing.length > 0 && (
          <Missing issues={missing} hrefOf={(path) => hrefOf(path) ?? '#error-summary'} locale={locale} />
        )}
      </div>
      {submit}
    </DraftFrame>
  )
}

type MendProps = { item: SupplementItem; href: string | null; locale: Locale; children: ReactNode }

function Mend({ item, href, locale, children }: MendProps) {
  return (
    <div className="flex flex-col gap-3 pt-2">
      {href !== null && (
        <p>
          <a href={href}>
            {say(item.target === 'document' ? D.sendFiles : D.mendItem, locale)}
            <span className="sr-only">: {say(item.label, locale)}</span>
          </a>
        </p>
      )}
      {children}
    </div>
  )
}
