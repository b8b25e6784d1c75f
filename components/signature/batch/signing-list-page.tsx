import { shortMoment } from '@/components/dossier/moment-text'
import { Column } from '@/components/layout/frame'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Table } from '@/components/ui/table'
import { paths } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale, Text } from '@/lib/i18n'
import { LEADER_WORDS as W } from './leader-words'

export type WaitingRow = {
  id: string
  submissionCode: string
  dossierCode: string | null
  procedureName: Text
  applicantName: string
  dueAt: Date | null
}

type Props = {
  rows: WaitingRow[]
  next: string | null
  isAllChosen: boolean
  /** Where this page of the list begins. */
  cursor: string | undefined
  refusal: string | null
  choose: (form: FormData) => Promise<void>
  locale: Locale
}

/** The results that wait for this leader, some of which are chosen to be signed together. */
export function SigningListPage({ rows, next, isAllChosen, cursor, refusal, choose, locale }: Props) {
  return (
    <Column>
      <PageHeader
        breadcrumb={<Breadcrumb locale={locale} items={[{ label: say(W.inbox, locale), href: paths.inbox() }]} />}
        title={say(W.listTitle, locale)}
        lead={say(W.listLead, locale)}
      />
      {refusal !== null && (
        <div className="pb-6">
          <Notice tone="bad" locale={locale} isLive title={refusal} />
        </div>
      )}
      {rows.length === 0 ? (
        <EmptyState title={say(W.empty, locale)}>{say(W.emptyHelp, locale)}</EmptyState>
      ) : (
        <form action={choose} className="flex flex-col items-start gap-5">
          <ChooseAll isAllChosen={isAllChosen} cursor={cursor} locale={locale} />
          <Choices rows={rows} isAllChosen={isAllChosen} locale={locale} />
          <Button>{say(W.view, locale)}</Button>
        </form>
      )}
      <Pagination nextHref={next === null ? undefined : paths.signingFrom(next)} locale={locale} />
    </Column>
  )
}

/** A link, so that it works without script. */
function ChooseAll({ isAllChosen, cursor, locale }: Pick<Props, 'isAllChosen' | 'cursor' | 'locale'>) {
  const href = isAllChosen ? paths.signingFrom(cursor) : paths.allToSign(cursor)
  return <a href={href}>{say(isAllChosen ? W.chooseNone : W.chooseAll, locale)}</a>
}

const codeOf = ({ dossierCode, submissionCode }: WaitingRow) => dossierCode ?? submissionCode

function Choices({ rows, isAllChosen, locale }: Pick<Props, 'rows' | 'isAllChosen' | 'locale'>) {
  return (
    <Table
      caption={say(W.listTitle, locale)}
      isCaptionHidden
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'dossier',
          header: say(W.dossier, locale),
          isRowHeader: true,
          cell: (row) => <Choose row={row} isChosen={isAllChosen} locale={locale} />,
        },
        { key: 'applicant', header: say(W.applicant, locale), cell: (row) => row.applicantName },
        { key: 'due', header: say(W.due, locale), cell: ({ dueAt }) => (dueAt === null ? '–' : shortMoment(dueAt)) },
        {
          key: 'open',
          header: say(W.act, locale),
          cell: (row) => (
            <a href={paths.officerDossier(row.id)} aria-label={`${say(W.openDossier, locale)} ${codeOf(row)}`}>
              {say(W.openDossier, locale)}
            </a>
          ),
        },
      ]}
    />
  )
}

function Choose({ row, isChosen, locale }: { row: WaitingRow; isChosen: boolean; locale: Locale }) {
  const code = codeOf(row)
  return (
    <label className="flex min-h-11 items-start gap-3">
      <input
        type="checkbox"
        name="hs"
        value={row.id}
        defaultChecked={isChosen}
        aria-label={say(W.chooseOne, locale, { code })}
        className="mt-1 size-5 shrink-0 accent-action"
      />
      <span>
        <span className="wrap-anywhere">{code}</span>
        <span className="block text-sm font-normal text-ink-soft">{say(row.procedureName, locale)}</span>
      </span>
    </label>
  )
}
