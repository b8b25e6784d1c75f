import { z } from 'zod'
import { json } from '../http'
import type { Reply } from '../http'
import type { Sessions } from './sessions'

const form = z.object({
  grant_type: z.literal('authorization_code'),
  code: z.string(),
  client_id: z.string(),
  client_secret: z.string(),
  redirect_uri: z.string(),
  code_verifier: z.string(),
})

export type Client = { clientId: string; clientSecret: string; portalOrigin: string | undefined }

const refuse = (error: string, status: number): Reply => json({ error }, status)

/** `oauth2/token` (CSC API v2 8.4.3), authorisation code with PKCE. The token of scope `credential` is the SAD. */
export function token(body: URLSearchParams, client: Client, sessions: Sessions): Reply {
  const parsed = form.safeParse(Object.fromEntries(body))
  if (!parsed.success) return refuse('invalid_request', 400)
  const {
    code,
    client_id: clientId,
    client_secret: secret,
    redirect_uri: redirectUri,
    code_verifier: verifier,
  } = parsed.data
  if (clientId !== client.clientId || secret !== client.clientSecret) return refuse('invalid_client', 401)
  const grant = sessions.redeem({ code, clientId, redirectUri, verifier }, new Date())
  if (!grant) return refuse('invalid_grant', 400)
  const { value, kind, seconds, credentialId } = grant
  return json({
    access_token: value,
    token_type: kind,
    expires_in: seconds,
    ...(credentialId !== undefined && { credentialID: credentialId }),
  })
}

/** `oauth2/revoke` (RFC 7009). */
export function revoke(body: URLSearchParams, sessions: Sessions): Reply {
  sessions.revoke(body.get('token') ?? '')
  return { status: 204, type: 'text/plain', body: '' }
}
