import { classes } from '@/components/ui/classes'
import { say, type Text } from '@/lib/i18n'

import { AccountMenu } from './account-menu'
import { Mark } from './mark'
import type { Viewer } from './viewer'
import { LAYOUT_WORDS } from './words'

type Place = { href: string; label: Text }

const PLACES: Record<'applicant' | 'officer', Place[]> = {
  applicant: [
    { href: '/tim-kiem', label: LAYOUT_WORDS.searchMenu },
    { href: '/tra-cuu', label: LAYOUT_WORDS.lookUp },
    { href: '/ho-so', label: LAYOUT_WORDS.mine },
    { href: '/tro-giup', label: LAYOUT_WORDS.help },
  ],
  officer: [
    { href: '/can-bo', label: LAYOUT_WORDS.desk },
    { href: '/tim-kiem', label: LAYOUT_WORDS.searchMenu },
    { href: '/tra-cuu', label: LAYOUT_WORDS.lookUp },
    { href: '/tro-giup', label: LAYOUT_WORDS.help },
  ],
}

const HOME = '/'
const ON_DEEP = 'text-on-deep no-underline hover:text-on-deep hover:underline'

/** On a phone the name of who is signed in needs the room of the second line. */
function Brand({ locale, isBrief }: Pick<Viewer, 'locale'> & { isBrief: boolean }) {
  return (
    <a href={HOME} className={classes('flex items-center gap-3 py-1', ON_DEEP)}>
      <Mark className="size-10 shrink-0" />
      <span className="leading-tight">
        <span className="block text-xl font-semibold whitespace-nowrap">{say(LAYOUT_WORDS.name, locale)}</span>
        <span className={classes('text-sm whitespace-nowrap text-deep-soft', isBrief ? 'hidden sm:block' : 'block')}>
          {say(LAYOUT_WORDS.tagline, locale)}
        </span>
      </span>
    </a>
  )
}

type MenuProps = Pick<Viewer, 'locale' | 'path'> & { places: Place[] }

function MainMenu({ locale, path, places }: MenuProps) {
  return (
    <nav
      aria-label={say(LAYOUT_WORDS.mainMenu, locale)}
      className="order-3 basis-full lg:order-2 lg:basis-auto lg:flex-1"
    >
      <ul className="-mx-2 flex flex-wrap lg:mx-0">
        {places.map((place) => {
          const isCurrent = path === place.href || path.startsWith(`${place.href}/`)
          return (
            <li key={place.href}>
              <a
                href={place.href}
                aria-current={isCurrent ? 'page' : undefined}
                className={classes(
                  ON_DEEP,
                  'inline-flex min-h-11 items-center border-b-4 px-2 text-sm sm:text-base lg:min-h-16 lg:px-3 lg:pt-1',
                  isCurrent ? 'border-accent' : 'border-transparent',
                )}
              >
                {say(place.label, locale)}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

export function Header({ locale, path, person }: Viewer) {
  return (
    <header className="on-deep bg-deep text-on-deep print:hidden">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-4 px-4 lg:gap-x-8 sm:px-6">
        <div className="order-1 flex-1 py-2.5 lg:flex-none">
          <Brand locale={locale} isBrief={person !== null} />
        </div>
        <div className="order-2 lg:order-3">
          {person ? (
            <AccountMenu locale={locale} person={person} />
          ) : (
            <a
              href="/dang-nhap"
              className={classes(
                ON_DEEP,
                'inline-flex min-h-11 items-center rounded-md border border-deep-soft px-3 font-semibold sm:px-4',
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
