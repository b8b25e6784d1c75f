import { Column } from '@/components/layout/frame'
import { LEADER_WORDS } from '@/components/signature/leader-words'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { TabLinks } from '@/components/ui/tab-links'
import { OFFICER_PATHS } from '@/lib/accounts'
import { paths, QUEUES } from '@/lib/dossiers'
import type { Queue } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale, Text } from '@/lib/i18n'
import { CHECK_PATHS } from '@/lib/signing'
import { InboxFilter } from './inbox-filter'
import { InboxSearch } from './inbox-search'
import { InboxTable } from './inbox-table'
import type { InboxRow } from './inbox-table'
import { INBOX_WORDS as W } from './words'

type Props = {
  view: {
    queue: Queue
    q: string
    rows: InboxRow[]
    next: string | null
    counts: Record<string, number>
    nearDue: Date
  }
  procedures: { code: string; name: Text }[]
  procedureCode: string | undefined
  now: Date
  runsPortal: boolean
  looksAfterOfficers: boolean
  /** Whether results wait for this officer's signature. */
  signsResults: boolean
  locale: Locale
}

/** An officer's start page: search, queues with their counts, and one page of the chosen queue. */
export function InboxView({ view, procedures, procedureCode, now, signsResults, locale, ...props }: Props) {
  const isSearch = view.q !== ''
  const caption = isSearch ? say(W.found, locale, { q: view.q }) : say(QUEUES[view.queue], locale)
  return (
    <Column>
      <PageHeader title={say(W.title, locale)} />
      <Running {...props} locale={locale} />
      <InboxSearch q={view.q} locale={locale} />
      <TabLinks label={say(W.queues, locale)} items={tabsOf(view, locale)} />
      {!isSearch && <InboxFilter queue={view.queue} procedures={procedures} chosen={procedureCode} locale={locale} />}
      <h2 className="pt-6 pb-3 text-lg">{caption}</h2>
      {signsResults && view.queue === 'cho-duyet' && !isSearch && <SignMany locale={locale} />}
      {view.rows.length === 0 ? (
        <Nothing isSearch={isSearch} locale={locale} />
      ) : (
        <InboxTable caption={caption} rows={view.rows} now={now} nearDue={view.nearDue} locale={locale} />
      )}
      <Pagination nextHref={nextHref(view, procedureCode)} locale={locale} />
    </Column>
  )
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

/** The pages of whoever runs the portal or looks after its officers. */
function Running({
  runsPortal,
  looksAfterOfficers,
  locale,
}: Pick<Props, 'runsPortal' | 'looksAfterOfficers' | 'locale'>) {
  const pages = [
    ...(runsPortal
      ? [
          { href: '/quan-tri/viec-loi', words: W.troubles },
          { href: CHECK_PATHS.trust(), words: W.anchors },
        ]
      : []),
    ...(looksAfterOfficers ? [{ href: OFFICER_PATHS.list(), words: W.officers }] : []),
  ]
  if (pages.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-x-6 pb-6">
      {pages.map(({ href, words }) => (
        <li key={href}>
          <a href={href} className="inline-block py-1.5">
            {say(words, locale)}
          </a>
        </li>
      ))}
    </ul>
  )
}

function tabsOf(view: Props['view'], locale: Locale) {
  return Object.entries(QUEUES).map(([queue, words]) => {
    const count = view.counts[queue]
    return {
      href: paths.inbox(queue),
      label: say(words, locale),
      isCurrent: view.q === '' && queue === view.queue,
      ...(count === undefined ? {} : { count }),
    }
  })
}

function nextHref({ queue, next }: Props['view'], procedureCode: string | undefined): string | undefined {
  if (next === null) return undefined
  const narrowed = procedureCode === undefined ? '' : `&thu-tuc=${encodeURIComponent(procedureCode)}`
  return `${paths.inbox(queue)}${narrowed}&sau=${encodeURIComponent(next)}`
}
