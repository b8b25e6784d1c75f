import { Notice } from '@/components/ui/notice'
import { isAskedTooOften } from '@/lib/dossiers'
import type { SupplementRound } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import type { DossierPageView } from './dossier-page-view'
import { momentText } from './moment-text'
import { ROUND_WORDS as R } from './round-words'
import { SentBack } from './sent-back'

type Props = { view: Pick<DossierPageView, 'dossier' | 'rounds' | 'history' | 'result'>; locale: Locale }

export const openRound = (rounds: readonly SupplementRound[]) =>
  rounds.find(({ answeredAt, closedAt }) => answeredAt === null && closedAt === null)

/** For whoever works on it: what the dossier waits for, since when and until when, and what is to be corrected first. */
export function Awaited({ view, locale }: Props) {
  const round = openRound(view.rounds)
  return (
    <div className="flex flex-col gap-3 empty:hidden">
      {round !== undefined && <WaitingForSupplement round={round} locale={locale} />}
      <WithdrawalRequest view={view} locale={locale} />
      {view.dossier.closing === null && <SentBack result={view.result} locale={locale} />}
      {isAskedTooOften(view.dossier) && <Notice tone="warn" locale={locale} title={say(R.countsAsOverdue, locale)} />}
    </div>
  )
}

function WaitingForSupplement({ round, locale }: { round: SupplementRound; locale: Locale }) {
  const { number, requestedAt, dueAt, isTermPassed } = round
  const values = { number, at: momentText(requestedAt, locale), due: momentText(dueAt, locale) }
  return (
    <Notice tone={isTermPassed ? 'warn' : 'info'} locale={locale} title={say(R.waitingTitle, locale)}>
      <p>{say(R.waitingLine, locale, values)}</p>
      {isTermPassed && <p>{say(R.termPassed, locale)}</p>}
    </Notice>
  )
}

/** The wish to withdraw with its reason, for as long as nobody has decided on it. */
export function WithdrawalRequest({
  view: { dossier, history },
  locale,
}: {
  view: Pick<DossierPageView, 'dossier' | 'history'>
  locale: Locale
}) {
  if (dossier.state !== 'withdrawal_requested') return null
  const reason = history.findLast(({ action }) => action === 'dossier.withdrawalRequested')?.reason?.reason
  return (
    <Notice tone="warn" locale={locale} title={say(R.withdrawing, locale)}>
      <p>{say(R.withdrawingSince, locale, { at: momentText(dossier.stateSince, locale) })}</p>
      {reason !== undefined && <p className="pt-2 whitespace-pre-line wrap-anywhere">{reason}</p>}
    </Notice>
  )
}
