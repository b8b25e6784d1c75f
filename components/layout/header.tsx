import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { accountPaths } from '@/lib/accounts'
import { cataloguePaths } from '@/lib/catalogue'
import { paths } from '@/lib/dossiers'
import { say, type Text } from '@/lib/i18n'

import { AccountMenu } from './account-menu'
import { Mark } from './mark'
import type { Viewer } from './viewer'
import { LAYOUT_WORDS } from './words'

type Place = { href: string; label: Text }

const PLACES: Record<'applicant' | 'officer', Place[]> = {
  applicant: [
    { href: cataloguePaths.search(), label: LAYOUT_WORDS.searchMenu },
    { href: paths.lookUpForm(), label: LAYOUT_WORDS.lookUp },
    { href: paths.mine(), label: LAYOUT_WORDS.mine },
    { href: cataloguePaths.help(), label: LAYOUT_WORDS.help },
  ],
  officer: [
    { href: paths.inbox(), label: LAYOUT_WORDS.desk },
    { href: cataloguePaths.search(), label: LAYOUT_WORDS.searchMenu },
    { href: paths.lookUpForm(), label: LAYOUT_WORDS.lookUp },
    { href: cataloguePaths.help(), label: LAYOUT_WORDS.help },
  ],
}

const HOME = cataloguePaths.home()
const ON_DEEP = 'text-on-deep no-underline hover:text-on-deep hover:underline'

/** On a phone the name alone: the room belongs to the menu and to who is signed in. */
function Brand({ locale }: Pick<Viewer, 'locale'>) {
  return (
    <a href={HOME} className={classes('flex items-center gap-2 py-1 sm:gap-3', ON_DEEP)}>
      <Mark className="size-9 shrink-0 sm:size-10" />
      <span className="leading-tight">
        <span className="block text-lg font-semibold whitespace-nowrap sm:text-xl">
          {say(LAYOUT_WORDS.name, locale)}
        </span>
        <span className="hidden text-sm whitespace-nowrap text-deep-soft sm:block">
          {say(LAYOUT_WORDS.tagline, locale)}
        </span>
      </span>
    </a>
  )
}

type MenuProps = Pick<Viewer, 'locale' | 'path'> & { places: Place[] }

function Places({ locale, path, places, look }: MenuProps & { look: (isCurrent: boolean) => string }) {
  return places.map((place) => {
    const isCurrent = path === place.href || path.startsWith(`${place.href}/`)
    return (
      <li key={place.href}>
        <a href={place.href} aria-current={isCurrent ? 'page' : undefined} className={look(isCurrent)}>
          {say(place.label, locale)}
        </a>
      </li>
    )
  })
}

const TAB = 'inline-flex min-h-16 items-center border-b-4 px-3 pt-1'
const LINE = 'block px-4 py-2.5 no-underline hover:underline'

/** In a row where there is room, else behind one button, which opens without script. */
function MainMenu(props: MenuProps) {
  const label = say(LAYOUT_WORDS.mainMenu, props.locale)
  return (
    <>
      <nav aria-label={label} className="order-2 hidden flex-1 lg:block">
        <ul className="flex flex-wrap">
          <Places
            {...props}
            look={(isCurrent) => classes(ON_DEEP, TAB, isCurrent ? 'border-accent' : 'border-transparent')}
          />
        </ul>
      </nav>
      <details className="group relative order-1 lg:hidden">
        <summary className="flex min-h-11 items-center gap-2 rounded-md border border-deep-soft px-3 py-1.5 font-semibold text-on-deep">
          <Icon name="menu" />
          <span className="sr-only sm:not-sr-only">{say(LAYOUT_WORDS.menu, props.locale)}</span>
        </summary>
        <nav
          aria-label={label}
          className="absolute right-0 z-10 mt-2 w-64 rounded-md border border-edge bg-raised py-2 text-ink"
        >
          <ul>
            <Places {...props} look={(isCurrent) => classes(LINE, isCurrent && 'font-semibold')} />
          </ul>
        </nav>
      </details>
    </>
  )
}

export function Header({ locale, path, person }: Viewer) {
  return (
    <header className="on-deep bg-deep text-on-deep print:hidden">
      <div className="mx-auto flex max-w-page items-center gap-x-3 px-4 sm:px-6 lg:gap-x-8">
        <div className="order-1 min-w-0 flex-1 py-2 lg:flex-none">
          <Brand locale={locale} />
        </div>
        <div className="order-2 lg:order-3">
          {person ? (
            <AccountMenu locale={locale} person={person} />
          ) : (
            <a
              href={accountPaths.signIn()}
              className={classes(
                ON_DEEP,
                'inline-flex min-h-11 items-center rounded-md border border-deep-soft px-3 font-semibold whitespace-nowrap sm:px-4',
              )}
            >
              {say(LAYOUT_WORDS.signIn, locale)}
            </a>
          )}
        </div>
        <MainMenu locale={locale} path={path} places={PLACES[person?.area ?? 'applicant']} />
      </div>
    </header>
  )
}
