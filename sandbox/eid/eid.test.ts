import { createPublicKey, createVerify } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { startEid } from './eid'
import { authorizationRequest, browser } from './plain-client'

const CLIENT = { id: 'portal', secret: 'a-secret-of-the-test', callback: 'http://localhost:1/api/auth/callback/eid' }
const AN = 'eid-nguyen-van-an'

const discovery = z.object({
  issuer: z.string(),
  authorization_endpoint: z.string(),
  token_endpoint: z.string(),
  userinfo_endpoint: z.string(),
  end_session_endpoint: z.string(),
  jwks_uri: z.string(),
  acr_values_supported: z.array(z.string()),
  code_challenge_methods_supported: z.array(z.string()),
})
const tokens = z.object({ access_token: z.string(), id_token: z.string() })
const idToken = z.object({
  sub: z.string(),
  aud: z.string(),
  nonce: z.string(),
  acr: z.string().optional(),
  auth_time: z.number(),
})
const jwks = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) })

let data: string
let eid: Awaited<ReturnType<typeof startEid>>
let server: z.infer<typeof discovery>

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
  })
const json = async (url: string, init?: RequestInit): Promise<unknown> => (await fetch(url, init)).json()
const faults = (body: object) => json(`${eid.issuer}/faults`, { method: 'POST', body: JSON.stringify(body) })

beforeAll(async () => {
  data = await mkdtemp(path.join(os.tmpdir(), 'eid-'))
  eid = await startEid({
    port: await freePort(),
    data,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    redirectUris: [CLIENT.callback],
    signedOutUris: ['http://localhost:1/dang-xuat/xong'],
  })
  server = discovery.parse(await json(`${eid.issuer}/.well-known/openid-configuration`))
})
afterEach(() => faults({}))
afterAll(async () => {
  await eid.close()
  await rm(data, { recursive: true })
})

function begin(params: Record<string, string> = {}) {
  return authorizationRequest(server.authorization_endpoint, {
    client_id: CLIENT.id,
    redirect_uri: CLIENT.callback,
    ...params,
  })
}

async function redeem(code: string, verifier: string) {
  return fetch(server.token_endpoint, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${CLIENT.id}:${CLIENT.secret}`).toString('base64')}` },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: CLIENT.callback,
      code_verifier: verifier,
    }),
  })
}

const paramsOf = (url: string) => Object.fromEntries(new URL(url).searchParams)

async function signIn(agent: ReturnType<typeof browser>, params: Record<string, string> = {}) {
  const request = begin(params)
  const page = await agent.open(request.url)
  const end = await agent.post(`${page.url}/chon`, { nguoi: AN })
  return { request, page, end }
}

async function verifyToken(token: string) {
  const [header = '', payload = '', signature = ''] = token.split('.')
  const [key] = jwks.parse(await json(server.jwks_uri)).keys
  const isGenuine = createVerify('RSA-SHA256')
    .update(`${header}.${payload}`)
    .verify(createPublicKey({ key: key ?? {}, format: 'jwk' }), signature, 'base64url')
  expect(isGenuine).toBe(true)
  return idToken.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()))
}

const codeOn = (body: string) => /<code data-code>(\d{6})</.exec(body)?.[1] ?? ''

it('describes itself', () => {
  expect(server.issuer).toBe(eid.issuer)
  expect(server.code_challenge_methods_supported).toEqual(['S256'])
  expect(server.acr_values_supported).toContain('urn:vn:eid:acr:2')
})

it('gives a code for tokens, claims from userinfo and none of them in the ID token', async () => {
  const { request, end } = await signIn(browser(eid.issuer))
  const { code = '', state } = paramsOf(end.url)
  expect(state).toBe(request.state)
  const answer = tokens.parse(await (await redeem(code, request.verifier)).json())
  const identity = await verifyToken(answer.id_token)
  expect(identity).toMatchObject({ sub: AN, aud: CLIENT.id, nonce: request.nonce })
  expect(Buffer.from(answer.id_token.split('.')[1] ?? '', 'base64url').toString()).not.toContain('001090000001')
  const claims = await json(server.userinfo_endpoint, {
    headers: { authorization: `Bearer ${answer.access_token}` },
  })
  expect(claims).toMatchObject({
    sub: AN,
    SoDinhDanh: '001090000001',
    NgayThangNamSinh: '19900512',
    LoaiTaiKhoan: 1,
    loAs: 2,
  })
})

