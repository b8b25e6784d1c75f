import 'server-only'

export { followChanges } from './changes'
export { createPageCache } from './page-cache'
export type { Answer, AnswerSource, PageCache, PageCacheOptions } from './page-cache'
