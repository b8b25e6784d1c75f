import { randomUUID } from 'node:crypto'
import type { Config } from '@/lib/config'
import { interactivePolicy } from '@/lib/pages'
import type { Handle } from './handle'
import { pathOf } from './path-of'
import { STYLED_PAGE, stylesheetsOf } from './stylesheets'

/** The origins a form may end at after redirects: the identity provider and the remote signing service. */
export function formTargetsOf({ oidc, csc }: Pick<Config, 'oidc' | 'csc'>): string[] {
  return [oidc.issuer, csc?.url].flatMap((url) => url ?? []).map((url) => new URL(url).origin)
}

type Surroundings = {
  formTargets: readonly string[]
  isDevelopment: boolean
  /** Where Next itself is reached. */
  where: Parameters<typeof stylesheetsOf>[0]
}

/**
 * Hands a request on with what its pages cannot know by themselves, as headers that nobody else can send: the policy of the
 * page, from which Next takes the nonce for its scripts, the path, and the style sheets (`app/html-page.tsx`). Next's own place for
 * this (`proxy.ts`) costs half as much again as a small page.
 */
export function withPageHeaders(handle: Handle, { formTargets, isDevelopment, where }: Surroundings): Handle {
  const stylesheets = stylesheetsOf(where)
  return async (request, response) => {
    const path = pathOf(request)
    const nonce = randomUUID().replaceAll('-', '')
    const policy = interactivePolicy(nonce, formTargets, isDevelopment)
    request.headers['content-security-policy'] = policy
    request.headers['x-nonce'] = nonce
    request.headers['x-path'] = path
    const isDrawn = path !== STYLED_PAGE && !path.startsWith('/_next/')
    request.headers['x-stylesheets'] = isDrawn ? (await stylesheets()).join(' ') : ''
    response.setHeader('content-security-policy', policy)
    await handle(request, response)
  }
}
