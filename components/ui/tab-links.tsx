import { classes } from './classes'

type TabLinksProps = { label: string; items: { href: string; label: string; count?: number; isCurrent: boolean }[] }

/** Views of one thing, each with its own address. */
export function TabLinks({ label, items }: TabLinksProps) {
  return (
    <nav aria-label={label} className="print:hidden">
      <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3 md:flex md:flex-wrap">
        {items.map((item) => (
          <li key={item.href}>
            <a
              href={item.href}
              aria-current={item.isCurrent ? 'page' : undefined}
              className={classes(
                'flex h-full min-h-11 items-center justify-between gap-2 rounded-md border bg-raised px-3 py-2 leading-snug no-underline hover:border-action',
                item.isCurrent ? 'border-action font-semibold text-ink outline outline-action' : 'border-line',
              )}
            >
              {item.label}
              {item.count !== undefined && (
                <span className="rounded-full bg-band px-2 text-sm tabular-nums text-ink">{item.count}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
