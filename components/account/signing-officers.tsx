import { Column } from '@/components/layout/frame'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Table } from '@/components/ui/table'
import { OFFICER_PATHS } from '@/lib/accounts'
import { formatDate, localDate } from '@/lib/calendar'
import { type Locale, say } from '@/lib/i18n'
import { SIGNING_WORDS as W } from './signing-words'

export type OfficerRow = {
  userId: string
  name: string
  posts: string[]
  number: { ending: string; recordedAt: Date } | null
}

type Props = { rows: OfficerRow[]; q: string; isDone: boolean; locale: Locale }

/** Who signs results, whose numbers are recorded, and the way to record one. */
export function SigningOfficers({ rows, q, isDone, locale }: Props) {
  return (
    <Column>
      <PageHeader title={say(W.title, locale)} lead={say(W.lead, locale)} />
      <div className="flex flex-col gap-6">
        {isDone && <Notice tone="good" title={say(W.done, locale)} locale={locale} isLive />}
        <Search q={q} locale={locale} />
        {rows.length === 0 ? (
          <EmptyState title={say(W.nobody, locale)}>{say(W.nobodyHelp, locale)}</EmptyState>
        ) : (
          <OfficerTable rows={rows} locale={locale} />
        )}
      </div>
    </Column>
  )
}

function Search({ q, locale }: { q: string; locale: Locale }) {
  return (
    <form action={OFFICER_PATHS.list()} role="search" className="flex flex-wrap items-end gap-3">
      <div className="min-w-0 flex-1 basis-64">
        <Field id="q" label={say(W.search, locale)} locale={locale}>
          <Input id="q" name="q" type="search" defaultValue={q} maxLength={100} />
        </Field>
      </div>
      <Button variant="secondary">{say(W.find, locale)}</Button>
    </form>
  )
}

function OfficerTable({ rows, locale }: Pick<Props, 'rows' | 'locale'>) {
  return (
    <Table
      caption={say(W.list, locale)}
      rows={rows}
      keyOf={({ userId }) => userId}
      columns={[
        { key: 'name', header: say(W.name, locale), cell: ({ name }) => name, isRowHeader: true },
        { key: 'posts', header: say(W.posts, locale), cell: ({ posts }) => posts.join('; ') },
        { key: 'number', header: say(W.number, locale), cell: ({ number }) => <Recorded {...{ number, locale }} /> },
        {
          key: 'act',
          header: say(W.act, locale),
          cell: ({ userId, name, number }) => (
            <a href={OFFICER_PATHS.officer(userId)} className="inline-block py-1.5">
              {say(number === null ? W.record : W.change, locale)}
              <span className="sr-only">: {name}</span>
            </a>
          ),
        },
      ]}
    />
  )
}

/** The number itself is nobody's to read here: its end tells one from another. */
function Recorded({ number, locale }: Pick<OfficerRow, 'number'> & { locale: Locale }) {
  if (number === null) return <Badge tone="warn">{say(W.missing, locale)}</Badge>
  const day = formatDate(localDate(number.recordedAt))
  return (
    <>
      {say(W.ending, locale, { ending: number.ending })}, {say(W.recordedOn, locale, { day })}
    </>
  )
}
