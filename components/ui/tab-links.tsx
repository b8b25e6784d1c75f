import { classes } from './classes'

type TabLinksProps = { label: string; items: { href: string; label: string; count?: number; isCurrent: boolean }[] }

/** Views of one thing, each with its own address. */
export function TabLinks({ label, items }: TabLinksProps) {
  return (
    <nav aria-label={label} className="border-b border-line print:hidden">
      <ul className="-mb-px flex flex-wrap gap-x-6">
        {items.map((item) => (
          <li key={item.href}>
            <a
              href={item.href}
              aria-current={item.isCurrent ? 'page' : undefined}
              className={classes(
                'inline-flex min-h-11 items-center gap-2 border-b-4 py-2 no-underline hover:border-edge',
                item.isCurrent ? 'border-action font-semibold text-ink' : 'border-transparent',
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
