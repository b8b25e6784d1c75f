import { Badge } from '@/components/ui/badge'
import { type Locale, say, type Text } from '@/lib/i18n'

import { LAYOUT_WORDS } from './words'

type Group = { title: Text; links: { href: string; label: Text }[] }

const GROUPS: Group[] = [
  {
    title: LAYOUT_WORDS.services,
    links: [
      { href: '/tim-kiem', label: LAYOUT_WORDS.search },
      { href: '/tra-cuu', label: LAYOUT_WORDS.lookUp },
      { href: '/co-quan', label: LAYOUT_WORDS.agencies },
      { href: '/kiem-tra-chu-ky', label: LAYOUT_WORDS.verify },
    ],
  },
  {
    title: LAYOUT_WORDS.support,
    links: [
      { href: '/tro-giup', label: LAYOUT_WORDS.help },
      { href: '/tro-giup#toan-trinh', label: LAYOUT_WORDS.levels },
      { href: '/tro-giup/kha-nang-tiep-can', label: LAYOUT_WORDS.accessibility },
      { href: '/dang-nhap/can-bo', label: LAYOUT_WORDS.officerSignIn },
    ],
  },
]

export function Footer({ locale, version }: { locale: Locale; version: string }) {
  return (
    <footer className="mt-16 border-t-4 border-deep bg-band print:hidden">
      <div className="mx-auto grid max-w-page gap-x-10 gap-y-8 px-4 py-10 sm:px-6 md:grid-cols-[2fr_1fr_1fr]">
        <div className="flex max-w-reading flex-col items-start gap-3">
          <Badge tone="accent">{say(LAYOUT_WORDS.sampleMark, locale)}</Badge>
          <p>{say(LAYOUT_WORDS.sample, locale)}</p>
          <p className="text-sm text-ink-soft">{say(LAYOUT_WORDS.version, locale, { version })}</p>
        </div>
        {GROUPS.map((group) => (
          <nav key={group.title.vi} aria-label={say(group.title, locale)}>
            <h2 className="text-base">{say(group.title, locale)}</h2>
            <ul className="mt-2">
              {group.links.map((link) => (
                <li key={link.href}>
                  <a href={link.href} className="inline-block py-1.5">
                    {say(link.label, locale)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        ))}
      </div>
    </footer>
  )
}
