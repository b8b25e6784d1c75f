import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { httpTimestamps } from '@/lib/adapters/http-timestamps'
import type { Attachment } from '@/lib/attachments'
import { unsafeAttachment } from '@/lib/attachments/server'
import { bytesToStream } from '@/lib/kernel'
import { actsOn } from '@/lib/ledger/server'
import { aCitizen, anonymous, aPdf, aSignedPdf, database, startTestPki, testCtx } from '@/lib/testing'
import type { TestCtx, TestDatabase, TestPki } from '@/lib/testing'
import { learnSampleRoots } from '../handlers'
import { acceptSignature } from './accept-signature'
import type { Signed } from '../protocol/signed-input'
import { verdictsOn } from '../verification/verdicts'

const AN = { holder: 'nguyen-van-an', password: 'An-123456' }
const SAO_MAI = { holder: 'cong-ty-sao-mai', password: 'SaoMai-123456' }
const SUBJECT = { personalId: '001090000001', taxCode: null }
const CEREMONY = { by: 'pkcs12', device: 'Chrome, Linux', subject: SUBJECT } as const

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

/** The document with its page replaced by a later revision, as a browser in other hands might send it. */
function withOtherPage(base: Uint8Array): Uint8Array {
  const text = textOf(base)
  const [, content = ''] = /\/Contents \[?\s*(\d+)/.exec(text) ?? []
  const [root = ''] = /(?<=\/Root )\d+ 0 R/.exec(text) ?? []
  const [size = ''] = /(?<=\/Size )\d+/.exec(text) ?? []
  const previous = /startxref\s+(\d+)/.exec(text)?.[1] ?? ''
  const drawn = 'BT /F 18 Tf 60 760 Td (Noi dung khac) Tj ET'
  const body = `\n${content} 0 obj\n<</Length ${String(drawn.length)}>>\nstream\n${drawn}\nendstream\nendobj\n`
  const row = `${String(base.length + 1).padStart(10, '0')} 00000 n \n`
  const start = String(base.length + body.length)
  const trailer = `trailer\n<</Size ${size}/Root ${root}/Prev ${previous}>>\nstartxref\n${start}\n%%EOF\n`
  return new Uint8Array(Buffer.concat([base, Buffer.from(`${body}xref\n${content} 1\n${row}${trailer}`, 'latin1')]))
}

describe('a signature somebody brings', () => {
  let test: TestDatabase
  let pki: TestPki
  let ctx: TestCtx
  let lines = 0

  beforeAll(async () => {
    ;[test, pki] = await Promise.all([database(), startTestPki()])
    const citizen = await aCitizen(testCtx(test.db, anonymous, new Date()))
    ctx = testCtx(test.db, citizen, new Date())
    const outside = { sampleRoots: pki.sampleRoots, timestamps: httpTimestamps(`${pki.origin}/tsa`) }
    ctx = { ...ctx, ports: { ...ctx.ports, ...outside } }
    await learnSampleRoots(ctx)
  }, 90_000)
  afterAll(async () => {
    pki.close()
    await test.close()
  })

  async function storeFile(bytes: Uint8Array): Promise<Attachment> {
    const { sha256, size } = await ctx.ports.blobs.put(bytesToStream(bytes))
    const id = ctx.newId()
    await test.sql`insert into attachments (id, holder_id, owner_id, requirement_code, name, media_type, size, sha256, scan, stored_at)
      values (${id}, ${id}, ${id}, 'CM', 'Đơn.pdf', 'application/pdf', ${size}, ${sha256}, 'clean', now())`
    const file = await unsafeAttachment(test.db, id)
    if (file === null) throw new Error('not stored')
    return file
  }
  const aDocument = async () => {
    const bytes = await aPdf(`Don so ${String(++lines)}`)
    return { bytes, file: await storeFile(bytes) }
  }
  /** Signs `shown`, but claims that it was made over the stored file. */
  async function signatureOn(file: Attachment, shown: Uint8Array, who = AN, isStamped = true): Promise<Signed> {
    const whole = await aSignedPdf(pki, shown, { ...who, at: new Date(), isStamped })
    return { appendix: whole.subarray(file.size), baseSize: file.size, baseSha256: file.sha256 }
  }
  /** The unsigned file still lies where it was, and nothing is said to be signed. */
  async function isUntouched(file: Attachment): Promise<void> {
    expect(await unsafeAttachment(test.db, file.id)).toEqual(file)
    expect((await actsOn(test.db, 'attachment', file.id)).map(({ action }) => action)).toEqual([])
    expect(await test.sql`select id from attachments where holder_id = ${file.holderId}`).toHaveLength(1)
  }

  it('takes the place of the unsigned file, with its verdict and its ceremony', async () => {
    const { bytes, file } = await aDocument()
    const done = await acceptSignature(ctx, file, await signatureOn(file, bytes), CEREMONY)
    if (!done.ok) throw new Error(JSON.stringify(done.error))
    expect(done.value).toMatchObject({ name: 'Đơn (đã ký).pdf', scan: 'pending', holderId: file.holderId })
    expect((await verdictsOn(test.db, [done.value.sha256])).get(done.value.sha256)?.summary).toBe('valid')
    const [act] = (await actsOn(test.db, 'attachment', done.value.id)).filter(
      ({ action }) => action === 'attachment.signed',
    )
    expect(act?.data).toMatchObject({ by: 'pkcs12', level: 'T', root: 'public', baseSha256: file.sha256 })
    expect(JSON.stringify(act?.data)).not.toContain('001090000001')
    expect(await unsafeAttachment(test.db, file.id)).toBeNull()
  })

  it('is refused when the browser changed the page before it signed, and says what was changed', async () => {
    const { bytes, file } = await aDocument()
    const forged = await signatureOn(file, withOtherPage(bytes))
    const done = await acceptSignature(ctx, file, forged, CEREMONY)
    expect(done).toMatchObject({ ok: false, error: { code: 'signature-refused' } })
    expect(done.ok ? '' : done.error.detail?.['reason']).toContain('không chỉ có chữ ký')
    await isUntouched(file)
  })

  it('is refused when two signatures come as one', async () => {
    const { bytes, file } = await aDocument()
    const once = await aSignedPdf(pki, bytes, { ...SAO_MAI, at: new Date(), isStamped: true })
    const done = await acceptSignature(ctx, file, await signatureOn(file, once), CEREMONY)
    expect(done).toMatchObject({ ok: false, error: { code: 'signature-refused' } })
    await isUntouched(file)
  })

  it.each<[string, { who?: typeof AN; isStamped?: boolean }, string]>([
    ['by somebody else', { who: SAO_MAI }, 'wrong-signer'],
    ['by a revoked certificate', { who: { ...AN, holder: 'nguyen-van-an-thu-hoi' } }, 'signature-refused'],
    ['under a root nobody trusts', { who: { ...AN, holder: 'nguyen-van-an-goc-la' } }, 'signature-refused'],
    ['without a proof of time', { isStamped: false }, 'timestamp-refused'],
  ])('is refused when made %s', async (_, { who, isStamped }, code) => {
    const { bytes, file } = await aDocument()
    const done = await acceptSignature(ctx, file, await signatureOn(file, bytes, who, isStamped), CEREMONY)
    expect(done).toMatchObject({ ok: false, error: { code } })
    await isUntouched(file)
  })

  it('is refused when the file shown is not the file stored, and when it is no revision at all', async () => {
    const { bytes, file } = await aDocument()
    const good = await signatureOn(file, bytes)
    for (const other of [{ baseSha256: '0'.repeat(64) }, { baseSize: file.size + 1 }])
      expect(await acceptSignature(ctx, file, { ...good, ...other }, CEREMONY)).toMatchObject({
        error: { code: 'file-changed-meanwhile' },
      })
    for (const appendix of [new Uint8Array(), Buffer.from('%%EOF\n'), good.appendix.subarray(0, 5_000)])
      expect(await acceptSignature(ctx, file, { ...good, appendix: new Uint8Array(appendix) }, CEREMONY)).toMatchObject(
        {
          error: { code: 'signature-refused' },
        },
      )
    await isUntouched(file)
  })

  it('counts once: the other of two who sign at the same time is told', async () => {
    const { bytes, file } = await aDocument()
    const [first, other] = await Promise.all([signatureOn(file, bytes), signatureOn(file, bytes)])
    const done = await Promise.all([first, other].map((signed) => acceptSignature(ctx, file, signed, CEREMONY)))
    expect(done.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(done.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'file-changed-meanwhile' } })
    const rows = await test.sql`select name from attachments where holder_id = ${file.holderId} and removed_at is null`
    expect(rows).toEqual([{ name: 'Đơn (đã ký).pdf' }])
  })

  it('may follow another’s, which stays valid', async () => {
    const once = await aSignedPdf(pki, await aPdf('Hop dong'), { ...SAO_MAI, at: new Date(), isStamped: true })
    const file = await storeFile(once)
    const done = await acceptSignature(ctx, file, await signatureOn(file, once), CEREMONY)
    if (!done.ok) throw new Error(JSON.stringify(done.error))
    const report = (await verdictsOn(test.db, [done.value.sha256])).get(done.value.sha256)
    expect(report?.signatures.map(({ holder, verdict, laterChanges }) => [holder, verdict, laterChanges])).toEqual([
      ['organisation', 'TOTAL_PASSED', 'allowed'],
      ['person', 'TOTAL_PASSED', 'none'],
    ])
  })
})
