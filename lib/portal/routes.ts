import { accountPaths } from '@/lib/accounts'
import { agencyPages, agencyPaths } from '@/lib/agencies'
import { attachmentPaths } from '@/lib/attachments'
import { cataloguePages, cataloguePaths } from '@/lib/catalogue'
import { dossierPages, paths as dossierPaths } from '@/lib/dossiers'
import type { Address } from '@/lib/kernel'
import { noticePaths } from '@/lib/notices'
import { oversightPaths } from '@/lib/oversight'
import { islandScript, noticePage, noticePages, type PageRule } from '@/lib/pages'
import { signingPages, signingPaths } from '@/lib/signing'

/** The addresses of the whole portal, by the module that spells them. */
export const PATHS = {
  catalogue: cataloguePaths,
  agencies: agencyPaths,
  accounts: accountPaths,
  attachments: attachmentPaths,
  signing: signingPaths,
  dossiers: dossierPaths,
  notices: noticePaths,
  oversight: oversightPaths,
  pages: { noticePage, islandScript },
} as const

/** The routes of `app/` they lead to. */
export const ROUTES: readonly string[] = Object.values(PATHS).flatMap((paths) =>
  Object.values(paths).flatMap((path: Pick<Address, 'route'> | object) => ('route' in path ? [path.route] : [])),
)

/** Pages that wait for nothing but their visitor and are kept in memory, those asked for most first. */
export const PUBLIC_PAGES: readonly PageRule[] = [
  ...cataloguePages,
  ...dossierPages,
  ...agencyPages,
  ...noticePages,
  ...signingPages,
]
