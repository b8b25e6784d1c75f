import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bytesSource } from '@/lib/pdf'
import type { SecurityStore } from './dss'
import { anchors, authorityAt, ca, concat, documentOf, machinery, NOW, PLAIN, root, signedOver } from './test-documents'
import { anchor, issue, revocationList, signerOf } from './test-pki'
import type { Identity } from './test-pki'
import { validatePdf } from './validate'
import { certificateWords, REASON_WORDS, reasonWords } from './words'

const BASE = documentOf(PLAIN)
const ACCESS = { ocsp: 'http://ca.example/ocsp', issuer: 'http://ca.example/ca.cer' }
const NOTHING: SecurityStore = { certificates: [], ocsps: [], crls: [] }
const CA_LIST = revocationList(root, NOW)

type Settings = {
  chain?: Identity[]
  evidence?: Partial<SecurityStore>
  hasAskedAuthorities?: boolean
  stampedAt?: string
}

/** Why the signature of this person does not pass, by code and in Vietnamese. */
async function reasonOf(
  who: Identity,
  { chain = [], evidence, hasAskedAuthorities = false, stampedAt }: Settings = {},
) {
  const authority = stampedAt === undefined ? {} : { authority: authorityAt(new Date(stampedAt)) }
  const bytes = await signedOver(BASE, { signer: signerOf(who, chain), ...authority })
  return judge(bytes, { hasAskedAuthorities, anchors, evidence: { ...NOTHING, ...evidence } })
}

async function judge(
  bytes: Uint8Array,
  how: Pick<Parameters<typeof validatePdf>[0], 'anchors' | 'evidence' | 'hasAskedAuthorities'>,
) {
  const result = await validatePdf({ source: bytesSource(concat(bytes)), at: NOW, ...machinery, ...how })
  const verdict = result.ok ? result.value.signatures[0]?.verdict : undefined
  if (verdict === undefined) throw new Error('no signature')
  return { because: verdict.because, sentence: reasonWords(verdict).vi }
}

