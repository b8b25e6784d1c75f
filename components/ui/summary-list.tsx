import type { ReactNode } from 'react'

type Item = { key: string; term: ReactNode; value: ReactNode }

/** Questions and answers. */
export function SummaryList({ items }: { items: Item[] }) {
  return (
    <dl className="border-t border-line">
      {items.map((item) => (
        <div
          key={item.key}
          className="grid gap-x-6 gap-y-1 border-b border-line py-3 md:grid-cols-[minmax(10rem,1fr)_2fr]"
        >
          <dt className="text-ink-soft md:text-ink md:font-semibold">{item.term}</dt>
          <dd className="min-w-0">{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Facts side by side, at most three in a row: a short head of a page. */
export function FactList({ items }: { items: Item[] }) {
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
