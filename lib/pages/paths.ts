import { address, pathPattern } from '@/lib/kernel'
import type { PageRule } from './rules'

/** A page that stands in for the one asked for. */
export const noticePage = address('/loi/[trang-thai]')

/** A script of a page that is drawn as plain HTML. */
export const islandScript = address('/kich-ban/[tep]')

export const noticePages: readonly PageRule[] = [
  { path: pathPattern(noticePage, '[a-z-]{1,30}'), query: [], pool: 'kept', tags: () => [] },
]
