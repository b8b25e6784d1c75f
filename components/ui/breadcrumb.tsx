import { type Locale, say } from '@/lib/i18n'

import { UI_WORDS } from './words'

/** The way back up; the present place may end it, without `href`. */
export function Breadcrumb({ items, locale }: { items: { href?: string; label: string }[]; locale: Locale }) {
  return (
    <nav aria-label={say(UI_WORDS.breadcrumb, locale)} className="text-sm print:hidden">
      <ol className="flex flex-wrap gap-x-2">
        {items.map((item) => (
          <li key={item.label} className="flex gap-2 after:text-ink-soft after:content-['/'] last:after:content-none">
            {item.href ? (
              <a href={item.href} className="inline-block py-1">
                {item.label}
              </a>
            ) : (
              <span aria-current="page" className="py-1 text-ink-soft">
                {item.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
