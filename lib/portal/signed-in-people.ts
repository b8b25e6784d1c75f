import type { Database } from '@/db/client'
import type { Officer, Person } from '@/lib/access'
import { accountPageTags } from '@/lib/accounts'
import type { Visitor } from '@/lib/accounts/server'
import { cataloguePaths } from '@/lib/catalogue'
import { dossierPageTags } from '@/lib/dossiers'
import { type PendingWork, pendingWork } from '@/lib/dossiers/server'
import { type Locale, say } from '@/lib/i18n'
import { createNewsMemory, type PageOfPerson, type People, type PersonOnPage, type Values } from '@/lib/pages/server'

type Known = {
  who: Person | Pick<Officer, 'kind' | 'name' | 'userId'>
  /** From then on the session's row decides anew. */
  until: Date
}
type Surroundings = {
  db: Database
  now: () => Date
  /** Who sends a request with these cookies; keeps their session awake. */
  visitorBy: (cookie: string) => Promise<Visitor>
}

/** For sessions, and for what waits for people: some 5,000 of each, whatever else their browsers send as cookies. */
const MEMORY_BYTES = 16 * 1024 * 1024

/** Speak of an account and its sessions, and of what waits for it. */
const OF_PEOPLE = [accountPageTags.person(''), dossierPageTags.pending('')]

/**
 * Who is signed in and what of theirs stands on public pages. A session is remembered until its next request has to be written
 * down, a minute at most, and until news speak of it; so a request keeps a session awake as it does anywhere else.
 */
export function signedInPeople(surroundings: Surroundings): People {
  const sessions = createNewsMemory<Known>(MEMORY_BYTES)
  const pending = createNewsMemory<PendingWork>(MEMORY_BYTES)
  const knownBy = (cookie: string) => {
    const remembered = sessions.known(cookie)
    return remembered && surroundings.now() < remembered.until ? remembered.who : undefined
  }
  const findBy = async (cookie: string) => {
    const loaded = await sessions.find(cookie, () => sessionBy(surroundings, cookie))
    return loaded?.who ?? null
  }
  return {
    known(cookie, page) {
      const who = knownBy(cookie)
      if (who === undefined || !showsPending(who, page)) return who && onPage(who)
      const work = pending.known(pendingKey(who))
      return work && onPage(who, pendingValues(work, page.locale))
    },
    async find(cookie, page) {
      const who = knownBy(cookie) ?? (await findBy(cookie))
      if (who === null || !showsPending(who, page)) return who && onPage(who)
      const key = pendingKey(who)
      const work = pending.known(key) ?? (await pending.find(key, () => pendingOf(surroundings, who)))
      return onPage(who, pendingValues(work, page.locale))
    },
    changed(tag) {
      if (!OF_PEOPLE.some((prefix) => tag.startsWith(prefix))) return false
      sessions.changed(tag)
      pending.changed(tag)
      return true
    },
    forget() {
      sessions.forget()
      pending.forget()
    },
  }
}

/** Whose session the cookies hold, by its row: nobody's once it has ended. */
async function sessionBy({ visitorBy }: Surroundings, cookie: string) {
  const { actor, session } = await visitorBy(cookie)
  if (session === null || actor.kind === 'anonymous' || actor.kind === 'worker') return null
  // What an officer may do takes effect and ends by itself, and no public page shows it.
  const who = actor.kind === 'officer' ? { kind: actor.kind, name: actor.name, userId: actor.userId } : actor
  const { touchDueAt, idleEndsAt } = session
  return {
    value: { who, until: touchDueAt < idleEndsAt ? touchDueAt : idleEndsAt },
    tags: [accountPageTags.person(who.userId)],
  }
}

const isApplicant = (who: Known['who']): who is Person => who.kind !== 'officer'

const HOME = cataloguePaths.home()

/** The home page alone shows what waits for whom. */
const showsPending = (who: Known['who'], { path }: PageOfPerson): who is Person => path === HOME && isApplicant(who)

/** Whoever holds a company's certificate does not see all that its director sees. */
const pendingKey = ({ userId, signedInBy }: Person) => `${userId} ${signedInBy ?? 'person'}`

async function pendingOf({ db }: Surroundings, actor: Person) {
  const value = await pendingWork({ db, actor })
  // Several drafts stand in the order in which they were saved, of which there are no news.
  return { value, tags: [dossierPageTags.pending(actor.userId)], isKept: value.drafts.length < 2 }
}

function onPage({ kind, name }: Known['who'], more: Values = {}): PersonOnPage {
  return { area: kind === 'officer' ? 'officer' : 'applicant', values: { name, ...more } }
}

/** One row after the other, each of the kind that its state names, as `PendingWorkPlaces` has them. */
function pendingValues(work: PendingWork | null, locale: Locale): Values {
  const { drafts, waiting } = work ?? { drafts: [], waiting: [] }
  const row = (kind: string, item: PendingWork['drafts'][number]): Values => ({
    [kind]: [{ id: item.id, procedure: say(item.procedureName, locale) }],
  })
  const rows = [...waiting.map((item) => row(item.state, item)), ...drafts.map((item) => row('draft', item))]
  return { pending: rows.length === 0 ? [] : [{ rows }] }
}
