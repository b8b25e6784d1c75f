import { INBOX_WORDS } from '@/components/inbox/words'
import { Column } from '@/components/layout/frame'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Table } from '@/components/ui/table'
import type { Locale, Text } from '@/lib/i18n'
import { say } from '@/lib/i18n'

const WORDS = {
  agency: { vi: 'Cơ quan', en: 'Agency' },
  waiting: { vi: 'Chờ tiếp nhận', en: 'To be accepted' },
  open: { vi: 'Chờ cơ quan giải quyết', en: 'Waiting for the agency' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  finished: { vi: 'Có kết quả trong {days} ngày qua', en: 'With a result in the last {days} days' },
  onTime: { vi: 'Trong đó đúng hạn', en: 'Of them on time' },
  lead: {
    vi: 'Số hồ sơ đang chờ từng cơ quan lúc này và số hồ sơ có kết quả gần đây; cơ quan có nhiều hồ sơ quá hạn nhất ở trên. Không hiện nội dung hồ sơ của ai.',
    en: 'Dossiers that wait for each agency just now and those that got their result lately, the most overdue first. Nobody’s dossier is shown.',
  },
  how: {
    vi: 'Hồ sơ phải yêu cầu bổ sung hơn một lần được tính là quá hạn, dù thời hạn chưa hết (Quyết định 766/QĐ-TTg).',
    en: 'A dossier for which more than one supplement was requested counts as overdue, even within its term (Decision 766/QĐ-TTg).',
  },
  nothing: {
    vi: 'Không cơ quan nào có hồ sơ đang chờ hoặc mới có kết quả',
    en: 'No agency has a dossier waiting or lately finished',
  },
} as const satisfies Record<string, Text>

const COUNTS = ['waiting', 'open', 'overdue', 'finished', 'onTime'] as const
type Row = { agencyCode: string; name: Text } & Record<(typeof COUNTS)[number], number>
type Props = { rows: Row[]; days: number; locale: Locale }

/** How agencies keep their terms, in numbers. */
export function AgencyStandings({ rows, days, locale }: Props) {
  const title = say(INBOX_WORDS.oversight, locale)
  const number = (key: (typeof COUNTS)[number]) => ({
    ...{ key, header: say(WORDS[key], locale, { days }), align: 'end' as const },
    cell: (row: Row) => row[key].toLocaleString(locale),
  })
  return (
    <Column>
      <PageHeader title={title} lead={say(WORDS.lead, locale)} />
      {rows.length === 0 ? (
        <EmptyState title={say(WORDS.nothing, locale)} />
      ) : (
        <Table
          caption={title}
          isCaptionHidden
          rows={rows}
          keyOf={({ agencyCode }) => agencyCode}
          columns={[
            {
              key: 'agency',
              header: say(WORDS.agency, locale),
              isRowHeader: true,
              cell: ({ name }) => say(name, locale),
            },
            ...COUNTS.map(number),
          ]}
        />
      )}
      <p className="pt-4 text-ink-soft">{say(WORDS.how, locale)}</p>
    </Column>
  )
}
