import { createHash, createVerify, randomBytes, X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { REMOTE_PIN } from '../people'
import { startPki } from '../pki'

// Making keys takes long on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let folder = ''
let url = ''
let close = async () => {}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'csc-'))
  const pki = await startPki({ port: 0, dataDir: folder })
  url = pki.url
  close = pki.close
}, 60_000)
afterAll(async () => {
  await close()
  rmSync(folder, { recursive: true })
})

const listing = z.object({ credentialIDs: z.array(z.string()) })
const signed = z.object({ signatures: z.array(z.string()) })
const details = z.object({
  cert: z.object({ certificates: z.array(z.string()) }),
  key: z.object({ algo: z.array(z.string()) }),
})
const tokenAnswer = z.object({ access_token: z.string(), token_type: z.string(), expires_in: z.number() })

describe('remote signing (CSC API v2)', () => {
  const verifier = randomBytes(32).toString('base64url')
  const base = {
    response_type: 'code',
    client_id: 'mot-cua',
    redirect_uri: 'http://localhost:3000/ky-so/quay-lai',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: 'trang-thai',
  }
  const authorizeAt = (extra: object) =>
    `${url}/csc/v2/oauth2/authorize?${new URLSearchParams({ ...base, ...extra }).toString()}`
  const answer = async (extra: object, form: Record<string, string>) => {
    const response = await fetch(authorizeAt(extra), {
      method: 'POST',
      body: new URLSearchParams(form),
      redirect: 'manual',
    })
    const location = response.headers.get('location')
    return { status: response.status, text: await response.text(), to: location === null ? null : new URL(location) }
  }
  const exchange = (code: string, with_ = verifier) =>
    fetch(`${url}/csc/v2/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        client_id: 'mot-cua',
        client_secret: 'mot-cua-demo-secret',
        redirect_uri: base.redirect_uri,
        code_verifier: with_,
      }),
    })
  const tokenFor = async (extra: object, form: object = {}) => {
    const { to } = await answer(extra, { answer: 'agree', pin: REMOTE_PIN, ...form })
    expect(to?.searchParams.get('state')).toBe('trang-thai')
    return tokenAnswer.parse(await (await exchange(to?.searchParams.get('code') ?? '')).json())
  }
  const call = (method: string, token: string, body: object) =>
    fetch(`${url}/csc/v2/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const digest = createHash('sha256').update('nội dung').digest()
  const credential = {
    scope: 'credential',
    credentialID: 'ky-tu-xa-an',
    numSignatures: '1',
    hashes: digest.toString('base64url'),
  }
  const request = {
    credentialID: 'ky-tu-xa-an',
    hashes: [digest.toString('base64')],
    signAlgo: '1.2.840.113549.1.1.11',
  }

  it('goes from sign-in to a signature that verifies', async () => {
    const service = await tokenFor({ scope: 'service' }, { user: 'ky-tu-xa-an' })
    expect(service.token_type).toBe('Bearer')
    const { credentialIDs } = listing.parse(await (await call('credentials/list', service.access_token, {})).json())
    expect(credentialIDs).toEqual(['ky-tu-xa-an'])
    const info = details.parse(
      await (
        await call('credentials/info', service.access_token, { credentialID: 'ky-tu-xa-an', certificates: 'chain' })
      ).json(),
    )
    const [own = ''] = info.cert.certificates
    const certificate = new X509Certificate(Buffer.from(own, 'base64'))
    expect(certificate.subject).toContain('UID=CCCD:001090000001')

    const sad = await tokenFor(credential)
    expect(sad.token_type).toBe('SAD')
    const { signatures } = signed.parse(
      await (await call('signatures/signHash', service.access_token, { ...request, SAD: sad.access_token })).json(),
    )
    const verify = createVerify('sha256').update('nội dung')
    expect(verify.verify(certificate.publicKey, Buffer.from(signatures[0] ?? '', 'base64'))).toBe(true)

    const again = await call('signatures/signHash', service.access_token, { ...request, SAD: sad.access_token })
    expect(again.status).toBe(400)
  })

  it('shows in Vietnamese what will be signed, and asks again after a wrong PIN', async () => {
    const page = await (await fetch(authorizeAt({ ...credential, description: 'Đơn xin cấp giấy phép' }))).text()
    expect(page).toContain('Xác nhận ký số')
    expect(page).toContain('Nguyễn Văn An')
    expect(page).toContain('Đơn xin cấp giấy phép')
    expect(page).toContain((digest.toString('hex').match(/.{8}/g) ?? []).join(' '))
    const wrong = await answer(credential, { answer: 'agree', pin: '000000' })
    expect(wrong).toMatchObject({ status: 200, to: null })
    expect(wrong.text).toContain('Mã PIN chưa đúng')
  })

  it('signs nothing that was not shown', async () => {
    const sad = await tokenFor(credential)
    const other = createHash('sha256').update('nội dung khác').digest('base64')
    expect((await call('signatures/signHash', sad.access_token, { ...request, hashes: [other] })).status).toBe(400)
    expect(
      (await call('signatures/signHash', sad.access_token, { ...request, credentialID: 'ky-tu-xa-binh' })).status,
    ).toBe(400)
    expect(
      (await call('signatures/signHash', sad.access_token, { ...request, signAlgo: '1.2.840.113549.1.1.13' })).status,
    ).toBe(400)
    expect((await call('signatures/signHash', 'made-up', request)).status).toBe(401)
    expect((await call('signatures/signHash', sad.access_token, request)).status).toBe(200)
  })

  it('gives a code once, and only to who asked for it', async () => {
    const { to } = await answer(credential, { answer: 'agree', pin: REMOTE_PIN })
    const code = to?.searchParams.get('code') ?? ''
    expect((await exchange(code, randomBytes(32).toString('base64url'))).status).toBe(400)
    expect((await exchange(code)).status).toBe(400)
    expect((await fetch(authorizeAt({ redirect_uri: 'https://evil.example/' }))).status).toBe(400)
  })

  it('takes no for an answer', async () => {
    const { to } = await answer(credential, { answer: 'refuse' })
    expect(to?.searchParams.get('error')).toBe('access_denied')
  })
})
