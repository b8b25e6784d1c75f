import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Person } from '@/lib/access'
import { cscSigner } from '@/lib/adapters/csc-signer'
import { httpTimestamps } from '@/lib/adapters/http-timestamps'
import type { Attachment } from '@/lib/attachments'
import { bytesSource } from '@/lib/pdf'
import type { TestDatabase, TestPki } from '@/lib/testing'
import { aCitizen, aPdf, atRemoteService, database, startTestPki, testCtx } from '@/lib/testing'
import { learnSampleRoots } from '../handlers'
import { beginRemote, chooseRemote, finishRemote, prepareRemote, remoteWaiting } from './remote'
import type { RemoteTask } from './remote'
import { takeStep } from './remote-state'
import { verifyFile } from '../verification/verify-file'

// Making keys takes long on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const BINH = { personalId: '001192000002', taxCode: null }
const taskOf = ({ id, sha256, size }: Attachment): RemoteTask => ({
  ...{ of: { kind: 'attachment', id }, documents: [{ ref: id, sha256, size }], signatory: BINH },
})
/** The one document of a file's signature. */
async function finish(...how: Parameters<typeof finishRemote>) {
  const all = await finishRemote(...how)
  if (!all.ok) return all
  const [first] = all.value
  if (first === undefined) throw new Error('nothing signed')
  return first.signed
}

const LATER_MS = 16 * 60_000

async function* single(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes)
}

