import 'server-only'

export { createAllowance } from './allowance'
export { followChanges } from './changes'
export { createPageCache } from './page-cache'
export type { Answer, AnswerSource, PageCacheOptions } from './make-page'
export type { Notice } from './notices'
export type { PageCache } from './page-cache'
export { localeOfCookie } from './visitor'