it('knows one of a crowd by their number, and no other stranger', async () => {
  const agent = browser(eid.issuer)
  const member = await agent.post(`${(await agent.open(begin().url)).url}/chon`, { nguoi: 'eid-dan-17' })
  expect(paramsOf(member.url)).toHaveProperty('code')
  const stranger = browser(eid.issuer)
  const page = await stranger.open(begin().url)
  expect((await stranger.post(`${page.url}/chon`, { nguoi: 'eid-dan-017' })).url).toContain(eid.issuer)
})

it('redeems a code once, and only with its verifier', async () => {
  const agent = browser(eid.issuer)
  const first = await signIn(agent)
  const code = paramsOf(first.end.url)['code'] ?? ''
  expect((await redeem(code, 'x'.repeat(43))).status).toBe(400)
  const request = begin()
  const again = await agent.open(request.url)
  const second = paramsOf(again.url)['code'] ?? ''
  expect((await redeem(second, request.verifier)).status).toBe(200)
  expect((await redeem(second, request.verifier)).status).toBe(400)
})

it('refuses a request without PKCE or with a foreign return address', async () => {
  const withoutPkce = new URL(begin().url)
  withoutPkce.searchParams.delete('code_challenge')
  withoutPkce.searchParams.delete('code_challenge_method')
  expect(paramsOf((await browser(eid.issuer).open(withoutPkce.href)).url)['error']).toBe('invalid_request')
  const foreign = await browser(eid.issuer).open(begin({ redirect_uri: 'http://evil.example/' }).url)
  expect(foreign.status).toBe(400)
  expect(foreign.body).toContain('Không thực hiện được yêu cầu')
})

it('steps up with a one-time code, for the person already signed in', async () => {
  const agent = browser(eid.issuer)
  await signIn(agent)
  const request = begin({ acr_values: 'urn:vn:eid:acr:2', prompt: 'login' })
  const page = await agent.open(request.url)
  expect(page.body).toContain('Nguyễn Văn An')
  const wrong = await agent.post(`${page.url}/ma`, { ma: 'abcdef' })
  expect(wrong.body).toContain('Mã chưa đúng')
  expect(codeOn(wrong.body)).not.toBe(codeOn(page.body))
  const end = await agent.post(`${page.url}/ma`, { ma: codeOn(wrong.body) })
  const answer = tokens.parse(await (await redeem(paramsOf(end.url)['code'] ?? '', request.verifier)).json())
  expect(await verifyToken(answer.id_token)).toMatchObject({ sub: AN, acr: 'urn:vn:eid:acr:2' })
})

it('lets a person cancel', async () => {
  const agent = browser(eid.issuer)
  const page = await agent.open(begin().url)
  expect(paramsOf((await agent.post(`${page.url}/huy`, {})).url)['error']).toBe('access_denied')
})

it('signs out on request and sends back to the portal', async () => {
  const agent = browser(eid.issuer)
  const { request, end } = await signIn(agent)
  const answer = tokens.parse(await (await redeem(paramsOf(end.url)['code'] ?? '', request.verifier)).json())
  const url = new URL(server.end_session_endpoint)
  url.searchParams.set('id_token_hint', answer.id_token)
  url.searchParams.set('post_logout_redirect_uri', 'http://localhost:1/dang-xuat/xong')
  const page = await agent.open(url.href)
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const goodbye = await agent.post(`${eid.issuer}/session/end/confirm`, { xsrf, logout: 'yes' })
  expect(goodbye.url).toBe('http://localhost:1/dang-xuat/xong')
  expect((await agent.open(begin().url)).body).toContain('Đăng nhập bằng tài khoản định danh')
})

it('misbehaves on demand', async () => {
  await faults({ down: true })
  expect((await fetch(server.jwks_uri)).status).toBe(503)
  await faults({ slow: 300 })
  await expect(fetch(server.jwks_uri, { signal: AbortSignal.timeout(100) })).rejects.toThrow()
  await faults({ stepUpFails: true })
  const agent = browser(eid.issuer)
  const page = await agent.open(begin({ acr_values: 'urn:vn:eid:acr:2' }).url)
  const code = await agent.post(`${page.url}/chon`, { nguoi: AN })
  expect((await agent.post(`${page.url}/ma`, { ma: codeOn(code.body) })).body).toContain('Mã chưa đúng')
})

it('loads nothing from elsewhere and runs no script', async () => {
  const response = await fetch(eid.issuer)
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  const page = await browser(eid.issuer).open(begin().url)
  expect(page.body).not.toMatch(/<script|https?:\/\/(?!localhost)|@import/)
})
