import { shortMoment } from '@/components/dossier/moment-text'
import { StateBadge } from '@/components/dossier/state-badge'
import { DOSSIER_WORDS } from '@/components/dossier/words'
import { Badge } from '@/components/ui/badge'
import { Table } from '@/components/ui/table'
import { paths } from '@/lib/dossiers'
import type { State } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale, Text } from '@/lib/i18n'
import { INBOX_WORDS as W } from './words'

export type InboxRow = {
  id: string
  submissionCode: string
  dossierCode: string | null
  procedureName: Text
  applicantName: string
  assigneeName: string | null
  state: State
  intakeDueAt: Date
  dueAt: Date | null
}

type Props = { caption: string; rows: InboxRow[]; now: Date; nearDue: Date; locale: Locale }

/** Dossiers of a queue, one row each; a row leads to the dossier. */
export function InboxTable({ caption, rows, now, nearDue, locale }: Props) {
  return (
    <Table
      caption={caption}
      isCaptionHidden
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'dossier',
          header: say(W.dossier, locale),
          isRowHeader: true,
          cell: (row) => <DossierLink row={row} locale={locale} />,
        },
        { key: 'applicant', header: say(W.applicant, locale), cell: (row) => row.applicantName },
        { key: 'state', header: say(W.state, locale), cell: (row) => <StateBadge state={row.state} locale={locale} /> },
        {
          key: 'due',
          header: say(W.due, locale),
          cell: (row) => <Due row={row} now={now} nearDue={nearDue} locale={locale} />,
        },
        { key: 'person', header: say(W.person, locale), cell: (row) => row.assigneeName ?? '–' },
      ]}
    />
  )
}

function DossierLink({ row, locale }: { row: InboxRow; locale: Locale }) {
  return (
    <>
      <a href={paths.officerDossier(row.id)} className="font-semibold wrap-anywhere">
        {row.dossierCode ?? row.submissionCode}
      </a>
      <span className="block text-sm font-normal text-ink-soft">{say(row.procedureName, locale)}</span>
    </>
  )
}

const WAITING: readonly State[] = ['incomplete', 'awaiting_supplement']
const OVER: readonly State[] = ['not_accepted', 'terminated', 'completed', 'result_returned']

function Due({ row, now, nearDue, locale }: { row: InboxRow; now: Date; nearDue: Date; locale: Locale }) {
  const due = row.dueAt ?? row.intakeDueAt
  const mark = markOf(row, due, { now, nearDue })
  return (
    <>
      {shortMoment(due)}
      {mark !== null && (
        <span className="block">
          <Badge tone={mark.tone}>{say(mark.words, locale)}</Badge>
        </span>
      )}
    </>
  )
}

/** While the applicant is waited for the clock stands still: such a dossier is neither late nor near it. */
function markOf({ state }: InboxRow, due: Date, { now, nearDue }: { now: Date; nearDue: Date }) {
  if (OVER.includes(state)) return null
  if (WAITING.includes(state)) return { tone: 'info', words: DOSSIER_WORDS.paused } as const
  if (due < now) return { tone: 'bad', words: W.overdue } as const
  return due <= nearDue ? ({ tone: 'warn', words: W.nearDue } as const) : null
}