describe('a remote signature, step by step', () => {
  let test: TestDatabase
  let pki: TestPki
  let pdf: Uint8Array
  let people: { an: Person; binh: Person }
  beforeAll(async () => {
    ;[test, pki, pdf] = await Promise.all([database(), startTestPki(), aPdf()])
    const ctx = testCtx(test.db, { kind: 'worker', name: 'test' }, new Date())
    await learnSampleRoots({ ...ctx, ports: { ...ctx.ports, sampleRoots: pki.sampleRoots } })
    people = { an: await aCitizen(ctx, 'an'), binh: await aCitizen(ctx, 'binh') }
  })
  afterAll(async () => {
    pki.close()
    await test.close()
  })
  beforeEach(() => pki.faults({}))

  function ctxOf(who: 'an' | 'binh' = 'binh', now = new Date()) {
    const ctx = testCtx(test.db, people[who], now)
    const client = { url: `${pki.origin}/csc/v2`, clientId: 'mot-cua', clientSecret: 'mot-cua-demo-secret' }
    const remoteSigner = cscSigner(client, { patienceMs: 5_000, pausesMs: [10] })
    return { ...ctx, ports: { ...ctx.ports, remoteSigner, timestamps: httpTimestamps(`${pki.origin}/tsa`) } }
  }

  async function storeFile(ctx: ReturnType<typeof ctxOf>): Promise<Attachment> {
    const { sha256, size } = await ctx.ports.blobs.put(single(pdf))
    return {
      ...{ id: ctx.newId(), holderId: ctx.newId(), dossierId: null, ownerId: ctx.newId() },
      ...{ requirementCode: 'DON', name: 'Đơn đề nghị.pdf', mediaType: 'application/pdf', pages: 1 },
      ...{ sha256, size, scan: 'clean', scanDetail: null, storedAt: ctx.now },
      ...{ removedAt: null, sealedAt: null, supersededAt: null, uploadId: null },
    }
  }

  type Begun = { ctx: ReturnType<typeof ctxOf>; file: Attachment }

  /** From the file to the state the person comes back to: certificates shown. */
  async function prepare({ ctx, file }: Begun, user = 'ky-tu-xa-binh') {
    const begun = await beginRemote(ctx, { kind: 'attachment', id: file.id }, file.name)
    if (!begun.ok) return begun
    const { state, code } = await atRemoteService(begun.value, { user })
    const storedStep = await takeStep(ctx, state)
    if (storedStep?.step.stage !== 'certificates' || code === null) throw new Error('no step')
    return prepareRemote(ctx, taskOf(file), { code, verifier: storedStep.step.verifier })
  }

  async function beginSignature(): Promise<Begun & { state: string }> {
    const ctx = ctxOf()
    const file = await storeFile(ctx)
    const state = await prepare({ ctx, file })
    if (!state.ok) throw new Error(state.error.code)
    return { ctx, file, state: state.value }
  }

  /** Chooses, goes to confirm, and comes back with leave to sign. */
  async function agree(credentialId: string) {
    const { ctx, file, state } = await beginSignature()
    const chosen = await chooseRemote(ctx, taskOf(file), { state, credentialId })
    if (!chosen.ok) throw new Error(chosen.error.code)
    const waiting = await remoteWaiting(ctx, chosen.value)
    if (!waiting.ok || waiting.value.kind !== 'confirm') throw new Error('nothing to confirm')
    const back = await atRemoteService(waiting.value.address)
    const storedStep = await takeStep(ctx, back.state)
    if (storedStep?.step.stage !== 'signature' || back.code === null) throw new Error('no step')
    return { ctx, step: storedStep.step, code: back.code, digest: waiting.value.documents[0]?.digest }
  }

  it('shows every certificate of one’s own, and which of them cannot sign', async () => {
    const { ctx, state } = await beginSignature()
    const waiting = await remoteWaiting(ctx, state)
    const shown = waiting.ok && waiting.value.kind === 'choose' ? waiting.value.certificates : []
    expect(shown.map(({ id, fault }) => [id, fault])).toEqual([
      ['ky-tu-xa-binh', null],
      ['ky-tu-xa-binh-ec', null],
      ['ky-tu-xa-binh-pss', null],
      ['ky-tu-xa-binh-het-han', 'expired'],
    ])
  })

  it.each(['ky-tu-xa-binh', 'ky-tu-xa-binh-ec', 'ky-tu-xa-binh-pss'])(
    'signs at level T with %s',
    async (credentialId) => {
      const { ctx, step, code } = await agree(credentialId)
      const signed = await finish(ctx, step, code)
      if (!signed.ok) throw new Error(JSON.stringify(signed.error))
      const whole = new Uint8Array(Buffer.concat([pdf, signed.value.appendix]))
      const report = await verifyFile(ctx, bytesSource(whole), { at: new Date() })
      expect(report.signatures).toMatchObject([
        {
          verdict: 'TOTAL_PASSED',
          coverage: 'whole-file',
          signer: { name: 'Trần Thị Bình' },
          timestamps: [{ trusted: true }],
        },
      ])
    },
  )

  it('takes no choice that cannot sign, and one choice only', async () => {
    const { ctx, file, state } = await beginSignature()
    const choose = (credentialId: string) => chooseRemote(ctx, taskOf(file), { state, credentialId })
    expect(await choose('ky-tu-xa-binh-het-han')).toMatchObject({ error: { code: 'invalid-input' } })
    expect(await choose('ky-tu-xa-an')).toMatchObject({ error: { code: 'invalid-input' } })
    expect((await choose('ky-tu-xa-binh-ec')).ok).toBe(true)
    expect(await choose('ky-tu-xa-binh-ec')).toMatchObject({ error: { code: 'remote-signing-expired' } })
  })

  it('is nobody else’s, ends after a quarter of an hour, and belongs to its file', async () => {
    const { ctx, file, state } = await beginSignature()
    const expired = { error: { code: 'remote-signing-expired' } }
    expect(await remoteWaiting(ctxOf('an'), state)).toMatchObject(expired)
    expect(await remoteWaiting(ctxOf('binh', new Date(Date.now() + LATER_MS)), state)).toMatchObject(expired)
    expect(await remoteWaiting(ctx, 'made-up')).toMatchObject(expired)
    const other = { ...file, id: ctx.newId() }
    const choice = { state, credentialId: 'ky-tu-xa-binh' }
    expect(await chooseRemote(ctx, taskOf(other), choice)).toMatchObject(expired)
    expect((await remoteWaiting(ctx, state)).ok).toBe(true)
  })

  it('finds nothing to sign with in somebody else’s account', async () => {
    const ctx = ctxOf()
    const state = await prepare({ ctx, file: await storeFile(ctx) }, 'ky-tu-xa-an')
    expect(state).toMatchObject({ error: { code: 'remote-certificate-missing' } })
  })

  it.each([
    [{ csc: 'lapsed' }, 'remote-signing-expired'],
    [{ csc: 'busy' }, 'remote-signer-busy'],
    [{ csc: 'garbage' }, 'remote-answer-unusable'],
    [{ csc: 'too-many-signatures' }, 'remote-answer-unusable'],
    [{ csc: 'down' }, 'remote-signer-unavailable'],
    [{ csc: 'wrong-signature' }, 'signature-refused'],
    [{ csc: 'other-key' }, 'signature-refused'],
    [{ tsa: 'down' }, 'timestamp-unavailable'],
    [{ tsa: 'wrong-imprint' }, 'timestamp-refused', 'dấu thời gian của một nội dung khác'],
    [{ tsa: 'wrong-nonce' }, 'timestamp-refused', 'dấu thời gian của một yêu cầu khác'],
    [{ tsa: 'stale' }, 'timestamp-refused', 'giờ trong dấu thời gian lệch quá năm phút'],
    [{ tsa: 'rejected' }, 'timestamp-refused', 'dịch vụ từ chối cấp dấu thời gian'],
    [{ tsa: 'unsigned' }, 'timestamp-refused', 'chữ ký trên dấu thời gian sai'],
    [{ tsa: 'garbage' }, 'timestamp-refused', 'câu trả lời không phải dấu thời gian'],
  ])('ends without a signature under %o: %s', async (faults, code, reason?: string) => {
    const { ctx, step, code: leave } = await agree('ky-tu-xa-binh')
    await pki.faults(faults)
    const refused = { code, ...(reason !== undefined && { detail: { reason } }) }
    expect(await finish(ctx, step, leave)).toMatchObject({ ok: false, error: refused })
  })

  it('takes leave to sign once', async () => {
    const { ctx, step, code } = await agree('ky-tu-xa-binh')
    expect((await finish(ctx, step, code)).ok).toBe(true)
    expect(await finish(ctx, step, code)).toMatchObject({ error: { code: 'remote-signing-expired' } })
  })

  it('says so when the service cannot be reached at all', async () => {
    await pki.faults({ csc: 'down' })
    const ctx = ctxOf()
    const { id, name } = await storeFile(ctx)
    const begin = await beginRemote(ctx, { kind: 'attachment', id }, name)
    expect(begin).toMatchObject({ error: { code: 'remote-signer-unavailable' } })
  })
})
