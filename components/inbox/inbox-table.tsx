import { shortMoment } from '@/components/dossier/moment-text'
import { StateBadge } from '@/components/dossier/state-badge'
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

const OVER: readonly State[] = ['not_accepted', 'terminated', 'completed', 'result_returned']

function Due({ row, now, nearDue, locale }: { row: InboxRow; now: Date; nearDue: Date; locale: Locale }) {
  const due = row.dueAt ?? row.intakeDueAt
  const isOpen = !OVER.includes(row.state)
  return (
    <>
      {shortMoment(due)}
      {isOpen && due < now && (
        <span className="block">
          <Badge tone="bad">{say(W.overdue, locale)}</Badge>
        </span>
      )}
      {isOpen && due >= now && due <= nearDue && (
        <span className="block">
          <Badge tone="warn">{say(W.nearDue, locale)}</Badge>
        </span>
      )}
    </>
  )
}
