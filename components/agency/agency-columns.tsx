import type { ReactNode } from 'react'

/** Names in up to three columns, read downward: long lists that are looked through, not read. */
export function AgencyColumns({
  id,
  title,
  links,
}: {
  id: string
  title: string
  links: { href: string; label: ReactNode }[]
}) {
  if (links.length === 0) return null
  return (
    <section aria-labelledby={id} className="border-t border-line pt-6">
      <h2 id={id} className="mb-3 text-xl">
        {title} <span className="text-base font-normal text-ink-soft">({links.length})</span>
      </h2>
      <ul className="gap-x-10 sm:columns-2 lg:columns-3">
        {links.map((link) => (
          <li key={link.href} className="break-inside-avoid">
            <a href={link.href} className="inline-block py-1.5">
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
