import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { InboxSearch } from '@/components/inbox/inbox-search'
import { InboxTable } from '@/components/inbox/inbox-table'
import { INBOX_WORDS as W } from '@/components/inbox/words'
import { Column } from '@/components/layout/frame'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { TabLinks } from '@/components/ui/tab-links'
import { holdsAnywhere } from '@/lib/access'
import { paths, QUEUES } from '@/lib/dossiers'
import { desk } from '@/lib/dossiers/server'
import { say } from '@/lib/i18n'
import { requestContext } from '@/lib/runtime/server'

export const metadata: Metadata = { title: W.title.vi }

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> }
const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

export default async function InboxPage({ searchParams }: Search) {
  const ctx = await requestContext()
  if (ctx.actor.kind !== 'officer') redirect('/dang-nhap/can-bo?tiep=/can-bo')
  const asked = await searchParams
  const view = await desk(ctx, { queue: one(asked['hang-doi']), q: one(asked['q']), cursor: one(asked['sau']) })
  const { locale } = ctx
  const tabs = Object.entries(QUEUES).map(([queue, words]) => {
    const count = view.counts[queue]
    return {
      href: paths.inbox(queue),
      label: say(words, locale),
      isCurrent: view.q === '' && queue === view.queue,
      ...(count === undefined ? {} : { count }),
    }
  })
  const caption = view.q === '' ? say(QUEUES[view.queue], locale) : say(W.found, locale, { q: view.q })
  return (
    <Column>
      <PageHeader title={say(W.title, locale)} />
      {holdsAnywhere(ctx.actor, ['systemAdmin']) && <a href="/quan-tri/viec-loi">{say(W.troubles, locale)}</a>}
      <InboxSearch q={view.q} locale={locale} />
      <TabLinks label={say(W.queues, locale)} items={tabs} />
      <h2 className="pt-6 pb-3 text-lg">{caption}</h2>
      {view.rows.length === 0 ? (
        <EmptyState title={say(view.q === '' ? W.empty : W.foundNothing, locale)}>
          {say(view.q === '' ? W.emptyHelp : W.foundNothingHelp, locale)}
        </EmptyState>
      ) : (
        <InboxTable caption={caption} rows={view.rows} now={ctx.now} nearDue={view.nearDue} locale={locale} />
      )}
      <Pagination
        nextHref={view.next === null ? undefined : `${paths.inbox(view.queue)}&sau=${encodeURIComponent(view.next)}`}
        locale={locale}
      />
    </Column>
  )
}
