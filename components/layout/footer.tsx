import { Badge } from '@/components/ui/badge'
import { accountPaths } from '@/lib/accounts'
import { agencyPaths } from '@/lib/agencies'
import { cataloguePaths } from '@/lib/catalogue'
import { paths } from '@/lib/dossiers'
import { type Locale, say, type Text } from '@/lib/i18n'

import { signingPaths } from '@/lib/signing'
import { LAYOUT_WORDS } from './words'

type Group = { title: Text; links: { href: string; label: Text }[] }

const GROUPS: Group[] = [
  {
    title: LAYOUT_WORDS.services,
    links: [
      { href: cataloguePaths.search(), label: LAYOUT_WORDS.search },
      { href: paths.lookUpForm(), label: LAYOUT_WORDS.lookUp },
      { href: agencyPaths.agencies(), label: LAYOUT_WORDS.agencies },
      { href: signingPaths.check(), label: LAYOUT_WORDS.verify },
    ],
  },
  {
    title: LAYOUT_WORDS.support,
    links: [
      { href: cataloguePaths.help(), label: LAYOUT_WORDS.help },
      { href: `${cataloguePaths.help()}#toan-trinh`, label: LAYOUT_WORDS.levels },
      { href: cataloguePaths.accessibility(), label: LAYOUT_WORDS.accessibility },
      { href: accountPaths.officerSignIn(), label: LAYOUT_WORDS.officerSignIn },
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
