import { pathPattern } from '@/lib/kernel'
import type { PageRule } from '@/lib/pages'
import { signingPaths } from './paths'

/** The form of the check; what it says of a paper or of a refusal is Next's. */
export const signingPages: readonly PageRule[] = [
  {
    path: pathPattern(signingPaths.check),
    query: [],
    pool: 'kept',
    tags: () => [],
    scripts: 'late',
    notWith: ['van-ban', 'loi'],
  },
]
