import { NextResponse } from 'next/server'
import { PREFERENCES } from '@/components/layout/viewer'

/** A path of this site to go back to; anything else is the home page. */
function wayBack(request: Request): string {
  const referer = request.headers.get('referer')
  if (referer === null || !URL.canParse(referer)) return '/'
  const { host, pathname, search } = new URL(referer)
  return host === request.headers.get('host') ? `/${pathname.replace(/^\/+/, '')}${search}` : '/'
}

/** Keeps language or text size in a cookie for a year. */
export async function POST(request: Request): Promise<NextResponse> {
  const form = await request.formData()
  const response = new NextResponse(null, { status: 303, headers: { location: wayBack(request) } })
  for (const [name, values] of Object.entries(PREFERENCES)) {
    const value = values.find((allowed) => allowed === form.get(name))
    if (value) response.cookies.set(name, value, { path: '/', maxAge: 31_536_000, sameSite: 'lax', httpOnly: true })
  }
  return response
}
