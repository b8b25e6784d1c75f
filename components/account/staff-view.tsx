import { Column } from '@/components/layout/frame'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { PageHeader } from '@/components/ui/page-header'
import { Table } from '@/components/ui/table'
import { accountPaths, phoneWritten } from '@/lib/accounts'
import { formatDate, localDate } from '@/lib/calendar'
import { type Locale, say } from '@/lib/i18n'
import { STAFF_WORDS as W } from './staff-words'

type StaffRow = {
  userId: string
  name: string
  posts: string[]
  signsResults: boolean
  phone: string | null
  number: { ending: string; recordedAt: Date } | null
}

type DeskRow = { code: string; name: string; phone: string | null }

type Props = {
  rows: StaffRow[]
  desks: DeskRow[]
  q: string
  /** How many are shown where there may be more; null where all are. */
  cutAt: number | null
  locale: Locale
}

/** Who works where, how they are called, whose numbers are recorded, and the way to record either. */
export function StaffView({ rows, desks, q, cutAt, locale }: Props) {
  return (
    <Column>
      <PageHeader title={say(W.title, locale)} lead={say(W.lead, locale)} />
      <div className="flex flex-col gap-6">
        <Search q={q} locale={locale} />
        {rows.length === 0 ? (
          <EmptyState title={say(W.nobody, locale)}>{say(W.nobodyHelp, locale)}</EmptyState>
        ) : (
          <StaffTable rows={rows} locale={locale} />
        )}
        {cutAt !== null && <p>{say(W.more, locale, { count: String(cutAt) })}</p>}
        {desks.length > 0 && <DeskTable desks={desks} locale={locale} />}
      </div>
    </Column>
  )
}

function Search({ q, locale }: { q: string; locale: Locale }) {
  return (
    <form action={accountPaths.officers()} role="search" className="flex flex-wrap items-end gap-3">
      <div className="min-w-0 flex-1 basis-64">
        <Field id="q" label={say(W.search, locale)} locale={locale}>
          <Input id="q" name="q" type="search" defaultValue={q} maxLength={100} />
        </Field>
      </div>
      <Button variant="secondary">{say(W.find, locale)}</Button>
    </form>
  )
}

function StaffTable({ rows, locale }: Pick<Props, 'rows' | 'locale'>) {
  return (
    <Table
      caption={say(W.list, locale)}
      rows={rows}
      keyOf={({ userId }) => userId}
      columns={[
        { key: 'name', header: say(W.name, locale), cell: ({ name }) => name, isRowHeader: true },
        { key: 'posts', header: say(W.posts, locale), cell: ({ posts }) => posts.join('; ') },
        { key: 'phone', header: say(W.phone, locale), cell: ({ phone }) => <Phone {...{ phone, locale }} /> },
        { key: 'number', header: say(W.number, locale), cell: (row) => <Recorded {...row} locale={locale} /> },
        {
          key: 'act',
          header: say(W.act, locale),
          cell: ({ userId, name }) => <Change href={accountPaths.officer(userId)} name={name} locale={locale} />,
        },
      ]}
    />
  )
}

function DeskTable({ desks, locale }: Pick<Props, 'desks' | 'locale'>) {
  return (
    <Table
      caption={say(W.agencies, locale)}
      rows={desks}
      keyOf={({ code }) => code}
      columns={[
        { key: 'name', header: say(W.agency, locale), cell: ({ name }) => name, isRowHeader: true },
        { key: 'phone', header: say(W.phone, locale), cell: ({ phone }) => <Phone {...{ phone, locale }} /> },
        {
          key: 'act',
          header: say(W.act, locale),
          cell: ({ code, name }) => <Change href={accountPaths.agencyOfficers(code)} name={name} locale={locale} />,
        },
      ]}
    />
  )
}

function Change({ href, name, locale }: { href: string; name: string; locale: Locale }) {
  return (
    <a href={href} className="inline-block py-1.5 whitespace-nowrap">
      {say(W.change, locale)}
      <span className="sr-only">: {name}</span>
    </a>
  )
}

function Phone({ phone, locale }: { phone: string | null; locale: Locale }) {
  if (phone === null) return <Badge tone="warn">{say(W.missing, locale)}</Badge>
  return <span className="whitespace-nowrap">{phoneWritten(phone)}</span>
}

/** The number itself is nobody's to read here: its end tells one from another. */
function Recorded({ signsResults, number, locale }: Pick<StaffRow, 'signsResults' | 'number'> & { locale: Locale }) {
  if (!signsResults) return <span className="text-ink-soft">{say(W.notSigning, locale)}</span>
  if (number === null) return <Badge tone="warn">{say(W.missing, locale)}</Badge>
  const day = formatDate(localDate(number.recordedAt))
  return (
    <>
      {say(W.ending, locale, { ending: number.ending })}, {say(W.recordedOn, locale, { day })}
    </>
  )
}
