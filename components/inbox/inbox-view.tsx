import { Column } from '@/components/layout/frame'
import { LEADER_WORDS } from '@/components/signature/batch/leader-words'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { TabLinks } from '@/components/ui/tab-links'
import { paths, QUEUES } from '@/lib/dossiers'
import type { Queue } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale, Text } from '@/lib/i18n'
import { AssignMany } from './assign-many'
import type { AssignManyState } from './assign-many'
import { InboxFilter } from './inbox-filter'
import { InboxSearch } from './inbox-search'
import { InboxTable } from './inbox-table'
import type { InboxRow } from './inbox-table'
import { OwnPages } from './own-pages'
import type { OwnPage } from './own-pages'
import { INBOX_WORDS as W } from './words'

type Filter = { procedureCode?: string | undefined; holderId?: string | undefined }

type Props = {
  view: {
    queue: Queue
    q: string
    rows: InboxRow[]
    next: string | null
    counts: Record<string, number>
    shown: readonly Queue[]
    matches: { total: number; isMore: boolean } | null
    filter: Filter
  }
  procedures: { code: string; name: Text }[]
  /** To whom work can be passed on from here; nobody where the viewer assigns nothing. */
  people: { id: string; name: string }[]
  assign: (state: AssignManyState, form: FormData) => Promise<AssignManyState>
  isAllChosen: boolean
  pages: OwnPage[]
  /** Whether results wait for this officer's signature. */
  signsResults: boolean
  locale: Locale
}

/** An officer's start page: search, queues with their counts, and one page of the chosen queue. */
export function InboxView({ view, procedures, people, pages, signsResults, locale, ...acts }: Props) {
  const isSearch = view.matches !== null
  const caption = isSearch ? say(W.found, locale, { q: view.q }) : say(QUEUES[view.queue].words, locale)
  return (
    <Column>
      <PageHeader title={say(W.title, locale)} />
      <OwnPages pages={pages} locale={locale} />
      <InboxSearch q={view.q} locale={locale} />
      <TabLinks label={say(W.queues, locale)} items={tabsOf(view, locale)} />
      {!isSearch && (
        <InboxFilter {...{ procedures, people, locale }} queue={QUEUES[view.queue].slug} chosen={view.filter} />
      )}
      <h2 className="pt-6 pb-3 text-lg">{caption}</h2>
      <HowMany view={view} locale={locale} />
      {signsResults && view.queue === 'awaitingApproval' && !isSearch && <SignMany locale={locale} />}
      <Rows {...{ view, people, caption, locale }} {...acts} />
      <Pagination nextHref={view.next === null ? undefined : addressOf(view, { sau: view.next })} locale={locale} />
    </Column>
  )
}

/** Queues whose dossiers can change hands. */
const PASSED_ON: readonly Queue[] = [
  'unassigned',
  'unattended',
  'nearDue',
  'overdue',
  'awaitingApplicant',
  'awaitingApproval',
  'all',
]

type RowsProps = Pick<Props, 'view' | 'people' | 'assign' | 'isAllChosen' | 'locale'> & { caption: string }

function Rows({ view, people, assign, isAllChosen, caption, locale }: RowsProps) {
  const canPassOn = people.length > 0 && (view.matches !== null || PASSED_ON.includes(view.queue))
  const pick = canPassOn ? { isAll: isAllChosen } : null
  const isEmpty = view.rows.length === 0
  const table = isEmpty ? (
    <Nothing isSearch={view.matches !== null} locale={locale} />
  ) : (
    <InboxTable {...{ caption, pick, locale }} rows={view.rows} />
  )
  if (!canPassOn) return table
  // Also around nothing: whoever has just passed on the last of them is told there.
  return (
    <AssignMany {...{ people, isEmpty, locale }} action={assign} allHref={addressOf(view, { chon: 'tat-ca' })}>
      {table}
    </AssignMany>
  )
}

/** That a search shows the first of many. */
function HowMany({ view: { matches, rows }, locale }: Pick<Props, 'view' | 'locale'>) {
  if (matches === null || rows.length === 0) return null
  const words = matches.isMore ? W.foundMany : matches.total > rows.length ? W.foundSome : W.foundAll
  return <p className="pb-3">{say(words, locale, { shown: rows.length, total: matches.total })}</p>
}

/** The way to sign several results in one act. */
function SignMany({ locale }: { locale: Locale }) {
  return (
    <p className="pb-4">
      <LinkButton href={paths.signing()}>{say(LEADER_WORDS.many, locale)}</LinkButton>
    </p>
  )
}

function Nothing({ isSearch, locale }: { isSearch: boolean; locale: Locale }) {
  return (
    <EmptyState title={say(isSearch ? W.foundNothing : W.empty, locale)}>
      {say(isSearch ? W.foundNothingHelp : W.emptyHelp, locale)}
    </EmptyState>
  )
}

function tabsOf(view: Props['view'], locale: Locale) {
  return view.shown.map((queue) => {
    const count = view.counts[queue]
    return {
      href: addressOf({ ...view, queue, q: '' }, {}),
      label: say(QUEUES[queue].words, locale),
      isCurrent: view.matches === null && queue === view.queue,
      ...(count === undefined ? {} : { count }),
    }
  })
}

/** The same page, or another queue under the same filter. */
function addressOf({ queue, q, filter }: Props['view'], more: Record<string, string>): string {
  if (q !== '') return paths.inboxPage({ q, ...more })
  return paths.inboxPage({
    'hang-doi': QUEUES[queue].slug,
    'thu-tuc': filter.procedureCode,
    nguoi: filter.holderId,
    ...more,
  })
}
