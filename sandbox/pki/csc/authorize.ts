import type { Reply } from '../http'
import { html, redirect } from '../http'
import { REMOTE_PIN } from '../people'
import type { AuthorizeRequest } from './authorize-request'
import { authorizeQuery, hashKey } from './authorize-request'
import type { Credential } from './credentials'
import { accountOf, HASH_OCTETS } from './credentials'
import { confirmPage, refusalPage, signInPage } from './pages'
import type { Sessions } from './sessions'
import type { Client } from './token'

/** Loopback and the portal it was started for: the stand-in must never hand a code to anybody else. */
function isOfPortal(address: string, portalOrigin: string | undefined): boolean {
  const { hostname, origin } = new URL(address)
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname) || origin === portalOrigin
}

function answerTo({ redirect_uri, state }: AuthorizeRequest, values: Record<string, string>): Reply {
  const to = new URL(redirect_uri)
  for (const [name, value] of Object.entries({ ...values, ...(state !== undefined && { state }) })) {
    to.searchParams.set(name, value)
  }
  return redirect(to.href)
}

function consentProblem(request: AuthorizeRequest, credential: Credential | undefined): string | undefined {
  if (request.scope === 'service') return undefined
  if (!credential) return 'Không có chứng thư số này.'
  const { hashes, numSignatures, hashAlgorithmOID } = request
  if (hashes.length === 0 || numSignatures !== hashes.length) return 'Số chữ ký và số mã băm không khớp nhau.'
  const octets = HASH_OCTETS[hashAlgorithmOID]
  const isWrong = hashes.some((hash) => Buffer.from(hashKey(hash), 'base64').length !== octets)
  return isWrong ? 'Mã băm không đúng độ dài của thuật toán.' : undefined
}

export type AuthorizeOptions = { client: Client; credentials: readonly Credential[]; sessions: Sessions }

function approve(request: AuthorizeRequest, userId: string, { sessions }: AuthorizeOptions): Reply {
  const { credentialID: credentialId = '', hashes, hashAlgorithmOID: hashAlgorithm } = request
  const consent =
    request.scope === 'credential'
      ? { credentialId, hashes: hashes.map(hashKey), hashAlgorithm, signaturesLeft: hashes.length }
      : undefined
  const { client_id: clientId, redirect_uri: redirectUri, code_challenge: challenge } = request
  return answerTo(request, { code: sessions.grant({ userId, clientId, redirectUri, challenge, consent }, new Date()) })
}

type Understood = { request: AuthorizeRequest; credential: Credential | undefined }

/** The request, where it is this client's and of the standard; otherwise the page that says what is wrong. */
function understand(parameters: URLSearchParams, { client, credentials }: AuthorizeOptions): Understood | Reply {
  const parsed = authorizeQuery.safeParse(Object.fromEntries(parameters))
  if (!parsed.success) return html(refusalPage('Yêu cầu của ứng dụng không đúng chuẩn CSC API v2.'), 400)
  const request = parsed.data
  if (request.client_id !== client.clientId || !isOfPortal(request.redirect_uri, client.portalOrigin)) {
    return html(refusalPage('Ứng dụng này chưa được đăng ký với dịch vụ ký số.'), 400)
  }
  const credential = credentials.find(({ holder }) => holder.id === request.credentialID)
  const problem = consentProblem(request, credential)
  if (problem !== undefined) return answerTo(request, { error: 'invalid_request', error_description: problem })
  return { request, credential }
}

/** Who signs in with a right PIN: the owner of the credential, or the user chosen in the form. */
function provenUser(form: URLSearchParams, { credential }: Understood, { credentials }: AuthorizeOptions) {
  const userId = (credential && accountOf(credential)) ?? form.get('user')
  const isKnown = credentials.some((credential) => accountOf(credential) === userId)
  return isKnown && form.get('pin') === REMOTE_PIN ? userId : null
}

/**
 * `oauth2/authorize` (CSC API v2 8.4): GET shows what is asked, POST is the signer's answer. Form fields: `answer`
 * (`agree` or `refuse`), `user` (scope service), `pin`.
 */
export function authorize(
  parameters: URLSearchParams,
  form: URLSearchParams | undefined,
  options: AuthorizeOptions,
): Reply {
  const understood = understand(parameters, options)
  if ('type' in understood) return understood
  const { request, credential } = understood
  if (form?.get('answer') === 'refuse') return answerTo(request, { error: 'access_denied' })
  const userId = form ? provenUser(form, understood, options) : null
  if (userId !== null) return approve(request, userId, options)
  const page = { action: `?${parameters.toString()}`, isWrong: form !== undefined }
  return html(credential ? confirmPage(page, request, credential) : signInPage(page, options.credentials))
}