describe('why a signature does not pass', () => {
  it.each([
    ['issuer-missing', ACCESS],
    ['issuer-missing-nowhere', undefined],
  ])('%s: the issuer is named, and nobody is said not to be trusted', async (because, access) => {
    const alone = issue('Người ký', { issuer: ca, use: 'sign', ...(access && { access }) })
    const reason = await reasonOf(alone)
    expect(reason).toMatchObject({
      because,
      sentence: expect.stringContaining('Thiếu chứng thư của cơ quan cấp (Thu cap phat)') as string,
    })
    expect(reason.sentence).not.toMatch(/tin cậy/)
  })

  it('says the same where no roots are given at all', async () => {
    const bytes = await signedOver(BASE, {
      signer: signerOf(issue('A', { issuer: ca, use: 'sign', access: ACCESS }), []),
    })
    expect(await judge(bytes, { anchors: [] })).toMatchObject({ because: 'issuer-missing' })
    const whole = await signedOver(BASE, { signer: signerOf(issue('A', { issuer: ca, use: 'sign' }), [ca, root]) })
    expect(await judge(whole, { anchors: [] })).toMatchObject({ because: 'no-anchors' })
  })

  it('names a root that nobody trusts', async () => {
    const stranger = issue('Gốc lạ', { use: 'ca' })
    const who = issue('A', { issuer: stranger, use: 'sign' })
    const reason = await reasonOf(who, { chain: [stranger] })
    expect(reason).toMatchObject({ because: 'unknown-root', sentence: expect.stringContaining('“Gốc lạ”') as string })
  })

  it('tells a forged certificate from a foreign one', async () => {
    const namesake = issue('Thu goc', { use: 'ca' })
    const who = issue('A', { issuer: namesake, use: 'sign' })
    expect(await reasonOf(who)).toMatchObject({ because: 'issuer-not-genuine' })
  })

  it('tells a source that was not asked from one that is silent and one that does not exist', async () => {
    const evidence = { crls: [CA_LIST] }
    const who = issue('A', { issuer: ca, use: 'sign', access: ACCESS })
    expect(await reasonOf(who, { chain: [ca], evidence })).toMatchObject({ because: 'revocation-unknown' })
    const silent = await reasonOf(who, { chain: [ca], evidence, hasAskedAuthorities: true })
    expect(silent).toMatchObject({
      because: 'revocation-unanswered',
      sentence: expect.stringContaining('(Thu cap phat)') as string,
    })
    const mute = issue('A', { issuer: ca, use: 'sign' })
    expect(await reasonOf(mute, { chain: [ca], evidence, hasAskedAuthorities: true })).toMatchObject({
      because: 'revocation-no-source',
    })
    const stale = { crls: [CA_LIST, revocationList(ca, new Date('2024-01-01'))] }
    expect(await reasonOf(who, { chain: [ca], evidence: stale, hasAskedAuthorities: true })).toMatchObject({
      because: 'revocation-unusable',
    })
  })

  const ENDED = { from: '2025-01-01', to: '2026-03-01', issuer: ca, use: 'sign', access: ACCESS } as const
  const whileValid = { crls: [CA_LIST, revocationList(ca, new Date('2026-02-20'))] }

  it('an expired certificate: without a timestamp, with one, and with one but its state forgotten', async () => {
    const who = issue('A', ENDED)
    const bare = await reasonOf(who, { chain: [ca], evidence: whileValid })
    expect(bare).toMatchObject({
      because: 'certificate-expired',
      sentence: expect.stringContaining('01/03/2026') as string,
    })
    const stamped = { chain: [ca], stampedAt: '2026-02-01' }
    const proven = await reasonOf(who, { ...stamped, evidence: whileValid })
    expect(proven).toMatchObject({
      because: 'passed-after-expiry',
      sentence: expect.stringContaining('01/03/2026') as string,
    })
    const forgotten = await reasonOf(who, {
      ...stamped,
      evidence: { crls: [CA_LIST, revocationList(ca, NOW)] },
      hasAskedAuthorities: true,
    })
    expect(forgotten).toMatchObject({ because: 'revocation-forgotten' })
  })

  it('an authority that has ended or was revoked is told from its signer', async () => {
    const short = issue('Thu ngan han', { issuer: root, use: 'ca', to: '2026-03-01' })
    const who = issue('A', { issuer: short, use: 'sign' })
    expect(await reasonOf(who, { chain: [short] })).toMatchObject({
      because: 'issuer-expired',
      sentence: expect.stringContaining('(Thu ngan han)') as string,
    })
    const revoked = { crls: [revocationList(root, NOW, [{ who: ca, at: new Date('2026-01-01') }])] }
    const own = issue('A', { issuer: ca, use: 'sign' })
    expect(await reasonOf(own, { chain: [ca], evidence: revoked })).toMatchObject({ because: 'issuer-revoked' })
  })

  it('has words in both languages for each, with the name in its place', () => {
    for (const because of Object.keys(REASON_WORDS)) {
      for (const words of [reasonWords({ because, about: 'X' }), certificateWords({ because, about: 'X' })]) {
        for (const sentence of Object.values(words)) expect(sentence).toMatch(/^[^{}]{10,}\.$/)
      }
    }
  })
})

const folder = join(process.cwd(), '../shared/corpora/revisions-dev')

describe.skipIf(!existsSync(folder))('files as desktop tokens write them (skipped without ../shared/corpora)', () => {
  const because = (name: string) =>
    judge(new Uint8Array(readFileSync(join(folder, name))), { anchors: [anchor(root, 'public')] })

  it('name the missing issuer, the weak digest and the root nobody trusts', async () => {
    expect(await because('ext-usb-leafonly.pdf')).toMatchObject({
      because: 'issuer-missing',
      sentence: expect.stringContaining('CA Sao Khuê') as string,
    })
    expect(await because('ext-usb-leafonly-sha1.pdf')).toMatchObject({
      because: 'weak-hash',
      sentence: expect.stringContaining('SHA-1') as string,
    })
    expect(await because('ext-usb-style.pdf')).toMatchObject({ because: 'unknown-root' })
  })
})
