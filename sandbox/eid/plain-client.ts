import { createHash, randomBytes } from 'node:crypto'

export type Visit = { url: string; status: number; body: string }

/** A browser without scripts: keeps cookies, follows redirects until they leave `within`, posts forms. */
export function browser(within: string) {
  const cookies = new Map<string, string>()

  function keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (value === '' || line.includes('1970')) cookies.delete(name)
    else cookies.set(name, value)
  }

  async function send(url: string, form?: Record<string, string>): Promise<Visit> {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    })
    response.headers.getSetCookie().forEach(keep)
    const location = response.headers.get('location')
    if (location === null) return { url, status: response.status, body: await response.text() }
    const next = new URL(location, url).href
    return next.startsWith(within) ? send(next) : { url: next, status: response.status, body: '' }
  }
  return { open: (url: string) => send(url), post: (url: string, form: Record<string, string>) => send(url, form) }
}

/** A fresh authorization request with PKCE (RFC 7636), and what the token request will need. */
export function authorizationRequest(endpoint: string, params: Record<string, string>) {
  const verifier = randomBytes(32).toString('base64url')
  const url = new URL(endpoint)
  const challenge = createHash('sha256').update(verifier).digest('base64url')
  const all = {
    response_type: 'code',
    scope: 'openid profile',
    state: randomBytes(8).toString('hex'),
    nonce: randomBytes(8).toString('hex'),
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...params,
  }
  for (const [name, value] of Object.entries(all)) url.searchParams.set(name, value)
  return { url: url.href, verifier, state: all.state, nonce: all.nonce }
}
