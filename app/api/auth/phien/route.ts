import { visitorOf } from '@/lib/accounts/server'
import { parts } from '@/lib/runtime/server'

/** When this browser's session ends: asked (GET) without keeping it awake, or kept awake (POST). */
async function answer(request: Request): Promise<Response> {
  const base = { db: parts().db, now: new Date() }
  const { session } = await visitorOf(base, request.headers, { isQuiet: request.method === 'GET' })
  const body = session && { warnAt: session.warnAt, idleEndsAt: session.idleEndsAt }
  return Response.json(body, { status: session ? 200 : 401, headers: { 'cache-control': 'no-store' } })
}

export { answer as GET, answer as POST }
