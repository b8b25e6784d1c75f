import { cookies } from 'next/headers'
import { accountPaths } from '@/lib/accounts'
import { cookieRules, sessionCookie, signOut } from '@/lib/accounts/server'
import { requestContext } from '@/lib/runtime/server'

export async function POST(request: Request): Promise<Response> {
  const next = await signOut(await requestContext(), request.headers)
  const jar = await cookies()
  jar.set(sessionCookie(), '', { ...cookieRules(), maxAge: 0 })
  return new Response(null, { status: 303, headers: { location: next } })
}

export function GET(): Response {
  return new Response(null, { status: 303, headers: { location: accountPaths.signedOut() } })
}
