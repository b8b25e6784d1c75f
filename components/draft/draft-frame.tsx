import type { ReactNode } from 'react'
import { Column } from '@/components/layout/frame'
import { PageHeader } from '@/components/ui/page-header'
import { Stepper } from '@/components/ui/stepper'
import type { Step } from '@/components/ui/stepper'
import { paths } from '@/lib/dossiers'
import type { Journey } from '@/lib/forms'
import { say } from '@/lib/i18n'
import type { Locale, Text } from '@/lib/i18n'
import type { Issue } from '@/lib/kernel'
import { DRAFT_WORDS as D } from './words'

type Props = {
  draftId: string
  procedureName: Text
  journey: Journey
  /** A page of the form, or one of the two after it. */
  current: string
  title: string
  lead?: string | undefined
  /** Whether the page came back with something to correct; its name then says so first. */
  isWrong?: boolean
  /** Set in the buffer of a supplement, which has a step for documents only where some are asked for: those, and what is left to mend. */
  supplement?: { documents: readonly { code: string }[]; missing: readonly Issue[] } | undefined
  locale: Locale
  children: ReactNode
}

export const DOCUMENTS_STEP = 'giay-to'
export const REVIEW_STEP = 'xem-lai'

/** The frame of every page of a draft: where one is, what comes, and the way back. */
export function DraftFrame({
  draftId,
  procedureName,
  journey,
  current,
  title,
  lead,
  isWrong = false,
  supplement,
  locale,
  children,
}: Props) {
  const name = `${title} – ${say(procedureName, locale)}`
  return (
    <Column>
      <p className="pb-2 text-ink-soft">{say(procedureName, locale)}</p>
      <Stepper
        label={say(D.steps, locale)}
        steps={stepsOf({ draftId, journey, current, supplement, locale })}
        locale={locale}
      />
      <div className="max-w-reading pt-8">
        <PageHeader title={title} tab={isWrong ? say(D.errorTab, locale, { title: name }) : name} lead={lead} />
        {children}
      </div>
    </Column>
  )
}

type StepProps = Pick<Props, 'draftId' | 'journey' | 'current' | 'supplement' | 'locale'>

/** Whether nothing is left to mend at any of these places. */
const isMended = (places: readonly string[], missing: readonly Issue[]) =>
  !missing.some(({ path }) => places.some((place) => path === place || path.startsWith(`${place}.`)))

/** Which steps are done: in a supplement, those where nothing is left to mend. */
function doneSteps({ journey, current, supplement }: StepProps): ReadonlySet<string> {
  if (supplement === undefined) {
    const answered = journey.pages.filter(({ page, isAnswered }) => isAnswered && journey.canVisit(page.id))
    return new Set([...answered.map(({ page }) => page.id), ...(current === REVIEW_STEP ? [DOCUMENTS_STEP] : [])])
  }
  const { documents, missing } = supplement
  const places = [
    ...journey.pages.map(({ page, fields }) => ({ key: page.id, at: fields.map(({ id }) => id) })),
    { key: DOCUMENTS_STEP, at: documents.map(({ code }) => code) },
  ]
  return new Set(places.filter(({ at }) => isMended(at, missing)).map(({ key }) => key))
}

function stepsOf(props: StepProps): Step[] {
  const { draftId, journey, current, supplement, locale } = props
  const done = doneSteps(props)
  const pages = journey.pages.map(({ page }) => ({
    key: page.id,
    label: say(page.title, locale),
    href: paths.draftPage(draftId, page.id),
    isOpen: journey.canVisit(page.id),
  }))
  const documents = {
    key: DOCUMENTS_STEP,
    label: say(D.documents, locale),
    href: paths.draftDocuments(draftId),
    isOpen: journey.complete,
  }
  const after = [
    ...(supplement?.documents.length === 0 ? [] : [documents]),
    {
      key: REVIEW_STEP,
      label: say(supplement === undefined ? D.review : D.reviewSupplement, locale),
      href: paths.draftReview(draftId),
      isOpen: journey.complete,
    },
  ]
  return [...pages, ...after].map(({ key, label, href, isOpen }) => ({
    key,
    label,
    status: key === current ? 'current' : done.has(key) ? 'done' : 'todo',
    ...(isOpen && key !== current ? { href } : {}),
  }))
}
