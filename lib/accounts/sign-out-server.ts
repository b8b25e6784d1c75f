import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { AuthSettings } from './next-auth-server'
import { accountPaths } from './paths'
import { fetchToSend } from './provider-server'

const PATIENCE_MS = 2000
const described = z.object({ end_session_endpoint: z.url() })

/**
 * Where to end the session at the identity provider too (RP-initiated logout 1.0); null when it does not say, or does
 * not answer soon: leaving the portal never waits for it.
 */
export async function signOutAddress(now: Date, settings: AuthSettings, idToken: string): Promise<string | null> {
  const soon = pause(PATIENCE_MS, null, { ref: false })
  return Promise.race([soon, endSessionAt(now, settings, idToken)]).catch(() => null)
}

async function endSessionAt(now: Date, { oidc, origin }: AuthSettings, idToken: string): Promise<string> {
  const response = await fetchToSend(oidc.issuer, now)(`${oidc.issuer}/.well-known/openid-configuration`)
  const url = new URL(described.parse(await response.json()).end_session_endpoint)
  url.searchParams.set('id_token_hint', idToken)
  url.searchParams.set('post_logout_redirect_uri', `${origin}${accountPaths.signedOut()}`)
  return url.href
}
