import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { connect } from '@/db/client'
import { testCtx } from '@/lib/testing'
import { authFor } from './next-auth-server'
import { accountPaths } from './paths'
import { signOutAddress } from './sign-out-server'

const PORTAL = 'http://localhost:3000'
const bound = z.object({ port: z.number() })

type Says = { isAway: boolean; issuer: string | null }

/** An identity provider that can be away or give itself out for another, and has seen nobody sign in. */
function providerThat(says: Says) {
  const questions: string[] = []
  const server = createServer(({ url = '', headers }, response) => {
    questions.push(url)
    const issuer = `http://${headers.host ?? ''}`
    const ends = { token_endpoint: `${issuer}/token`, userinfo_endpoint: `${issuer}/me` }
    const description = { issuer: says.issuer ?? issuer, ...ends, end_session_endpoint: `${issuer}/end` }
    response.writeHead(says.isAway ? 503 : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(description))
  })
  return { questions, server }
}

const says: Says = { isAway: false, issuer: null }
const { questions, server } = providerThat(says)
const { db, close } = connect('postgres://nobody@127.0.0.1:1/none')
let settings = { origin: PORTAL, secret: 's'.repeat(32), oidc: { issuer: '', clientId: 'portal', clientSecret: 'x' } }

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = bound.parse(server.address())
  settings = { ...settings, oidc: { ...settings.oidc, issuer: `http://127.0.0.1:${String(port)}` } }
})
afterAll(async () => {
  server.close()
  await close()
})

/** Comes back from the provider with an answer nobody waits for: where that leads. */
async function comeBack(): Promise<string | null> {
  const { answer } = authFor(testCtx(db), settings, { address: '10.0.0.1', device: '', currentToken: null })
  const { headers } = await answer(new Request(`${PORTAL}${accountPaths.auth('callback', 'eid')}?code=a&state=b`))
  return headers.get('location')
}

it('a provider that is away, then gives itself out for another, then is itself, is asked each time until it is', async () => {
  says.isAway = true
  expect(await comeBack()).toBe(accountPaths.signInFailedBy('provider-down'))
  Object.assign(says, { isAway: false, issuer: 'http://evil.example' })
  expect(await comeBack()).toBe(accountPaths.signInFailedBy('not-genuine'))
  expect(questions).toHaveLength(2)
  says.issuer = null
  expect(await comeBack()).toBe(accountPaths.signInFailedBy('not-the-latest'))
  expect(await comeBack()).toBe(accountPaths.signInFailedBy('not-the-latest'))
  expect(questions).toHaveLength(3)
})

it('who signs out is sent there by what the provider said of itself just now', async () => {
  const address = new URL((await signOutAddress(testCtx(db).now, settings, 'a.b.c')) ?? PORTAL)
  expect(`${address.origin}${address.pathname}`).toBe(`${settings.oidc.issuer}/end`)
  expect(address.searchParams.get('id_token_hint')).toBe('a.b.c')
})
