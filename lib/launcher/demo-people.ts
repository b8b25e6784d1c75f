import path from 'node:path'
import { ROLE_WORDS } from '@/lib/accounts'
import { provideDemoOfficers } from '@/lib/accounts/server'
import { parts, workerContext } from '@/lib/runtime/server'
import { DEMO_APPLICANTS, DEMO_OFFICERS } from '@/lib/seed/server'

export type DemoPerson = {
  name: string
  /** What an officer is called, or what kind of account, in Vietnamese. */
  post: string
  agencyName: string | null
  /** How to sign in: officers by name, password and code; the others are chosen on the identity provider's page. */
  credentials: { username: string; password: string } | null
}

/** Everybody one can sign in as in the demo; gives the officers their passwords on the first start. */
export async function demoPeople(folder: string): Promise<DemoPerson[]> {
  try {
    const file = path.join(folder, 'demo-people.json')
    const credentials = await provideDemoOfficers(workerContext('start', 'start'), DEMO_OFFICERS, file)
    const officers = DEMO_OFFICERS.map(({ name, agencyName, username, grant }) => ({
      ...{ name, agencyName, post: titleOf(grant.role) },
      credentials: credentials.find((own) => own.username === username) ?? null,
    }))
    return [...DEMO_APPLICANTS.map((applicant) => ({ ...applicant, agencyName: null, credentials: null })), ...officers]
  } finally {
    await parts().close()
  }
}

function titleOf(role: string): string {
  return Object.entries(ROLE_WORDS).find(([name]) => name === role)?.[1].vi ?? role
}
