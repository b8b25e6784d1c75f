import 'server-only'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import { signInChallenges, users } from '@/db/schema/accounts'
import { userIdOf } from '@/lib/access'
import { config } from '@/lib/config/server'
import type { Locale } from '@/lib/i18n'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { type ProvenOrganisation, ticketFor } from './certificate-sign-in'
import { type DemoSignIn, demoCode, demoSignIns } from './demo-repository'
import { deviceOf } from './device'
import { keepTyping, placeIn, type Typed } from './kept-typing'
import type { AuthSettings } from './next-auth-server'
import { type Credentials, checkPassword, type Origin, type SecondStep } from './officers-repository'
import { accountPaths } from './paths'
import { returnPath } from './return-path'
import { tokenHash } from './sealing'
import { isLive } from './session-policy'
import { endOtherSessions, endSession, idTokenOf, openSessionsOf, sessionByToken } from './sessions-repository'
import { signOutAddress } from './sign-out-server'
import { sessionTokenIn, type Visitor, visitorWith } from './visitor-queries'

export type { OfficerAtAgency } from './account-queries'
export {
  contactOf,
  displayNames,
  factsOf,
  grantInForce,
  identifierHash,
  officersAt,
  organisationOf,
  visibleFactsOf,
} from './account-queries'
export {
  administeredAgencies,
  administeredAgency,
  administeredStaff,
  administersOfficers,
  MOST_STAFF,
  staffMember,
} from './administered'
export type { ProvenOrganisation } from './certificate-sign-in'
export { contactPhonesAt, recordDeskPhone, recordOfficerPhone } from './contact-phones'
export { provideDemoOfficers } from './demo-repository'
export { deviceOf } from './device'
export type { Typed } from './kept-typing'
export { forgetTyping, typingKept } from './kept-typing'
export { keepOfficerNumber, officerNumber, recordOfficerNumber } from './officer-numbers'
export { seal, tokenHash, unseal } from './sealing'
export type { SessionClock, Visitor } from './visitor-queries'

function settings(): AuthSettings {
  const { origin, secrets, oidc } = config()
  return { origin, secret: secrets.session, oidc }
}

const isSecure = () => config().origin.startsWith('https:')

/** The name of the cookie a browser carries its session in. */
export const sessionCookie = () => `${isSecure() ? '__Secure-' : ''}authjs.session-token`

/** The cookie in which next-auth keeps the page to return to. */
export const returnCookie = () => `${isSecure() ? '__Secure-' : ''}authjs.callback-url`

/** How a cookie of ours is set: never for scripts, never sent along from another site's form. */
export const cookieRules = () => ({ httpOnly: true, sameSite: 'lax', secure: isSecure() }) as const

export const isDemo = () => config().mode === 'demo'

/** The invented officers one can sign in as; nobody outside a demo. */
export async function demoOfficers(ctx: Ctx): Promise<DemoSignIn[]> {
  return isDemo() ? demoSignIns(ctx) : []
}

const tokenIn = (headers: Headers) =>
  sessionTokenIn(headers, { secret: config().secrets.session, isSecure: isSecure() })

/** Who sends a request with these headers, and until when their session lasts; `isQuiet` does not keep it awake. */
export async function visitorOf(
  base: Pick<Ctx, 'db' | 'now'>,
  headers: Headers,
  { isQuiet = false } = {},
): Promise<Visitor> {
  return visitorWith(base, await tokenIn(headers), isQuiet)
}

/** Whether the session of this browser has run out; one that was ended on purpose may have been in other hands. */
export async function hasEndedSession(ctx: Ctx, headers: Headers): Promise<boolean> {
  return (await endedSession(ctx, headers)) !== null
}

async function endedSession(ctx: Ctx, headers: Headers) {
  const token = await tokenIn(headers)
  const row = token === null ? undefined : await sessionByToken(ctx.db, token)
  return row === undefined || row.revokedAt !== null || isLive(row, ctx.now) ? null : row
}

/** Keeps what was sent to `path` by somebody whose session has ended; false where nobody can be told to have sent it. */
export async function keepAfterSession(ctx: Ctx, headers: Headers, path: string, typed: Typed): Promise<boolean> {
  const row = await endedSession(ctx, headers)
  if (row === null) return false
  const { userId, certificateSha256 } = row
  return keepTyping(ctx, { userId, path: placeIn(path, certificateSha256 !== null) }, typed)
}

async function originOf(headers: Headers): Promise<Origin> {
  // The last entry is the one our own proxy wrote; the ones before it are the client's word.
  const address = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? 'unknown'
  return { address, device: deviceOf(headers.get('user-agent')), currentToken: await tokenIn(headers) }
}

async function auth(ctx: Ctx, headers: Headers) {
  // Loaded when asked for: the worker enters by this door too, and next-auth only runs inside Next.
  const { authFor } = await import('./next-auth-server')
  return authFor(ctx, settings(), await originOf(headers))
}

