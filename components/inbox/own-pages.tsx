import type { Locale, Text } from '@/lib/i18n'
import { say } from '@/lib/i18n'

export type OwnPage = { href: string; words: Text }

/** Further pages of whoever runs or watches the portal, or looks after its officers. */
export function OwnPages({ pages, locale }: { pages: readonly OwnPage[]; locale: Locale }) {
  if (pages.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-x-6 pb-6">
      {pages.map(({ href, words }) => (
        <li key={href}>
          <a href={href} className="inline-block py-1.5">
            {say(words, locale)}
          </a>
        </li>
      ))}
    </ul>
  )
}
