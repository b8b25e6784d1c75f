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
  lead: {
    vi: 'Số hồ sơ đang chờ từng cơ quan lúc này, cơ quan có nhiều hồ sơ quá hạn nhất ở trên. Không hiện nội dung hồ sơ của ai.',
    en: 'Dossiers that wait for each agency just now, the most overdue first. Nobody’s dossier is shown.',
  },
  nothing: { vi: 'Không cơ quan nào có hồ sơ đang chờ', en: 'No agency has a dossier waiting' },
} as const satisfies Record<string, Text>

type Row = { agencyCode: string; name: Text; waiting: number; open: number; overdue: number }

/** How agencies keep their terms, in numbers. */
export function AgencyStandings({ rows, locale }: { rows: Row[]; locale: Locale }) {
  const title = say(INBOX_WORDS.oversight, locale)
  const number = (key: 'waiting' | 'open' | 'overdue') => ({
    ...{ key, header: say(WORDS[key], locale), align: 'end' as const },
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
            number('waiting'),
            number('open'),
            number('overdue'),
          ]}
        />
      )}
    </Column>
  )
}
