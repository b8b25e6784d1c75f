import { Badge } from '@/components/ui/badge'
import { Disclosure } from '@/components/ui/disclosure'
import { FactList } from '@/components/ui/summary-list'
import type { ContactPhone } from '@/lib/accounts'
import type { Classification, Standing } from '@/lib/calendar'
import { placeOf } from '@/lib/dossiers'
import type { Dossier } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale, Text } from '@/lib/i18n'
import { ContactLine } from './contact-line'
import { HOLDER_WORDS } from './holder-words'
import { momentText } from './moment-text'
import { StandingBadge } from './state-badge'
import { DOSSIER_WORDS as W } from './words'

type Props = {
  dossier: Dossier
  agencyName: Text | null
  unitName: Text | null
  assigneeName: string | null
  contact: ContactPhone | null
  standing: Classification | null
  /** For whoever works on it: how statistics count it, where that is not how it stands to its term. */
  isCountedOverdue: boolean
  clockSteps: { id: string; at: Date; explanation: Text[]; legalGround: string }[]
  locale: Locale
}

/** Agency, unit, person, since when, until when, and why this date. */
export function Holder({ clockSteps, ...facts }: Props) {
  const { locale } = facts
  return (
    <>
      <FactList items={[...whoHolds(facts), ...untilWhen(facts)]} />
      {clockSteps.length > 0 && (
        <div className="pt-4">
          <Disclosure summary={say(W.whyDate, locale)}>
            <WhyDate steps={clockSteps} locale={locale} />
          </Disclosure>
        </div>
      )}
    </>
  )
}

type Facts = Omit<Props, 'clockSteps'>

/** Who holds it now: whose move it is, and since when; nobody once it has ended. */
function personNow({ dossier, assigneeName, locale }: Facts): string {
  const place = placeOf(dossier.state)
  if (place === null) return say(HOLDER_WORDS.ended, locale)
  return place === 'handler' ? (assigneeName ?? say(W.nobody, locale)) : say(HOLDER_WORDS[place], locale)
}

const later = (first: Date, other: Date) => (first > other ? first : other)

function whoHolds(facts: Facts) {
  const { dossier, agencyName, unitName, assigneeName, contact, locale } = facts
  const agency = agencyName === null ? dossier.agencyCode : say(agencyName, locale)
  return [
    { key: 'agency', term: say(W.agency, locale), value: agency },
    { key: 'unit', term: say(W.unit, locale), value: unitName === null ? '–' : say(unitName, locale) },
    { key: 'person', term: say(W.person, locale), value: personNow(facts) },
    ...(contact === null
      ? []
      : [
          {
            key: 'phone',
            term: say(HOLDER_WORDS.phone, locale),
            value: <ContactLine {...{ contact, assigneeName, locale }} />,
          },
        ]),
    {
      key: 'since',
      term: say(W.since, locale),
      value: momentText(later(dossier.heldSince, dossier.stateSince), locale),
    },
  ]
}

function untilWhen(facts: Facts) {
  const { dossier, standing, locale } = facts
  // What ended without a result has no term left.
  if (dossier.closing !== null) return overdueItem(facts)
  const dueAt = standing?.dueAt ?? dossier.dueAt
  const due =
    dueAt === null
      ? { key: 'intake', term: say(W.intakeDue, locale), value: momentText(dossier.intakeDueAt, locale) }
      : { key: 'due', term: say(W.due, locale), value: <Due at={dueAt} state={dossier.state} locale={locale} /> }
  if (standing === null) return [due, ...overdueItem(facts)]
  return [
    due,
    { key: 'standing', term: say(W.standing, locale), value: <AgainstTerm {...{ dossier, standing, locale }} /> },
    ...overdueItem(facts),
  ]
}

const SAYS_SO: readonly Standing[] = ['LATE', 'OVERDUE']

/** Only where the standing beside it does not say so already. */
function overdueItem({ dossier, standing, isCountedOverdue, locale }: Facts) {
  const isSaid = dossier.closing === null && standing !== null && SAYS_SO.includes(standing.standing)
  if (!isCountedOverdue || isSaid) return []
  const value = <Badge tone="bad">{say(HOLDER_WORDS.countedOverdue, locale)}</Badge>
  return [{ key: 'counted', term: say(HOLDER_WORDS.counted, locale), value }]
}

function AgainstTerm({ dossier, standing, locale }: Pick<Facts, 'dossier' | 'locale'> & { standing: Classification }) {
  const pausedAt = dossier.closing === null ? dossier.deadline?.pause?.at : undefined
  if (pausedAt === undefined) return <StandingBadge standing={standing} locale={locale} />
  return <Paused at={pausedAt} locale={locale} />
}

/** A clock that stands still is neither in time nor late. */
function Paused({ at, locale }: { at: Date; locale: Locale }) {
  return (
    <>
      <Badge tone="info">{say(W.paused, locale)}</Badge>
      <span className="block text-sm font-normal text-ink-soft">
        {say(W.pausedSince, locale, { at: momentText(at, locale) })}
      </span>
    </>
  )
}

/** While the applicant is waited for the clock stands still, so that the date moves on. */
function Due({ at, state, locale }: { at: Date; state: Dossier['state']; locale: Locale }) {
  return (
    <>
      {momentText(at, locale)}
      {state === 'awaiting_supplement' && (
        <span className="block text-sm font-normal text-ink-soft">{say(W.recounted, locale)}</span>
      )}
    </>
  )
}

function WhyDate({ steps, locale }: { steps: Props['clockSteps']; locale: Locale }) {
  return (
    <ol className="flex max-w-reading list-decimal flex-col gap-2 pl-5">
      {steps.map((step) => (
        <li key={step.id}>
          {step.explanation.map((sentence) => say(sentence, locale)).join(' ')}
          {step.legalGround !== '' && (
            <span className="block text-sm text-ink-soft">
              {say(W.basis, locale)}: {step.legalGround}
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}
