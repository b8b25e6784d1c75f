import 'server-only'
import { redirect } from 'next/navigation'
import { accountPaths, withReturn } from '@/lib/accounts'
import { keepAfterSession } from '@/lib/accounts/server'
import { paths } from '@/lib/dossiers'
import { firstPart } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { requestContext, requestHeaders } from '@/lib/runtime/server'

const OF_OFFICERS = [paths.inbox(), accountPaths.officers()].map(firstPart)

/**
 * The context of a signed-in person who sends a form of the page at `path`. Whose session has ended is sent to sign in and comes back
 * there; what was typed is kept meanwhile.
 */
export async function actingContext(path: string, form: FormData | null = null): Promise<Ctx> {
  const ctx = await requestContext()
  if (ctx.actor.kind !== 'anonymous') return ctx
  redirect(await signInAddress(ctx, path, form))
}

/** Where to sign in and come back to `path` from, for somebody whose session has ended; what was typed is kept meanwhile. */
export async function signInAddress(ctx: Ctx, path: string, form: FormData | null = null): Promise<string> {
  if (form !== null) await keepAfterSession(ctx, await requestHeaders(), path, inputsOf(form))
  const isOfOfficers = OF_OFFICERS.includes(firstPart(path))
  return withReturn(isOfOfficers ? accountPaths.officerSignIn() : accountPaths.signIn(), path)
}

/** The context of a signed-in person who opens what is at `path`; anybody else is sent to sign in and comes back there. */
export const readingContext = (path: string): Promise<Ctx> => actingContext(path)

/** What people typed; what the framework adds of its own begins with `$`. */
function inputsOf(form: FormData): [string, string][] {
  return [...form].flatMap(([name, value]) =>
    typeof value === 'string' && !name.startsWith('$') ? [[name, value]] : [],
  )
}
