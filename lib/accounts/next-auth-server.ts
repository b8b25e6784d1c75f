import NextAuth, { AuthError, customFetch, type NextAuthConfig } from 'next-auth'
import { NextRequest } from 'next/server'
import Credentials from 'next-auth/providers/credentials'
import { z } from 'zod'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { redeemTicket } from './certificate-sign-in'
import { identityClaims } from './claims'
import { checkCode, type Origin, type SecondStep } from './officers-repository'
import { accountPaths } from './paths'
import { signInPerson } from './people-repository'
import { faultOf, type SignInFault } from './provider-faults'
import { fetchForAnswer, fetchToSend } from './provider-server'
import { sameSitePath } from './return-path'
import { SESSION } from './session-policy'

export type AuthSettings = {
  origin: string
  secret: string
  oidc: { issuer: string; clientId: string; clientSecret: string }
}

/** Asks the identity provider for a second factor on top of its sign-in. */
const STEP_UP_ACR = 'urn:vn:eid:acr:2'
const errorPage = (fault: SignInFault | null) => accountPaths.signInFailedBy(fault ?? 'not-genuine')

/** What one sign-in has come to so far; next-auth's callbacks write it, the entrances read it. */
type Progress = {
  token: string | null
  fault: SignInFault | null
  refusal: DomainError | null
  /** The `error` the provider's answer carries. */
  providerError: string | null
  /** How the provider is asked. */
  ask: typeof fetch
}

/** The path of `url` where it lies on this site: an address under `base`, or a path alone. */
function pathUnder(base: string, url: string): string | null {
  return sameSitePath(url.startsWith(`${base}/`) ? url.slice(base.length) : url)
}

const idTokenFacts = z.object({ acr: z.string().optional(), auth_time: z.number().optional() })

/** When the second factor was given; only if the provider attests both that and when. */
function verifiedAtIn(idToken: string): Date | null {
  const payload = Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString()
  const { acr, auth_time: time } = idTokenFacts.parse(JSON.parse(payload))
  return acr === STEP_UP_ACR && time !== undefined ? new Date(time * 1000) : null
}

async function personSignedIn(
  ctx: Ctx,
  issuer: string,
  origin: Origin,
  { profile, idToken }: { profile: unknown; idToken: string },
): Promise<Result<string, SignInFault>> {
  const claims = identityClaims.safeParse(profile)
  if (!claims.success) return err('facts-unreadable')
  const { device, currentToken } = origin
  const verifiedAt = verifiedAtIn(idToken)
  const session = await signInPerson(ctx, { issuer, claims: claims.data, verifiedAt, idToken, device, currentToken })
  if (session.ok) return session
  return err(session.error.code === 'not-the-same-person' ? 'not-the-same-person' : 'account-disabled')
}

function providers(ctx: Ctx, { oidc }: AuthSettings, origin: Origin, progress: Progress): NextAuthConfig['providers'] {
  return [
    {
      id: 'eid',
      name: 'eid',
      type: 'oidc',
      ...oidc,
      // Personal data comes from userinfo: the ID token travels in an address at sign-out.
      idToken: false,
      checks: ['pkce', 'state', 'nonce'],
      authorization: { params: { scope: 'openid profile' } },
      profile: () => ({}),
      [customFetch]: (...request) => progress.ask(...request),
    },
    Credentials({
      id: 'can-bo',
      credentials: { challenge: {}, code: {} },
      authorize: async (input) => {
        const session = await checkCode(ctx, z.object({ challenge: z.string(), code: z.string() }).parse(input), origin)
        if (session.ok) progress.token = session.value
        else progress.refusal = session.error
        return session.ok ? {} : null
      },
    }),
    Credentials({
      id: 'chung-thu',
      credentials: { ticket: {} },
      authorize: async (input) => {
        progress.token = await redeemTicket(ctx, z.object({ ticket: z.string() }).parse(input).ticket, origin)
        return progress.token === null ? null : {}
      },
    }),
  ]
}

