import { constants, createHash, randomBytes, verify, X509Certificate } from 'node:crypto'
import { createServer } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { RemoteCredential, RemoteSigner } from '@/lib/ports'
import type { TestPki } from '@/lib/testing'
import { atRemoteService, startTestPki } from '@/lib/testing'
import { cscSigner } from './csc-signer'

// Making keys takes long on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const CLIENT = { clientId: 'mot-cua', clientSecret: 'mot-cua-demo-secret' }
const RETURN_TO = 'http://localhost:3000/api/ky/tu-xa/tro-lai'
const QUICK = { patienceMs: 5_000, pausesMs: [10, 10] }

let pki: TestPki
let service: RemoteSigner
beforeAll(async () => {
  pki = await startTestPki()
  service = cscSigner({ url: `${pki.origin}/csc/v2`, ...CLIENT }, QUICK)
})
afterAll(() => {
  pki.close()
})
beforeEach(() => pki.faults({}))

type Signing = { credentialId: string; digests: Uint8Array[]; algorithm: RemoteCredential['algorithm'] }

async function leave(signing: Signing | null, user?: string) {
  const verifier = randomBytes(32).toString('base64url')
  const challenge = createHash('sha256').update(verifier).digest('base64url')
  const consent = { state: 'trang-thai', challenge, returnTo: RETURN_TO, description: 'Đơn đề nghị', signing }
  const address = await service.consentAddress(consent)
  if (!address.ok) throw new Error(address.error)
  const { code, state } = await atRemoteService(address.value, user === undefined ? {} : { user })
  expect(state).toBe('trang-thai')
  return { code: code ?? '', verifier, returnTo: RETURN_TO }
}

async function tokenOf(redeemed: ReturnType<RemoteSigner['redeem']>): Promise<string> {
  const token = await redeemed
  if (!token.ok) throw new Error(token.error)
  return token.value
}

const tokenFor = async (user: string) => tokenOf(service.redeem(await leave(null, user)))

async function binhs(): Promise<RemoteCredential[]> {
  const listed = await service.credentials(await tokenFor('ky-tu-xa-binh'))
  if (!listed.ok) throw new Error(listed.error)
  return listed.value
}

const message = Buffer.from('thuộc tính ký')

async function requestFor({ id: credentialId, algorithm }: RemoteCredential) {
  const digest = createHash(algorithm.digest.replace('-', '')).update(message).digest()
  const request = { credentialId, digests: [digest], algorithm }
  const token = await tokenOf(service.redeem(await leave(request)))
  return { token, ...request }
}

function verifies({ certificate, algorithm }: RemoteCredential, signature: Uint8Array): boolean {
  const key = new X509Certificate(certificate).publicKey
  const padding = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
  return verify('sha256', message, algorithm.scheme === 'rsa-pss' ? padding : key, signature)
}

