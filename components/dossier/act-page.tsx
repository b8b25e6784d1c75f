import type { ReactNode } from 'react'
import { Column } from '@/components/layout/frame'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { OPERATIONS, isAskedTooOften, paths } from '@/lib/dossiers'
import type { PagedCommand } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { WithdrawalRequest } from './awaited'
import { DESK_WORDS } from './desk-words'
import type { DossierPageView } from './dossier-page-view'
import { SentBack } from './sent-back'

type Props = {
  view: Pick<DossierPageView, 'dossier' | 'result' | 'history'>
  command: PagedCommand
  locale: Locale
  children: ReactNode
}

const DECIDES_WITHDRAWAL: readonly PagedCommand[] = ['agreeWithdrawal', 'refuseWithdrawal']

/** The frame of an act's own page: what it is about, and the way back. */
export function ActPage({ view, command, locale, children }: Props) {
  const { dossier, result } = view
  const code = dossier.dossierCode ?? dossier.submissionCode
  return (
    <Column width="reading">
      <PageHeader
        breadcrumb={
          <Breadcrumb
            locale={locale}
            items={[{ label: say(DESK_WORDS.back, locale), href: paths.officerDossier(dossier.id) }]}
          />
        }
        title={say(OPERATIONS[command].words, locale)}
        tab={`${say(OPERATIONS[command].words, locale)} – ${code}`}
        lead={`${say(dossier.procedureName, locale)} · ${code} · ${dossier.applicantName}`}
      />
      {command === 'requestSupplement' && <BeforeAsking count={dossier.supplementCount} locale={locale} />}
      <div className="pb-6 empty:hidden">
        {command === 'draftResult' && <SentBack result={result} locale={locale} />}
        {DECIDES_WITHDRAWAL.includes(command) && <WithdrawalRequest view={view} locale={locale} />}
      </div>
      {children}
    </Column>
  )
}

/** Whoever asks again reads what it costs before sending it. */
function BeforeAsking({ count, locale }: { count: number; locale: Locale }) {
  const number = count + 1
  return (
    <div className="flex flex-col gap-3 pb-6">
      {isAskedTooOften({ supplementCount: number }) && (
        <Notice tone="warn" locale={locale} title={say(DESK_WORDS.askedTooOften, locale, { number })}>
          <p>{say(DESK_WORDS.askedTooOftenLead, locale)}</p>
        </Notice>
      )}
      <Notice tone="info" locale={locale}>
        <p>{say(count === 0 ? DESK_WORDS.supplementLead : DESK_WORDS.supplementAgainLead, locale)}</p>
      </Notice>
    </div>
  )
}
