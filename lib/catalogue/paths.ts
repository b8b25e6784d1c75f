import { address } from '@/lib/kernel'

const search = address('/tim-kiem')
const procedure = address('/dich-vu/[slug]')

/** What the address of the search page may say. */
export const SEARCH_NAMES = ['q', 'doi-tuong', 'su-kien', 'linh-vuc', 'co-quan', 'truc-tuyen', 'sau'] as const

/** Where strangers find a service, and the help beside it. */
export const cataloguePaths = {
  home: address('/'),
  search,
  /** What was found; `asked` by the names of the search form. */
  results: (query: Readonly<Record<string, string>>) => `${search()}?${new URLSearchParams(query).toString()}`,
  procedure,
  procedureCase: (slug: string, caseCode: string) => `${procedure(slug)}?truong-hop=${encodeURIComponent(caseCode)}`,
  help: address('/tro-giup'),
  accessibility: address('/tro-giup/kha-nang-tiep-can'),
} as const
