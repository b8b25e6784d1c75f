import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { SUPPLEMENT_REASONS } from '@/lib/dossiers'
import type { RoundItem, SupplementRound } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale, Text } from '@/lib/i18n'
import { momentText } from './moment-text'
import { ROUND_WORDS as R } from './round-words'

type Props = {
  round: SupplementRound
  locale: Locale
  /** Where the applicant mends an item, and what else can be done about it. */
  hrefOf?: (item: RoundItem) => string | null
  besideItem?: (item: RoundItem) => ReactNode
}

export const roundTitle = ({ number }: Pick<SupplementRound, 'number'>, locale: Locale) =>
  say(R.title, locale, { number })

/** One request: what was asked, by whom and until when; beside each item what became of it. */
export function SupplementRoundView({ round, locale, hrefOf, besideItem }: Props) {
  return (
    <>
      <Standing round={round} locale={locale} />
      <ol className="flex list-decimal flex-col gap-4 pl-5">
        {round.items.map((item) => (
          <li key={item.item.target + item.item.ref}>
            <Item roundItem={item} round={round} href={hrefOf?.(item) ?? null} locale={locale} />
            {besideItem?.(item)}
          </li>
        ))}
      </ol>
      {round.note !== '' && <p className="max-w-reading pt-3 whitespace-pre-line">{round.note}</p>}
      <Followed round={round} locale={locale} />
    </>
  )
}

/** Since when and until when it is waited for, or when that ended. */
function Standing({ round, locale }: { round: SupplementRound; locale: Locale }) {
  const at = (date: Date) => momentText(date, locale)
  const { requestedAt, requesterName, dueAt, answeredAt, closedAt } = round
  const words =
    answeredAt !== null
      ? say(R.answered, locale, { at: at(answeredAt) })
      : closedAt !== null
        ? say(R.closed, locale, { at: at(closedAt) })
        : say(R.waiting, locale, { due: at(dueAt) })
  return (
    <div className="pb-3">
      <p className="font-semibold">{words}</p>
      <p className="text-sm text-ink-soft">
        {say(requesterName === null ? R.asked : R.askedBy, locale, { at: at(requestedAt), name: requesterName ?? '' })}
      </p>
    </div>
  )
}

type ItemProps = { roundItem: RoundItem; round: SupplementRound; href: string | null; locale: Locale }

function Item({ roundItem, round, href, locale }: ItemProps) {
  const { item } = roundItem
  const label = say(item.label, locale)
  return (
    <>
      <p className="font-semibold">
        {href === null ? label : <a href={href}>{label}</a>}{' '}
        <Badge tone="warn">{say(SUPPLEMENT_REASONS[item.reason], locale)}</Badge>
      </p>
      <Line term={R.howToMend} value={item.howToMend} locale={locale} />
      <Answered roundItem={roundItem} round={round} locale={locale} />
    </>
  )
}

const names = (files: RoundItem['added']) => files.map(({ name }) => name).join(', ')

/** What became of one item; a line for whatever there is to say. */
function Answered({ roundItem, round, locale }: Omit<ItemProps, 'href'>) {
  const { before, after, added, replaced, explanation } = roundItem
  const isNew = after !== null || added.length > 0
  const blank = (text: string | null) => (text === '' ? say(R.blank, locale) : text)
  const lines: { term: Text; value: string | null; isNew?: boolean }[] = [
    { term: after === null ? R.given : R.was, value: blank(before) },
    { term: R.becomes, value: blank(after), isNew: true },
    { term: R.added, value: names(added) || null, isNew: true },
    { term: R.replaced, value: names(replaced) || null },
    { term: isNew || round.answeredAt === null ? R.explained : R.whyNot, value: explanation, isNew: true },
  ]
  return lines.map(
    ({ value, ...line }) => value !== null && <Line key={line.term.vi} {...{ ...line, value, locale }} />,
  )
}

type LineProps = { term: Text; value: string; isNew?: boolean; locale: Locale }

function Line({ term, value, isNew = false, locale }: LineProps) {
  return (
    <p className="wrap-anywhere whitespace-pre-line">
      <span className="text-ink-soft">{say(term, locale)}: </span>
      <span className={isNew ? 'font-semibold' : undefined}>{value}</span>
    </p>
  )
}

function Followed({ round: { followed }, locale }: { round: SupplementRound; locale: Locale }) {
  if (followed.length === 0) return null
  const blank = (text: string) => (text === '' ? say(R.blank, locale) : text)
  return (
    <div className="pt-3">
      <p>{say(R.followed, locale)}</p>
      <ul className="list-disc pl-5">
        {followed.map(({ ref, label, before, after }) => (
          <li key={ref} className="wrap-anywhere">
            {say(R.followedLine, locale, { label, before: blank(before), after: blank(after) })}
          </li>
        ))}
      </ul>
    </div>
  )
}
