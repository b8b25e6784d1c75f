import { shortMoment } from '@/components/dossier/moment-text'
import { StateBadge } from '@/components/dossier/state-badge'
import { DOSSIER_WORDS } from '@/components/dossier/words'
import { Badge } from '@/components/ui/badge'
import { Table } from '@/components/ui/table'
import { HOLDER_WORDS } from '@/components/dossier/holder-words'
import { FINAL_STATES, paths, placeOf, STATE_WORDS } from '@/lib/dossiers'
import type { State } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale, Text } from '@/lib/i18n'
import { INBOX_WORDS as W } from './words'

export type InboxRow = {
  id: string
  version: number
  submissionCode: string
  dossierCode: string | null
  procedureName: Text
  applicantName: string
  assigneeName: string | null
  state: State
  intakeDueAt: Date
  dueAt: Date | null
  mark: 'overdue' | 'near' | null
}

type Props = {
  caption: string
  rows: InboxRow[]
  /** Boxes to tick for an act on several; null where there is none. */
  pick: { isAll: boolean } | null
  locale: Locale
}

/** Dossiers of a queue, one row each; a row leads to the dossier. On a phone it takes two lines. */
export function InboxTable({ caption, rows, pick, locale }: Props) {
  return (
    <Table
      caption={caption}
      isCaptionHidden
      isTight
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'dossier',
          header: say(W.dossier, locale),
          isRowHeader: true,
          cell: (row) => <First row={row} pick={pick} locale={locale} />,
        },
        { key: 'applicant', header: say(W.applicant, locale), isWideOnly: true, cell: (row) => row.applicantName },
        {
          key: 'state',
          header: say(W.state, locale),
          isWideOnly: true,
          cell: (row) => <StateBadge state={row.state} locale={locale} />,
        },
        { key: 'due', header: say(W.due, locale), isWideOnly: true, cell: (row) => <Due row={row} locale={locale} /> },
        { key: 'person', header: say(W.person, locale), isWideOnly: true, cell: (row) => holderIn(row, locale) },
      ]}
    />
  )
}

/** Who holds it now, in the words of a list. */
function holderIn({ state, assigneeName }: InboxRow, locale: Locale): string {
  const place = placeOf(state)
  if (place === 'handler') return assigneeName ?? say(HOLDER_WORDS.nobody, locale)
  return place === null ? '–' : say(HOLDER_WORDS[place], locale)
}

function First({ row, pick, locale }: { row: InboxRow; pick: Props['pick']; locale: Locale }) {
  const code = row.dossierCode ?? row.submissionCode
  return (
    <span className="flex items-start gap-3">
      {pick !== null && (
        <input
          type="checkbox"
          name="chon"
          value={`${row.id}~${String(row.version)}`}
          defaultChecked={pick.isAll}
          key={String(pick.isAll)}
          aria-label={say(W.pick, locale, { code })}
          className="mt-0.5 size-6 shrink-0 accent-action"
        />
      )}
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline justify-between gap-3">
          <a href={paths.officerDossier(row.id)} className="font-semibold wrap-anywhere">
            {code}
          </a>
          <span className="shrink-0 text-sm font-normal md:hidden">
            {row.mark === null ? <Plain row={row} /> : <Mark mark={row.mark} locale={locale} />}
          </span>
        </span>
        <span className="block truncate text-sm font-normal text-ink-soft md:hidden">
          {[row.applicantName, say(STATE_WORDS[row.state], locale), say(row.procedureName, locale)].join(' · ')}
        </span>
        <span className="hidden text-sm font-normal text-ink-soft md:block">{say(row.procedureName, locale)}</span>
      </span>
    </span>
  )
}

const ENDED: readonly State[] = FINAL_STATES
const termOf = ({ dueAt, intakeDueAt }: InboxRow) => dueAt ?? intakeDueAt

/** The day alone, for the first line on a phone; nothing once it has ended. */
function Plain({ row }: { row: InboxRow }) {
  return ENDED.includes(row.state) ? null : <>{shortMoment(termOf(row)).split(' ')[1]}</>
}

function Mark({ mark, locale }: { mark: 'overdue' | 'near'; locale: Locale }) {
  return (
    <Badge tone={mark === 'overdue' ? 'bad' : 'warn'}>{say(mark === 'overdue' ? W.overdue : W.nearDue, locale)}</Badge>
  )
}

const WAITING: readonly State[] = ['incomplete', 'awaiting_supplement']

/** While the applicant is waited for the clock stands still; what has ended has no term left. */
function Due({ row, locale }: { row: InboxRow; locale: Locale }) {
  if (ENDED.includes(row.state)) return <>–</>
  return (
    <>
      {shortMoment(termOf(row))}
      <span className="block">
        {row.mark !== null && <Mark mark={row.mark} locale={locale} />}
        {WAITING.includes(row.state) && <Badge tone="info">{say(DOSSIER_WORDS.paused, locale)}</Badge>}
      </span>
    </>
  )
}
