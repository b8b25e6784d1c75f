import { shortMoment } from '@/components/dossier/moment-text'
import { INBOX_WORDS } from '@/components/inbox/words'
import { Column } from '@/components/layout/frame'
import { Badge } from '@/components/ui/badge'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Table } from '@/components/ui/table'
import { paths } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale, Text } from '@/lib/i18n'

const W = {
  title: { vi: 'Việc chạy nền bị lỗi', en: 'Background work that failed' },
  lead: {
    vi: 'Gửi thư, quét tệp, lập văn bản… tự chạy lại nhiều lần. Việc đã hết lượt thử nằm ở đây cho tới khi được chạy lại.',
    en: 'Mail, scans and documents are tried again by themselves. What ran out of tries stays here until it is tried again.',
  },
  none: { vi: 'Không có việc nào lỗi', en: 'Nothing has failed' },
  task: { vi: 'Việc', en: 'Work' },
  error: { vi: 'Lỗi cuối', en: 'Last error' },
  tries: { vi: 'Số lần thử', en: 'Tries' },
  at: { vi: 'Lúc', en: 'When' },
  final: { vi: 'Đã dừng thử', en: 'Given up' },
  again: { vi: 'Sẽ tự thử lại', en: 'Will be tried again' },
  act: { vi: 'Thao tác', en: 'Action' },
  retry: { vi: 'Chạy lại ngay', en: 'Try again now' },
} as const satisfies Record<string, Text>

export type FailedJobRow = {
  id: number
  task: string
  attempts: number
  maxAttempts: number
  lastError: string
  isFinal: boolean
  updatedAt: Date
}

type Props = { jobs: FailedJobRow[]; retry: (form: FormData) => Promise<void>; locale: Locale }

/** Failed work with its reason, and a button to try it again. */
export function FailedJobs({ jobs, retry, locale }: Props) {
  return (
    <Column>
      <PageHeader
        breadcrumb={
          <Breadcrumb locale={locale} items={[{ label: say(INBOX_WORDS.yours, locale), href: paths.inbox() }]} />
        }
        title={say(W.title, locale)}
        lead={say(W.lead, locale)}
      />
      {jobs.length === 0 && <EmptyState title={say(W.none, locale)} />}
      {jobs.length > 0 && (
        <Table
          caption={say(W.title, locale)}
          isCaptionHidden
          rows={jobs}
          keyOf={({ id }) => String(id)}
          columns={[
            { key: 'task', header: say(W.task, locale), isRowHeader: true, cell: (job) => job.task },
            {
              key: 'error',
              header: say(W.error, locale),
              cell: (job) => <span className="wrap-anywhere">{job.lastError.slice(0, 300)}</span>,
            },
            { key: 'tries', header: say(W.tries, locale), cell: (job) => <Tries job={job} locale={locale} /> },
            { key: 'at', header: say(W.at, locale), cell: (job) => shortMoment(job.updatedAt) },
            {
              key: 'retry',
              header: say(W.act, locale),
              cell: (job) => <Retry job={job} retry={retry} locale={locale} />,
            },
          ]}
        />
      )}
    </Column>
  )
}

function Tries({ job, locale }: { job: FailedJobRow; locale: Locale }) {
  return (
    <>
      {job.attempts}/{job.maxAttempts}{' '}
      <Badge tone={job.isFinal ? 'bad' : 'warn'}>{say(job.isFinal ? W.final : W.again, locale)}</Badge>
    </>
  )
}

function Retry({ job, retry, locale }: { job: FailedJobRow; retry: Props['retry']; locale: Locale }) {
  return (
    <form action={retry}>
      <input type="hidden" name="id" value={job.id} />
      <Button variant="secondary" aria-label={`${say(W.retry, locale)}: ${job.task}`}>
        {say(W.retry, locale)}
      </Button>
    </form>
  )
}
