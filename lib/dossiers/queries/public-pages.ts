import { pathPattern } from '@/lib/kernel'
import type { PageRule } from '@/lib/pages'
import { paths } from '../dossier/paths'

/** What pages show of dossiers; said by the database when one changes. */
export const dossierPageTags = {
  /** How far the dossier of a code is. */
  lookUp: (code: string) => `look-up:${code}`,
  /** What waits for a person. */
  pending: (userId: string) => `pending:${userId}`,
} as const

/** Looking up without signing in; the value is a code. */
export const LOOK_UP_QUERY = 'ma'

export const dossierPages: readonly PageRule[] = [
  { path: pathPattern(paths.lookUpForm), query: [LOOK_UP_QUERY], pool: 'asked', tags: () => [] },
]
