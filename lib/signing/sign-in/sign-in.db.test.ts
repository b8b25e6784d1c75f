import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anonymous, database, startTestPki, testCtx } from '@/lib/testing'
import type { TestCtx, TestDatabase, TestPki } from '@/lib/testing'
import { learnSampleRoots } from '../handlers'
import { newChallenge, organisationBehind } from './sign-in'
import type { SignInQuestion } from './sign-in'
import { challengeText } from '../protocol/challenge-text'

const SIGN_IN: SignInQuestion = { isStepUp: false, tiep: '/tai-khoan', sessionId: null }
const STEP_UP: SignInQuestion = { isStepUp: true, tiep: '/ho-so/nhap/1/nop-tiep', sessionId: 'phien-1' }
const SAO_MAI = ['cong-ty-sao-mai', 'SaoMai-123456'] as const

describe('a sign-in by certificate', () => {
  let test: TestDatabase
  let pki: TestPki
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sign-in-'))
  const at = (name: string) => path.join(folder, name)

  const ctxAt = (now = new Date()): TestCtx => {
    const ctx = testCtx(test.db, anonymous, now)
    return { ...ctx, ports: { ...ctx.ports, sampleRoots: pki.sampleRoots } }
  }
  beforeAll(async () => {
    ;[test, pki] = await Promise.all([database(), startTestPki()])
    await learnSampleRoots(ctxAt())
  }, 90_000)
  afterAll(async () => {
    rmSync(folder, { recursive: true })
    pki.close()
    await test.close()
  })

  /** Signed by openssl, which knows nothing of the portal. */
  async function signedBy([holder, password]: readonly [string, string], content: Uint8Array): Promise<Uint8Array> {
    writeFileSync(at('key.p12'), await pki.file(`/p12/${holder}.p12`))
    writeFileSync(at('content'), content)
    const open = ['pkcs12', '-in', at('key.p12'), '-passin', `pass:${password}`, '-nodes']
    execFileSync('openssl', [...open, '-clcerts', '-out', at('key.pem')])
    execFileSync('openssl', [...open, '-cacerts', '-nokeys', '-out', at('chain.pem')])
    const hasChain = readFileSync(at('chain.pem'), 'latin1').includes('BEGIN CERTIFICATE')
    const signer = ['-signer', at('key.pem'), ...(hasChain ? ['-certfile', at('chain.pem')] : [])]
    const how = ['cms', '-sign', '-binary', '-cades', '-md', 'sha256', '-outform', 'DER', '-in', at('content')]
    return new Uint8Array(execFileSync('openssl', [...how, ...signer]))
  }
  const answer = (
    ctx: TestCtx,
    challenge: string,
    who = SAO_MAI as readonly [string, string],
    question: SignInQuestion = SIGN_IN,
  ) => signedBy(who, challengeText(ctx.ports.origin, question, challenge))

  it('tells which organisation answered, by its tax code, once', async () => {
    const ctx = ctxAt()
    const challenge = newChallenge(ctx, SIGN_IN)
    const cms = await answer(ctx, challenge)
    expect(await organisationBehind(ctx, SIGN_IN, { challenge, signature: cms })).toMatchObject({
      ok: true,
      value: { taxCode: '0312687878' },
    })
    expect(await organisationBehind(ctx, SIGN_IN, { challenge, signature: cms })).toMatchObject({
      error: { code: 'certificate-challenge-expired' },
    })
  })

  it.each([
    ['nguyen-van-an', 'An-123456', 'không phải chứng thư của tổ chức'],
    ['le-hoang-nam', 'Nam-123456', 'không phải chứng thư của tổ chức'],
    ['nguyen-van-an-thu-hoi', 'An-123456', 'thu hồi'],
    ['nguyen-van-an-het-han', 'An-123456', 'hết hạn'],
    ['nguyen-van-an-goc-la', 'An-123456', 'không có trong danh sách'],
  ])('refuses %s and says why', async (holder, password, words) => {
    const ctx = ctxAt()
    const challenge = newChallenge(ctx, SIGN_IN)
    const done = await organisationBehind(ctx, SIGN_IN, {
      challenge,
      signature: await answer(ctx, challenge, [holder, password]),
    })
    expect(done).toMatchObject({ error: { code: 'certificate-refused' } })
    expect(done.ok ? '' : done.error.detail?.['reason']).toContain(words)
  })

  it('takes no answer to another challenge, for another site, made up or late', async () => {
    const ctx = ctxAt()
    const challenge = newChallenge(ctx, SIGN_IN)
    const elsewhere = await signedBy(SAO_MAI, challengeText('https://gia-mao.example', SIGN_IN, challenge))
    for (const cms of [
      elsewhere,
      await answer(ctx, newChallenge(ctx, SIGN_IN)),
      new Uint8Array(),
      Buffer.from('khong phai'),
    ])
      expect(await organisationBehind(ctx, SIGN_IN, { challenge, signature: new Uint8Array(cms) })).toMatchObject({
        error: { code: 'certificate-refused' },
      })
    const good = await answer(ctx, challenge)
    const late = ctxAt(new Date(ctx.now.getTime() + 5 * 60_000))
    expect(await organisationBehind(late, SIGN_IN, { challenge, signature: good })).toMatchObject({
      error: { code: 'certificate-challenge-expired' },
    })
    const madeUp = Buffer.from('{"until":9999999999999}').toString('base64url')
    expect(
      await organisationBehind(ctx, SIGN_IN, { challenge: madeUp, signature: await answer(ctx, madeUp) }),
    ).toMatchObject({
      error: { code: 'certificate-challenge-expired' },
    })
    expect(await organisationBehind(ctx, SIGN_IN, { challenge, signature: good })).toMatchObject({
      ok: true,
    })
  })

  it.each([
    ['a sign-in is no confirmation', SIGN_IN, { ...SIGN_IN, isStepUp: true, sessionId: 'phien-1' }],
    ['a confirmation is no sign-in', STEP_UP, { ...STEP_UP, isStepUp: false }],
    ['a confirmation of one session is none of another', STEP_UP, { ...STEP_UP, sessionId: 'phien-2' }],
    ['nor of none', STEP_UP, { ...STEP_UP, sessionId: null }],
    ['nor of what comes after another act', STEP_UP, { ...STEP_UP, tiep: '/ho-so/2/rut' }],
  ])('%s', async (_, question, used) => {
    const ctx = ctxAt()
    const challenge = newChallenge(ctx, question)
    const signature = await answer(ctx, challenge, SAO_MAI, question)
    expect(await organisationBehind(ctx, used, { challenge, signature })).toMatchObject({
      error: { code: 'certificate-challenge-expired' },
    })
    // The words signed for one question under a challenge made for the other.
    const other = newChallenge(ctx, used)
    const crossed = { challenge: other, signature: await answer(ctx, other, SAO_MAI, question) }
    expect(await organisationBehind(ctx, used, crossed)).toMatchObject(
      question.isStepUp === used.isStepUp && question.tiep === used.tiep
        ? { ok: true }
        : { error: { code: 'certificate-refused' } },
    )
    expect(await organisationBehind(ctx, question, { challenge, signature })).toMatchObject({ ok: true })
    expect(await organisationBehind(ctx, question, { challenge, signature })).toMatchObject({ ok: false })
  })

  it('lets nobody in while no authority says that the certificate holds', async () => {
    const ctx = ctxAt()
    const challenge = newChallenge(ctx, SIGN_IN)
    const cms = await answer(ctx, challenge)
    await pki.faults({ ocsp: 'down', crl: 'down' })
    expect(await organisationBehind(ctx, SIGN_IN, { challenge, signature: cms })).toMatchObject({
      error: { code: 'certificate-refused' },
    })
    await pki.faults({})
    expect(await organisationBehind(ctx, SIGN_IN, { challenge, signature: cms })).toMatchObject({ ok: true })
  })
})