function callbacks(
  ctx: Ctx,
  { oidc, origin: ours }: AuthSettings,
  origin: Origin,
  progress: Progress,
): NonNullable<NextAuthConfig['callbacks']> {
  return {
    signIn: async ({ account, profile }) => {
      if (account?.provider !== 'eid') return true
      const idToken = account.id_token ?? ''
      const session = await personSignedIn(ctx, oidc.issuer, origin, { profile, idToken })
      if (session.ok) progress.token = session.value
      return session.ok ? true : errorPage(session.error)
    },
    // The cookie holds nothing but the token of a row: what it is worth is decided at each request.
    jwt: ({ token }) => (progress.token === null ? token : { phien: progress.token }),
    session: ({ session }) => ({ expires: session.expires }),
    redirect: ({ url, baseUrl }) =>
      `${ours}${[ours, baseUrl].map((base) => pathUnder(base, url)).find(Boolean) ?? '/'}`,
  }
}

function configuration(ctx: Ctx, settings: AuthSettings, origin: Origin, progress: Progress): NextAuthConfig {
  return {
    trustHost: true,
    basePath: accountPaths.auth(),
    secret: settings.secret,
    useSecureCookies: settings.origin.startsWith('https:'),
    session: { strategy: 'jwt', maxAge: SESSION.life / 1000 },
    pages: { signIn: accountPaths.signIn(), signOut: accountPaths.signedOut(), error: accountPaths.signInFailed() },
    providers: providers(ctx, settings, origin, progress),
    callbacks: callbacks(ctx, settings, origin, progress),
    logger: {
      error: (error) => {
        progress.fault = faultOf(error, progress.providerError)
      },
      warn: () => undefined,
      debug: () => undefined,
    },
  }
}

/** next-auth for one request: the callbacks act in the context of that request and leave word of what happened. */
export function authFor(ctx: Ctx, settings: AuthSettings, origin: Origin) {
  const progress: Progress = {
    token: null,
    fault: null,
    refusal: null,
    providerError: null,
    ask: fetchToSend(settings.oidc.issuer, ctx.now),
  }
  const { handlers, signIn } = NextAuth(configuration(ctx, settings, origin, progress))

  async function answer(request: Request): Promise<Response> {
    const { pathname, search } = new URL(request.url)
    const authRequest = new NextRequest(`${settings.origin}${pathname}${search}`, request)
    progress.ask = fetchForAnswer(settings.oidc.issuer, ctx.now)
    progress.providerError = authRequest.nextUrl.searchParams.get('error')
    const response = await (authRequest.method === 'POST' ? handlers.POST(authRequest) : handlers.GET(authRequest))
    if (progress.fault === null) return response
    return new Response(null, { status: 303, headers: { location: errorPage(progress.fault) } })
  }

  /** The address of the provider to go to, or of the page that says why not. */
  async function toProvider(redirectTo: string, wantsStepUp: boolean): Promise<string> {
    const ask: Record<string, string> = wantsStepUp ? { acr_values: STEP_UP_ACR, prompt: 'login' } : {}
    const url = z.url().safeParse(await signIn('eid', { redirectTo, redirect: false }, ask))
    if (progress.fault !== null || !url.success) return errorPage(progress.fault)
    // next-auth takes its own address from the Host header; the provider knows us by our configured one.
    const address = new URL(url.data)
    address.searchParams.set('redirect_uri', `${settings.origin}${accountPaths.auth('callback', 'eid')}`)
    return address.href
  }

  async function officer(step: SecondStep): Promise<Result<void, DomainError>> {
    try {
      await signIn('can-bo', { ...step, redirect: false })
      return ok(undefined)
    } catch (error) {
      if (error instanceof AuthError && progress.refusal !== null) return err(progress.refusal)
      throw error
    }
  }

  /** Leaves the session of a proven organisation with the browser. */
  async function organisation(ticket: string): Promise<void> {
    await signIn('chung-thu', { ticket, redirect: false })
  }

  return { answer, toProvider, officer, organisation }
}
