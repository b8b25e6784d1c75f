import type { ReactNode } from 'react'

import { classes } from './classes'

export type TimelineItem = { key: string; title: ReactNode; at?: ReactNode; isCurrent?: boolean; children?: ReactNode }

/** What has happened, in order; the present stands out. */
export function Timeline({ items }: { items: TimelineItem[] }) {
  return (
    <ol className="relative border-l-2 border-line">
      {items.map((item) => (
        <li key={item.key} aria-current={item.isCurrent ? 'step' : undefined} className="relative pb-6 pl-6 last:pb-0">
          <span
            aria-hidden="true"
            className={classes(
              'absolute top-1.5 -left-[calc(0.4375rem+1px)] size-3.5 rounded-full border-2',
              item.isCurrent ? 'border-accent bg-accent' : 'border-action bg-page',
            )}
          />
          <p className={classes(item.isCurrent && 'font-semibold')}>{item.title}</p>
          {Boolean(item.at) && <p className="text-sm text-ink-soft">{item.at}</p>}
          {Boolean(item.children) && <div className="mt-1">{item.children}</div>}
        </li>
      ))}
    </ol>
  )
}
