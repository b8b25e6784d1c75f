import { SupplementRoundView } from '@/components/dossier/supplement-round'
import type { ActAction, ActState } from '@/components/dossier/use-act'
import { itemKey, paths } from '@/lib/dossiers'
import type { RoundItem, SupplementRound } from '@/lib/dossiers'
import type { ProcedureDefinition } from '@/lib/catalogue'
import type { Journey } from '@/lib/forms'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import type { Issue } from '@/lib/kernel'
import { DraftFrame, REVIEW_STEP } from './draft-frame'
import { ExplainForm } from './explain-form'
import { mendHref, mendPlaces } from './mend-places'
import { Missing } from './review-page'
import { SubmitForm } from './submit-form'
import type { SubmitAction } from './submit-form'
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
  explain: ActAction
  /** An explanation sent before the session had ended and refused since. */
  refused: ActState | null
  submit: SubmitAction
  locale: Locale
}

/** What the agency asked for, each item with the way to mend it or to say why not, and what would be sent. */
export function SupplementPage({ opened, round, missing, explain, refused, submit, locale }: Props) {
  const { draft, definition, journey, documents } = opened
  const places = mendPlaces(draft.id, journey, documents)
  const hrefOf = (ref: string) => mendHref(places, ref)
  const explaining = { action: explain, refused, reviewHref: paths.draftReview(draft.id) }
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
        besideItem={(roundItem) => (
          <Mend one={roundItem} href={hrefOf(roundItem.item.ref)} explaining={explaining} locale={locale} />
        )}
      />
      <div className="pt-6 empty:hidden">
        {missing.length > 0 && (
          <Missing issues={missing} hrefOf={(path) => hrefOf(path) ?? '#error-summary'} locale={locale} />
        )}
      </div>
      <SubmitForm
        action={submit}
        label={say(D.sendSupplement, locale)}
        isReady={missing.length === 0}
        places={places}
        locale={locale}
      />
    </DraftFrame>
  )
}

type Explaining = { action: ActAction; refused: ActState | null; reviewHref: string }
type MendProps = { one: RoundItem; href: string | null; explaining: Explaining; locale: Locale }

function Mend({ one: { item, explanation }, href, explaining, locale }: MendProps) {
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
      <ExplainForm {...{ explanation, locale, ...explaining }} about={itemKey(item)} />
    </div>
  )
}