/** next-auth's own routes; what it reports as an error leads to our page with the reason. */
export async function answerAuth(ctx: Ctx, request: Request): Promise<Response> {
  const { answer } = await auth(ctx, request.headers)
  return answer(request)
}

/** Begins a sign-in (or with `isStepUp` a confirmation by a second factor): the address to send the browser to. */
export async function beginSignIn(
  ctx: Ctx,
  headers: Headers,
  { tiep, isStepUp = false }: { tiep: unknown; isStepUp?: boolean },
): Promise<string> {
  const { toProvider } = await auth(ctx, headers)
  return toProvider(returnPath(tiep), isStepUp)
}

/** An officer's first step; the answer is the token of the second one. */
export async function beginOfficerSignIn(
  ctx: Ctx,
  headers: Headers,
  credentials: Credentials,
): Promise<Result<string, DomainError>> {
  return checkPassword(ctx, credentials, await originOf(headers))
}

/** An officer's second step; leaves the session's cookie with the browser. */
export async function finishOfficerSignIn(
  ctx: Ctx,
  headers: Headers,
  step: SecondStep,
): Promise<Result<void, DomainError>> {
  const { officer } = await auth(ctx, headers)
  return officer(step)
}

/** Opens the session of the organisation whose certificate was proven, or with `isStepUp` one that is confirmed. */
export async function signInOrganisation(
  ctx: Ctx,
  headers: Headers,
  { isStepUp, ...proven }: ProvenOrganisation & { isStepUp: boolean },
): Promise<Result<void, DomainError>> {
  const ticket = await ticketFor(ctx, proven, { isStepUp })
  if (!ticket.ok) return ticket
  const { organisation } = await auth(ctx, headers)
  await organisation(ticket.value)
  return ok(undefined)
}

/** Whose second step is open, with the code where the account is a demo one; null when it has expired. */
export async function openSecondStep(ctx: Ctx, challenge: string): Promise<{ demoCode: string | null } | null> {
  const [row] = await ctx.db
    .select({ userId: signInChallenges.userId })
    .from(signInChallenges)
    .where(
      and(
        eq(signInChallenges.tokenHash, tokenHash(challenge)),
        gt(signInChallenges.expiresAt, ctx.now),
        isNull(signInChallenges.usedAt),
      ),
    )
  if (row === undefined) return null
  return { demoCode: isDemo() ? await demoCode(ctx, row.userId) : null }
}

/** Ends this browser's session; the answer is where to go next, the identity provider's sign-out where it has one. */
export async function signOut(ctx: Ctx, headers: Headers): Promise<string> {
  const token = await tokenIn(headers)
  const row = token === null ? undefined : await sessionByToken(ctx.db, token)
  if (row === undefined) return accountPaths.signedOut()
  const idToken = idTokenOf(ctx, row)
  await inTransaction(ctx, (ctx) => endSession(ctx, row, 'sign-out'))
  const atProvider = idToken === null ? null : await signOutAddress(ctx.now, settings(), idToken)
  return atProvider ?? accountPaths.signedOut()
}

export type OpenSession = { id: string; device: string; createdAt: Date; seenAt: Date }

/** The sessions of whoever acts that could still be used, the latest first. */
export async function listSessions(ctx: Ctx): Promise<OpenSession[]> {
  const userId = userIdOf(ctx.actor)
  if (userId === null) return []
  const rows = await openSessionsOf(ctx, userId)
  return rows.map(({ id, device, createdAt, seenAt }) => ({ id, device, createdAt, seenAt }))
}

/** Ends one of the actor's own sessions; anybody else's is not found. */
export async function revokeSession(ctx: Ctx, id: string): Promise<Result<void, DomainError>> {
  const userId = userIdOf(ctx.actor)
  if (userId === null) return err({ code: 'sign-in-required' })
  const isEnded = await inTransaction(ctx, (ctx) => endSession(ctx, { id, userId }, 'revoked'))
  return isEnded ? ok(undefined) : err({ code: 'not-found' })
}

/** Ends the actor's sessions everywhere but in the browser with these headers. */
export async function revokeOtherSessions(ctx: Ctx, headers: Headers): Promise<Result<void, DomainError>> {
  const token = await tokenIn(headers)
  const current = token === null ? undefined : await sessionByToken(ctx.db, token)
  if (current === undefined || current.userId !== userIdOf(ctx.actor)) return err({ code: 'sign-in-required' })
  await inTransaction(ctx, (ctx) => endOtherSessions(ctx, current))
  return ok(undefined)
}

/** The language letters and notices are written in. */
export async function setLanguage(ctx: Ctx, locale: Locale): Promise<void> {
  const userId = userIdOf(ctx.actor)
  if (userId !== null) await ctx.db.update(users).set({ locale }).where(eq(users.id, userId))
}
