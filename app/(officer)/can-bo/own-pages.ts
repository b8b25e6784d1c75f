import type { OwnPage } from '@/components/inbox/own-pages'
import { INBOX_WORDS as W } from '@/components/inbox/words'
import type { Officer } from '@/lib/access'
import { holdsAnywhere } from '@/lib/access'
import { accountPaths } from '@/lib/accounts'
import { administersOfficers } from '@/lib/accounts/server'
import { watches } from '@/lib/dossiers/server'
import { oversightPaths } from '@/lib/oversight'
import { signingPaths } from '@/lib/signing'

/** The pages an officer has beside dossiers, by what they watch, run or administer. */
export function ownPages(actor: Officer): OwnPage[] {
  const runs = holdsAnywhere(actor, ['systemAdmin'])
  return [
    ...(watches(actor) ? [{ href: oversightPaths.standings(), words: W.oversight }] : []),
    ...(runs ? [{ href: oversightPaths.failedJobs(), words: W.troubles }] : []),
    ...(runs ? [{ href: signingPaths.trustAnchors(), words: W.anchors }] : []),
    ...(administersOfficers(actor) ? [{ href: accountPaths.officers(), words: W.officers }] : []),
  ]
}
