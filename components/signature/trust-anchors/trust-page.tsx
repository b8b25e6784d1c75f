import { INBOX_WORDS } from '@/components/inbox/words'
import { Column } from '@/components/layout/frame'
import { Badge } from '@/components/ui/badge'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Table } from '@/components/ui/table'
import { paths } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { formatDay } from '@/lib/calendar'
import { ANCHOR_SETS } from '@/lib/signing'
import type { AnchorState, TrustAnchor } from '@/lib/signing'
import { AnchorForm } from './anchor-form'
import { TRUST_WORDS as W } from './trust-words'

type Props = {
  anchors: TrustAnchor[]
  done: string
  /** What was typed before the session ended. */
  typed: Record<string, string>
  add: (state: AnchorState, form: FormData) => Promise<AnchorState>
  endOf: (id: string) => () => Promise<void>
  now: Date
  locale: Locale
}

const DONE = ['them', 'co-san', 'ngung', 'khong-co'] as const

/** Whom the portal trusts to vouch for signatures, and changing that. */
export function TrustPage({ anchors, done, typed, add, endOf, now, locale }: Props) {
  const outcome = DONE.find((candidate) => candidate === done)
  return (
    <Column>
      <PageHeader
        breadcrumb={
          <Breadcrumb locale={locale} items={[{ label: say(INBOX_WORDS.yours, locale), href: paths.inbox() }]} />
        }
        title={say(W.title, locale)}
        lead={say(W.lead, locale)}
      />
      <div className="flex flex-col gap-8">
        {outcome !== undefined && <Notice tone="good" title={say(W[outcome], locale)} locale={locale} isLive />}
        {anchors.length === 0 ? (
          <Notice tone="warn" title={say(W.none, locale)} locale={locale} />
        ) : (
          <AnchorTable anchors={anchors} endOf={endOf} now={now} locale={locale} />
        )}
        <section aria-labelledby="them-goc" className="max-w-reading">
          <h2 id="them-goc" className="pb-4 text-xl">
            {say(W.add, locale)}
          </h2>
          <AnchorForm add={add} typed={typed} locale={locale} />
        </section>
      </div>
    </Column>
  )
}

function periodWords(
  { effectiveFrom, effectiveTo }: TrustAnchor,
  { now, locale }: Pick<Props, 'now' | 'locale'>,
): string {
  if (effectiveTo?.getTime() === effectiveFrom.getTime()) return `${formatDay(effectiveFrom)} (${say(W.never, locale)})`
  if (effectiveFrom > now && effectiveTo === null) return `${formatDay(effectiveFrom)} (${say(W.ahead, locale)})`
  return `${formatDay(effectiveFrom)} – ${effectiveTo === null ? say(W.open, locale) : formatDay(effectiveTo)}`
}

function AnchorTable({ anchors, endOf, now, locale }: Omit<Props, 'done' | 'typed' | 'add'>) {
  return (
    <Table
      caption={say(W.list, locale)}
      rows={anchors}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: say(W.name, locale),
          cell: (anchor) => <Name anchor={anchor} locale={locale} />,
          isRowHeader: true,
        },
        { key: 'set', header: say(W.set, locale), cell: ({ set }) => say(ANCHOR_SETS[set], locale) },
        {
          key: 'period',
          header: say(W.period, locale),
          cell: (anchor) => periodWords(anchor, { now, locale }),
        },
        {
          key: 'source',
          header: say(W.source, locale),
          cell: ({ source }) => <span className="wrap-anywhere">{source}</span>,
        },
        {
          key: 'act',
          header: say(W.act, locale),
          cell: (anchor) => <End anchor={anchor} endOf={endOf} now={now} locale={locale} />,
        },
      ]}
    />
  )
}

function Name({ anchor, locale }: { anchor: TrustAnchor; locale: Locale }) {
  return (
    <span className="flex flex-col gap-1">
      <span className="wrap-anywhere">{anchor.name}</span>
      <span className="text-sm font-normal text-ink-soft wrap-anywhere">
        {say(W.fingerprint, locale)}: <span className="font-mono">{anchor.fingerprint}</span>
      </span>
      {anchor.isSample && (
        <span>
          <Badge tone="accent">{say(W.sample, locale)}</Badge>
        </span>
      )}
    </span>
  )
}

function End({ anchor, endOf, now, locale }: Pick<Props, 'endOf' | 'now' | 'locale'> & { anchor: TrustAnchor }) {
  const { effectiveFrom, effectiveTo } = anchor
  const hasBegun = effectiveFrom <= now
  const isOver = effectiveTo !== null && (hasBegun ? effectiveTo <= now : effectiveTo <= effectiveFrom)
  if (isOver) return '—'
  return (
    <form action={endOf(anchor.id)}>
      <Button variant="danger">
        {say(hasBegun ? W.end : W.giveUp, locale)}
        <span className="sr-only"> {anchor.name}</span>
      </Button>
    </form>
  )
}
