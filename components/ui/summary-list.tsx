import type { ReactNode } from 'react'
import { type Locale, say } from '@/lib/i18n'

import { classes } from './classes'
import { UI_WORDS } from './words'

type Item = { key: string; term: ReactNode; value: ReactNode; changeHref?: string | undefined; changeFor?: string }

/** Questions and answers; with `changeHref` each answer can be gone back to. */
export function SummaryList({ items, locale }: { items: Item[]; locale: Locale }) {
  const columns = items.some(({ changeHref }) => changeHref !== undefined)
    ? 'md:grid-cols-[minmax(10rem,1fr)_2fr_3rem]'
    : 'md:grid-cols-[minmax(10rem,1fr)_2fr]'
  return (
    <dl className="border-t border-line">
      {items.map((item) => (
        <div key={item.key} className={classes('grid gap-x-6 gap-y-1 border-b border-line py-3', columns)}>
          <dt className="text-ink-soft md:text-ink md:font-semibold">{item.term}</dt>
          <dd className="min-w-0">{item.value}</dd>
          {item.changeHref && (
            <dd className="print:hidden md:text-right">
              <a href={item.changeHref} className="inline-block py-1 md:py-0">
                {say(UI_WORDS.change, locale)}
                <span className="sr-only"> {item.changeFor}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

/** Facts side by side, at most three in a row: a short head of a page. */
export function FactList({ items }: { items: { key: string; term: ReactNode; value: ReactNode }[] }) {
  return (
    <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
      {items.map((item) => (
        <div key={item.key} className="border-l-2 border-line pl-4">
          <dt className="text-sm text-ink-soft">{item.term}</dt>
          <dd className="font-semibold">{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
