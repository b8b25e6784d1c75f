import { COUNTING_WORDS } from '@/components/procedure/words'
import { Notice } from '@/components/ui/notice'
import { agencyPaths } from '@/lib/agencies'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { APPLICANT_WORDS as A } from './applicant-words'
import { ContactLine } from './contact-line'
import type { DossierPageView } from './dossier-page-view'
import { HOLDER_WORDS } from './holder-words'
import { momentText } from './moment-text'

type View = Pick<DossierPageView, 'dossier' | 'agency' | 'assigneeName' | 'contact' | 'standing' | 'passedTerm'>
type Props = { view: View; locale: Locale }

/** To whoever waits longer than was promised: that it is so, what it means, and whom to ask. */
export function TermPassed({ view, locale }: Props) {
  if (view.passedTerm === null) return null
  return (
    <Notice tone="warn" locale={locale} title={titleOf(view, locale)}>
      <p>{say(A.passedMeans, locale)}</p>
      {view.passedTerm === 'result' && <p className="pt-2">{say(COUNTING_WORDS.late, locale)}</p>}
      <WhomToAsk {...view} locale={locale} />
    </Notice>
  )
}

function titleOf({ dossier: { dueAt, intakeDueAt }, standing, passedTerm }: View, locale: Locale): string {
  if (passedTerm === 'intake') return say(A.intakePassed, locale, { at: momentText(intakeDueAt, locale) })
  return say(A.resultPassed, locale, { at: momentText(standing?.dueAt ?? dueAt ?? intakeDueAt, locale) })
}

function WhomToAsk({ dossier, agency, assigneeName, contact, locale }: View & { locale: Locale }) {
  if (agency === null) return null
  return (
    <>
      <p className="pt-2">
        {say(A.passedAsk, locale, { code: dossier.dossierCode ?? dossier.submissionCode })}{' '}
        <a href={agencyPaths.agency(agency.code)}>{say(agency.name, locale)}</a>.
      </p>
      {contact !== null && (
        <p className="pt-2">
          {say(HOLDER_WORDS.phone, locale)}: <ContactLine {...{ contact, assigneeName, locale }} />
        </p>
      )}
    </>
  )
}