describe('the Cloud Signature Consortium API v2', () => {
  it('lists every credential with its certificate, chain and the way it signs', async () => {
    expect((await binhs()).map(({ id, algorithm, chain }) => [id, algorithm.scheme, chain.length])).toEqual([
      ['ky-tu-xa-binh', 'rsa-pkcs1', 2],
      ['ky-tu-xa-binh-ec', 'ecdsa', 2],
      ['ky-tu-xa-binh-pss', 'rsa-pss', 2],
      ['ky-tu-xa-binh-het-han', 'ecdsa', 2],
    ])
  })

  it.each(['ky-tu-xa-binh', 'ky-tu-xa-binh-ec', 'ky-tu-xa-binh-pss'])(
    'signs with %s what its certificate verifies',
    async (id) => {
      const credential = (await binhs()).find((candidate) => candidate.id === id)
      if (credential === undefined) throw new Error(id)
      const request = await requestFor(credential)
      const signature = await service.sign(request)
      expect(signature.ok && verifies(credential, signature.value[0] ?? new Uint8Array())).toBe(true)
      // Leave to sign is for one signature.
      expect(await service.sign(request)).toEqual({ ok: false, error: 'lapsed' })
    },
  )

  it('takes a code once, and only with its verifier', async () => {
    const redemption = await leave(null, 'ky-tu-xa-binh')
    expect(await service.redeem({ ...redemption, verifier: 'x'.repeat(43) })).toEqual({ ok: false, error: 'lapsed' })
    const again = await leave(null, 'ky-tu-xa-binh')
    expect((await service.redeem(again)).ok).toBe(true)
    expect(await service.redeem(again)).toEqual({ ok: false, error: 'lapsed' })
    expect(await service.credentials('made-up')).toEqual({ ok: false, error: 'lapsed' })
  })

  it.each([
    ['lapsed', 'lapsed'],
    ['too-many-signatures', 'unusable'],
    ['garbage', 'unusable'],
    ['busy', 'busy'],
    ['down', 'unavailable'],
  ])('names what went wrong when the service is %s: %s', async (fault, failure) => {
    const [credential] = await binhs()
    if (credential === undefined) throw new Error('no credential')
    const request = await requestFor(credential)
    await pki.faults({ csc: fault })
    expect(await service.sign(request)).toEqual({ ok: false, error: failure })
  })

  it('hands on a signature by another key for the caller to notice', async () => {
    const [credential] = await binhs()
    if (credential === undefined) throw new Error('no credential')
    const request = await requestFor(credential)
    await pki.faults({ csc: 'other-key' })
    const signature = await service.sign(request)
    expect(signature.ok && verifies(credential, signature.value[0] ?? new Uint8Array())).toBe(false)
  })

  it('does not wait for a slow service', async () => {
    await pki.faults({ csc: 'slow' })
    const started = performance.now()
    const hasty = cscSigner({ url: `${pki.origin}/csc/v2`, ...CLIENT }, { patienceMs: 300, pausesMs: [10] })
    expect(await hasty.credentials('any')).toEqual({ ok: false, error: 'unavailable' })
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  it('is not offered where none is configured', async () => {
    expect(cscSigner(null).isOffered).toBe(false)
    expect(await cscSigner(null).credentials('any')).toEqual({ ok: false, error: 'unavailable' })
  })
})

describe('asking again', () => {
  /** A service that fails a number of times before it answers. */
  async function failing(times: number, status: number) {
    const requests: string[] = []
    const server = createServer((request, response) => {
      requests.push(request.url ?? '')
      response.statusCode = requests.length <= times ? status : 200
      response.end(JSON.stringify({ credentialIDs: [], signatures: ['AAAA'] }))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    const flaky = cscSigner({ url: `http://127.0.0.1:${String(address.port)}`, ...CLIENT }, QUICK)
    return { requests, flaky, close: () => server.close() }
  }
  const request = {
    ...{ token: 't', credentialId: 'c', digests: [new Uint8Array(32)] },
    algorithm: { scheme: 'rsa-pkcs1', digest: 'SHA-256', name: '1.2.840.113549.1.1.11' },
  } as const

  it('helps where asking twice does no harm', async () => {
    const { requests, flaky, close } = await failing(2, 503)
    expect(await flaky.credentials('t')).toEqual({ ok: true, value: [] })
    expect(requests).toHaveLength(3)
    close()
  })

  it('is never done for a signature that may have been made', async () => {
    const { requests, flaky, close } = await failing(9, 500)
    expect(await flaky.sign(request)).toEqual({ ok: false, error: 'unavailable' })
    expect(requests).toHaveLength(1)
    close()
  })

  it('is done for a signature that was turned away unread', async () => {
    const { requests, flaky, close } = await failing(1, 429)
    expect((await flaky.sign(request)).ok).toBe(true)
    expect(requests).toHaveLength(2)
    close()
  })

  it('ends', async () => {
    const { requests, flaky, close } = await failing(99, 503)
    expect(await flaky.credentials('t')).toEqual({ ok: false, error: 'unavailable' })
    expect(requests).toHaveLength(3)
    close()
  })
})
