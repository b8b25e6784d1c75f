export type GridLink = { href: string; label: string; detail?: string }

/** Topics to browse by: names in columns, no decoration. */
export function LinkGrid({ links }: { links: GridLink[] }) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
      {links.map((link) => (
        <li key={link.href} className="border-t border-line">
          <a href={link.href} className="block py-3 no-underline hover:underline">
            <span className="font-semibold">{link.label}</span>
            {link.detail && <span className="block text-sm text-ink-soft">{link.detail}</span>}
          </a>
        </li>
      ))}
    </ul>
  )
}
