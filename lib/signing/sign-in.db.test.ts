import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { reasonWords } from '@/lib/pades'
import type { TestDatabase, TestPki } from '@/lib/testing'
import { anonymous, aSignedText, database, startTestPki, testCtx } from '@/lib/testing'
import { learnSampleRoots } from './handlers'
import { signInText } from './sign-challenge'
import { newChallenge, organisationBehind } from './sign-in'

// Making keys takes long on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const COMPANY = { holder: 'cong-ty-sao-mai', password: 'SaoMai-123456' }
const person = (holder: string) => ({ holder, password: 'An-123456' })
const LATER_MS = 6 * 60_000

describe('signing in with a certificate', () => {
  let test: TestDatabase
  let pki: TestPki
  beforeAll(async () => {
    ;[test, pki] = await Promise.all([database(), startTestPki()])
    await learnSampleRoots.run(ctx(), {})
  })
  afterAll(async () => {
    pki.close()
    await test.close()
  })
  beforeEach(() => pki.faults({}))

  function ctx(now = new Date(), origin = 'http://localhost:3000') {
    const made = testCtx(test.db, anonymous, now)
    return { ...made, ports: { ...made.ports, sampleRoots: pki.sampleRoots, origin } }
  }
  const answerTo = (challenge: string, who = COMPANY, origin = 'http://localhost:3000') =>
    aSignedText(pki, signInText(origin, challenge), who)
  /** The refusal in Vietnamese, or the tax code. */
  const told = async (challenge: string, cms: Uint8Array, at = ctx()) => {
    const found = await organisationBehind(at, challenge, cms)
    return found.ok ? found.value.taxCode : (found.error.detail?.['reason'] ?? found.error.code)
  }

  it('recognises the organisation by the tax code in the subject, once', async () => {
    const challenge = newChallenge(ctx())
    const cms = await answerTo(challenge)
    expect(await told(challenge, cms)).toBe('0312687878')
    expect(await told(challenge, cms)).toBe('certificate-challenge-expired')
  })

  it('lets one of two equal answers through, however close they come', async () => {
    const challenge = newChallenge(ctx())
    const cms = await answerTo(challenge)
    const both = await Promise.all([told(challenge, cms), told(challenge, cms)])
    expect(both.toSorted()).toEqual(['0312687878', 'certificate-challenge-expired'])
  })

  it('refuses a challenge that has ended, or is not ours', async () => {
    const challenge = newChallenge(ctx())
    const cms = await answerTo(challenge)
    expect(await told(challenge, cms, ctx(new Date(Date.now() + LATER_MS)))).toBe('certificate-challenge-expired')
    const made = Buffer.from('{"until":9999999999999}').toString('base64url')
    expect(await told(made, await answerTo(made))).toBe('certificate-challenge-expired')
  })

  it('refuses a signature made for another site or over another challenge', async () => {
    const [challenge, other] = [newChallenge(ctx()), newChallenge(ctx())]
    const wrong = reasonWords('signature-invalid').vi
    expect(await told(challenge, await answerTo(challenge, COMPANY, 'https://elsewhere.example'))).toBe(wrong)
    expect(await told(challenge, await answerTo(other))).toBe(wrong)
    expect(await told(challenge, new Uint8Array(40))).toBe(wrong)
    expect(await told(challenge, await answerTo(challenge))).toBe('0312687878')
  })

  it.each([
    ['nguyen-van-an-thu-hoi', 'Chứng thư đã bị thu hồi.'],
    ['nguyen-van-an-het-han', 'Chứng thư đã hết hạn.'],
    ['nguyen-van-an-chua-hieu-luc', 'Chứng thư chưa có hiệu lực.'],
    ['nguyen-van-an-sai-muc-dich', reasonWords('chain-refused').vi],
    ['nguyen-van-an-goc-la', reasonWords('no-path').vi],
    ['nguyen-van-an', 'Chứng thư không mang mã số thuế của tổ chức nào.'],
  ])('refuses %s: %s', async (holder, reason) => {
    const challenge = newChallenge(ctx())
    expect(await told(challenge, await answerTo(challenge, person(holder)))).toBe(reason)
  })

  it.each([
    { ocsp: 'down', crl: 'down' },
    { ocsp: 'garbage', crl: 'garbage' },
    { ocsp: 'wrong-nonce', crl: 'down' },
    { ocsp: 'unsigned', crl: 'down' },
    { ocsp: 'stale', crl: 'stale' },
    { ocsp: 'unknown', crl: 'down' },
  ])('lets nobody in while nothing vouches for the certificate: %o', async (faults) => {
    await pki.faults(faults)
    const challenge = newChallenge(ctx())
    const cms = await answerTo(challenge)
    expect(await told(challenge, cms)).toBe(reasonWords('revocation-unknown').vi)
    // A refusal does not use the challenge up.
    await pki.faults({})
    expect(await told(challenge, cms)).toBe('0312687878')
  })

  it('asks for the list where the responder lies', async () => {
    await pki.faults({ ocsp: 'unsigned' })
    const challenge = newChallenge(ctx())
    expect(await told(challenge, await answerTo(challenge))).toBe('0312687878')
  })
})
