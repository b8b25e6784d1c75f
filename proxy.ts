import { type NextRequest, NextResponse } from 'next/server'
import { interactivePolicy, SECURITY_HEADERS, TRANSPORT_SECURITY } from '@/lib/pages'

const isDevelopment = process.env.NODE_ENV === 'development'
const formTargets = [process.env['OIDC_ISSUER'], process.env['CSC_URL']].flatMap((issuer) =>
  issuer ? [new URL(issuer).origin] : [],
)

function secured(response: NextResponse, policy: string, isEncrypted: boolean): NextResponse {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value)
  response.headers.set('content-security-policy', policy)
  if (isEncrypted) response.headers.set('strict-transport-security', TRANSPORT_SECURITY)
  return response
}

/** Headers of what Next serves itself, and a nonce for its scripts. */
export function proxy(request: NextRequest): NextResponse {
  const { nextUrl } = request
  const headers = new Headers(request.headers)
  const nonce = crypto.randomUUID().replaceAll('-', '')
  const policy = interactivePolicy(nonce, formTargets, isDevelopment)
  const isEncrypted = headers.get('x-forwarded-proto') === 'https' || nextUrl.protocol === 'https:'
  headers.set('content-security-policy', policy)
  headers.set('x-path', nextUrl.pathname)
  return secured(NextResponse.next({ request: { headers } }), policy, isEncrypted)
}

// What passes here is kept in memory a second time, so files in one piece go past it.
export const config = {
  matcher: ['/((?!_next/static|favicon.svg|robots.txt|kiem-tra-chu-ky/tep|ho-so/nhap/[^/]+/giay-to/tai-len).*)'],
}
