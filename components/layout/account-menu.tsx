import { Icon } from '@/components/ui/icon'
import { accountPaths } from '@/lib/accounts'
import { paths } from '@/lib/dossiers'
import { say } from '@/lib/i18n'

import { noticePaths } from '@/lib/notices'
import type { Viewer } from './viewer'
import { LAYOUT_WORDS } from './words'

/** Opens without script; signing out is a POST. */
export function AccountMenu({ locale, person }: { locale: Viewer['locale']; person: NonNullable<Viewer['person']> }) {
  const links = [
    ...(person.area === 'applicant' ? [{ href: paths.mine(), label: LAYOUT_WORDS.mine }] : []),
    { href: noticePaths.mine(), label: LAYOUT_WORDS.notices },
    { href: accountPaths.account(), label: LAYOUT_WORDS.account },
  ]
  return (
    <details className="group relative">
      <summary className="flex min-h-11 items-center gap-2 rounded-md border border-deep-soft px-3 py-1.5 text-on-deep">
        <Icon name="person" />
        <span className="sr-only">{say(LAYOUT_WORDS.accountMenu, locale)} </span>
        <span className="sr-only max-w-56 truncate font-semibold sm:not-sr-only">{person.name}</span>
        <Icon name="down" className="group-open:rotate-180" />
      </summary>
      <ul className="absolute right-0 z-10 mt-2 w-64 rounded-md border border-edge bg-raised py-2 text-ink">
        <li className="border-b border-line px-4 pt-1 pb-2 font-semibold sm:hidden">{person.name}</li>
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href} className="block px-4 py-2.5 no-underline hover:underline">
              {say(link.label, locale)}
            </a>
          </li>
        ))}
        <li className="mt-1 border-t border-line pt-1">
          <form method="post" action={accountPaths.signOut()}>
            <button className="w-full px-4 py-2.5 text-left text-action hover:underline">
              {say(LAYOUT_WORDS.signOut, locale)}
            </button>
          </form>
        </li>
      </ul>
    </details>
  )
}
