import type { OwnPage } from '@/components/inbox/own-pages'
import { INBOX_WORDS as W } from '@/components/inbox/words'
import type { Officer } from '@/lib/access'
import { holdsAnywhere } from '@/lib/access'
import { OFFICER_PATHS } from '@/lib/accounts'
import { administersOfficers } from '@/lib/accounts/server'
import { paths } from '@/lib/dossiers'
import { watches } from '@/lib/dossiers/server'
import { CHECK_PATHS } from '@/lib/signing'

/** The pages an officer has beside dossiers, by what they watch, run or administer. */
export function ownPages(actor: Officer): OwnPage[] {
  const runs = holdsAnywhere(actor, ['systemAdmin'])
  return [
    ...(watches(actor) ? [{ href: paths.oversight(), words: W.oversight }] : []),
    ...(runs ? [{ href: '/quan-tri/viec-loi', words: W.troubles }] : []),
    ...(runs ? [{ href: CHECK_PATHS.trust(), words: W.anchors }] : []),
    ...(administersOfficers(actor) ? [{ href: OFFICER_PATHS.list(), words: W.officers }] : []),
  ]
}
