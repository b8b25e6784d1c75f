import { Column } from '@/components/layout/frame'
import { Badge } from '@/components/ui/badge'
import { Button, LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Table } from '@/components/ui/table'
import { cataloguePaths } from '@/lib/catalogue'
import { FINAL_STATES, paths } from '@/lib/dossiers'
import type { State } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale, Text } from '@/lib/i18n'
import { APPLICANT_WORDS as A } from './applicant-words'
import { momentText, shortMoment } from './moment-text'
import { StateBadge } from './state-badge'
import { DOSSIER_WORDS as W } from './words'

type DraftRow = { id: string; procedureName: Text; savedAt: Date; dossierId: string | null }
type Row = {
  id: string
  submissionCode: string
  dossierCode: string | null
  procedureName: Text
  state: State
  submittedAt: Date
  dueAt: Date | null
  intakeDueAt: Date
  /** Whether somebody should have acted by now. */
  isPassed: boolean
}

type Props = {
  drafts: DraftRow[]
  rows: Row[]
  next: string | null
  /** The draft discarded just now, which can be had back. */
  undo: { id: string; procedureName: Text } | null
  /** Why what was asked for just now was not done. */
  refusal: string | null
  locale: Locale
}

/** What the person is writing and what they handed in. */
export function MyDossiers({ drafts, rows, next, undo, refusal, locale }: Props) {
  return (
    <Column>
      <PageHeader title={say(A.mine, locale)} />
      {refusal !== null && (
        <ErrorSummary locale={locale} errors={[{ href: cataloguePaths.search(), words: refusal }]} />
      )}
      {undo !== null && <Discarded draft={undo} locale={locale} />}
      {drafts.length + rows.length === 0 && (
        <EmptyState title={say(A.noneTitle, locale)}>
          <p>{say(A.noneWords, locale)}</p>
          <p>
            <LinkButton href={cataloguePaths.search()}>{say(A.find, locale)}</LinkButton>
          </p>
        </EmptyState>
      )}
      {drafts.length > 0 && (
        <>
          <h2 className="pb-2 text-xl">{say(A.drafts, locale)}</h2>
          <ul className="pb-8">
            {drafts.map((draft) => (
              <Draft key={draft.id} draft={draft} locale={locale} />
            ))}
          </ul>
        </>
      )}
      {rows.length > 0 && (
        <>
          <h2 className="pb-3 text-xl">{say(A.sent, locale)}</h2>
          <Sent rows={rows} locale={locale} />
        </>
      )}
      <Pagination
        nextHref={next === null ? undefined : `${paths.mine()}?sau=${encodeURIComponent(next)}`}
        locale={locale}
      />
    </Column>
  )
}

function Discarded({ draft, locale }: { draft: NonNullable<Props['undo']>; locale: Locale }) {
  return (
    <div className="pb-6">
      <Notice
        tone="info"
        locale={locale}
        isLive
        title={say(A.discarded, locale, { name: say(draft.procedureName, locale) })}
      >
        <form method="post" action={paths.mine()} className="pt-2">
          <input type="hidden" name="draft" value={draft.id} />
          <Button variant="secondary">{say(A.undo, locale)}</Button>
        </form>
      </Notice>
    </div>
  )
}

function Draft({ draft, locale }: { draft: DraftRow; locale: Locale }) {
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-line py-4">
      <span className="min-w-0 flex-1 basis-64">
        <a href={paths.draft(draft.id)} className="font-semibold">
          {say(draft.procedureName, locale)}
        </a>
        <span className="block text-sm text-ink-soft">
          {say(A.savedAt, locale, { at: momentText(draft.savedAt, locale) })}
          {draft.dossierId !== null && ` · ${say(W.supplement, locale)}`}
        </span>
      </span>
      <LinkButton href={paths.draft(draft.id)} variant="secondary">
        {say(A.goOn, locale)}
      </LinkButton>
      <LinkButton
        href={paths.discardDraft(draft.id)}
        variant="quiet"
        aria-label={`${say(A.discard, locale)}: ${say(draft.procedureName, locale)}`}
      >
        {say(A.discard, locale)}
      </LinkButton>
    </li>
  )
}

const ENDED: readonly State[] = FINAL_STATES

/** Before acceptance there is no date for the result, only one for the answer; what has ended waits for none. */
function Due({ row: { state, dueAt, intakeDueAt, isPassed }, locale }: { row: Row; locale: Locale }) {
  if (ENDED.includes(state)) return '–'
  return (
    <>
      {dueAt === null && <span className="block text-sm text-ink-soft">{say(W.intakeDue, locale)}</span>}
      {shortMoment(dueAt ?? intakeDueAt)}
      {isPassed && (
        <span className="block pt-1">
          <Badge tone="bad">{say(A.passed, locale)}</Badge>
        </span>
      )}
    </>
  )
}

function Sent({ rows, locale }: { rows: Row[]; locale: Locale }) {
  return (
    <Table
      caption={say(A.sent, locale)}
      isCaptionHidden
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'procedure',
          header: say(W.procedure, locale),
          isRowHeader: true,
          cell: (row) => (
            <>
              <a href={paths.dossier(row.id)} className="font-semibold">
                {say(row.procedureName, locale)}
              </a>
              <span className="block text-sm font-normal wrap-anywhere text-ink-soft">
                {row.dossierCode ?? row.submissionCode}
              </span>
            </>
          ),
        },
        { key: 'state', header: say(W.state, locale), cell: (row) => <StateBadge state={row.state} locale={locale} /> },
        { key: 'submitted', header: say(W.submittedAt, locale), cell: (row) => shortMoment(row.submittedAt) },
        { key: 'due', header: say(W.due, locale), cell: (row) => <Due row={row} locale={locale} /> },
      ]}
    />
  )
}
