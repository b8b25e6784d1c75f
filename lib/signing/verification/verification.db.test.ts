import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addDays, instant, localDate } from '@/lib/calendar'
import { bytesSource } from '@/lib/pdf'
import { anonymous, anOfficer, aPdf, aSignedPdf, database, startTestPki, testCtx } from '@/lib/testing'
import type { TestDatabase, TestPki } from '@/lib/testing'
import { ISSUER_JOBS } from '../authorities/issuers'
import { anchorsAt } from '../trust-store/repository'
import { addAnchor, endAnchor, listAnchors } from '../trust-store/anchors'
import { fetchIssuers, forgetReports, learnSampleRoots, verifyArrival } from '../handlers'
import { currentVerdict, verdictsOn } from './verdicts'
import { verifyFile } from './verify-file'

const CHOSEN = { set: 'public', source: 'neac.gov.vn' } as const
const AN = { holder: 'nguyen-van-an', password: 'An-123456' }

async function* single(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes)
}

describe('verification against the sandbox authorities', () => {
  let test: TestDatabase
  let pki: TestPki
  let pdf: Uint8Array
  beforeAll(async () => {
    ;[test, pki, pdf] = await Promise.all([database(), startTestPki(), aPdf()])
    await learnSampleRoots(trialCtx())
  })
  afterAll(async () => {
    pki.close()
    await test.close()
  })
  beforeEach(() => pki.faults({}))

  function trialCtx() {
    const ctx = testCtx(test.db, { kind: 'worker', name: 'test' }, new Date())
    return { ...ctx, ports: { ...ctx.ports, sampleRoots: pki.sampleRoots } }
  }
  const signPdf = (who = AN, isStamped = true, base = pdf) =>
    aSignedPdf(pki, base, { ...who, at: new Date(), isStamped })
  const verify = (bytes: Uint8Array) => verifyFile(trialCtx(), bytesSource(bytes), { at: new Date() })

  it('learns the trial roots once, however often it starts', async () => {
    await learnSampleRoots(trialCtx())
    const rows = await test.sql`select anchor_set from trust_anchors order by 1`
    expect(rows.map((row): unknown => row['anchor_set'])).toEqual(['government', 'public'])
  })

  it('passes what a person signed and a timestamp proves, and names root, person and time', async () => {
    const report = await verify(await signPdf())
    expect(report).toMatchObject({ summary: 'valid', fault: null })
    expect(report.signatures).toMatchObject([
      {
        ...{ verdict: 'TOTAL_PASSED', holder: 'person', coverage: 'whole-file', laterChanges: 'none' },
        signer: { name: 'Nguyễn Văn An', ids: [{ kind: 'personalId', value: '001090000001' }] },
        root: { set: 'public' },
        timestamps: [{ trusted: true }],
      },
    ])
    expect(report.signatures[0]?.provenTime).not.toBeNull()
  })

  it('tells the organisation from the person and the government root from the public one', async () => {
    const once = await signPdf({ holder: 'pham-quoc-dung', password: 'Dung-123456' })
    const twice = await signPdf({ holder: 'phong-csgt-ha-noi', password: 'ConDau-123456' }, true, once)
    const { summary, signatures } = await verify(twice)
    expect(summary).toBe('valid')
    expect(signatures.map(({ holder, root, laterChanges }) => [holder, root?.set, laterChanges])).toEqual([
      ['person', 'government', 'allowed'],
      ['organisation', 'government', 'none'],
    ])
  })

  it.each([
    ['nguyen-van-an-thu-hoi', 'revoked'],
    ['nguyen-van-an-het-han', 'certificate-expired'],
    ['nguyen-van-an-chua-hieu-luc', 'not-yet-valid'],
    ['nguyen-van-an-sai-muc-dich', 'wrong-purpose'],
    ['nguyen-van-an-goc-la', 'unknown-root'],
  ])('does not pass %s: %s', async (holder, because) => {
    const report = await verify(await signPdf({ holder, password: 'An-123456' }, false))
    expect(report.summary).not.toBe('valid')
    expect(report.signatures[0]?.reason.code).toBe(because)
  })

  it.each([
    [{ ocsp: 'down', crl: 'down' }, 'revocation-unanswered'],
    [{ ocsp: 'unknown', crl: 'down' }, 'revocation-stranger'],
    [{ ocsp: 'stale', crl: 'stale' }, 'revocation-unusable'],
  ])('says of authorities that answer %o: %s', async (faults, because) => {
    const bytes = await signPdf()
    await pki.faults(faults)
    const [signature] = (await verify(bytes)).signatures
    expect(signature?.reason).toMatchObject({ code: because, vi: expect.stringContaining('CA Sao Khuê') as string })
  })

  describe('a file that holds only its signer’s certificate, as desktop tokens write it', () => {
    const alone = () => aSignedPdf(pki, pdf, { ...AN, at: new Date(), isAlone: true })
    const judge = (bytes: Uint8Array, mayFetch: boolean) =>
      verifyFile(trialCtx(), bytesSource(bytes), { at: new Date(), mayFetch })
    const queuedJobs = () => test.sql`
      select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'signing.fetchIssuers'`
    beforeEach(async () => {
      await test.sql`delete from fetched_issuers`
      await test.sql`delete from graphile_worker._private_jobs`
    })

    it('misses its issuer by name until a job has fetched it, and then passes', async () => {
      const bytes = await alone()
      const { summary, signatures } = await judge(bytes, false)
      const sentence = expect.stringContaining('Thiếu chứng thư của cơ quan cấp (CA Sao Khuê') as string
      expect([summary, signatures[0]?.reason]).toMatchObject(['undecided', { code: 'issuer-missing', vi: sentence }])
      await judge(bytes, false)
      const jobs = await queuedJobs()
      expect(jobs).toEqual([{ payload: { address: `${pki.origin}/ca/cong-cong.cer` } }])
      await fetchIssuers(trialCtx(), ISSUER_JOBS['signing.fetchIssuers'].parse(jobs[0]?.['payload']))
      expect((await judge(bytes, false)).summary).toBe('valid')
    })

    it.each([
      [{}, 'valid'],
      [{ ca: 'moved' }, 'valid'],
      [{ ca: 'bundle' }, 'valid'],
      [{ ca: 'garbage' }, 'undecided'],
      [{ ca: 'down' }, 'undecided'],
      [{ ca: 'slow' }, 'undecided'],
    ])('with an authority whose certificate is %o is %s to a job', async (faults, summary) => {
      const bytes = await alone()
      await pki.faults(faults)
      expect((await judge(bytes, true)).summary).toBe(summary)
    })

    it('makes strangers’ files ask for so many addresses a minute only', async () => {
      const rows = Array.from({ length: 30 }, (_, i) => ({ address: `http://x/${String(i)}`, wanted_at: new Date() }))
      await test.sql`insert into fetched_issuers ${test.sql(rows)}`
      await judge(await alone(), false)
      expect(await queuedJobs()).toEqual([])
    })
  })

  it.each([
    [{ ocsp: 'down' }, 'valid'],
    [{ ocsp: 'wrong-nonce' }, 'valid'],
    [{ ocsp: 'unsigned' }, 'valid'],
    [{ ocsp: 'garbage' }, 'valid'],
    [{ ocsp: 'slow' }, 'valid'],
    [{ ocsp: 'stale' }, 'valid'],
    [{ ocsp: 'down', crl: 'down' }, 'undecided'],
    [{ ocsp: 'slow', crl: 'slow' }, 'undecided'],
    [{ ocsp: 'wrong-nonce', crl: 'down' }, 'undecided'],
    [{ ocsp: 'unsigned', crl: 'garbage' }, 'undecided'],
    [{ ocsp: 'stale', crl: 'stale' }, 'undecided'],
  ])('with authorities that answer %o is %s', async (faults, summary) => {
    const bytes = await signPdf()
    await pki.faults(faults)
    expect((await verify(bytes)).summary).toBe(summary)
  })

  it('calls a changed byte, a changed page and an unsigned file by name', async () => {
    const bytes = await signPdf()
    const changed = bytes.slice()
    changed.set([0x41], Buffer.from(bytes).indexOf('MediaBox'))
    expect((await verify(changed)).summary).not.toBe('valid')
    expect((await verify(new Uint8Array(Buffer.concat([bytes, Buffer.from('\n%%EOF 1')])))).summary).not.toBe('valid')
    expect(await verify(pdf)).toMatchObject({ summary: 'unsigned', signatures: [] })
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['text', Buffer.from('xin chào')],
    ['a torso', Buffer.from('%PDF-1.7\n1 0 obj\n<<')],
    [
      'a circle',
      Buffer.from(
        '%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF',
      ),
    ],
  ])('answers %s with a report', async (_, bytes) => {
    expect(await verify(new Uint8Array(bytes))).toMatchObject({ summary: 'unreadable', signatures: [] })
  })

  it('judges a stored PDF when the scanner has let it in, and keeps the verdict', async () => {
    const bytes = await signPdf()
    const ctx = trialCtx()
    const { sha256, size } = await ctx.ports.blobs.put(single(bytes))
    const id = ctx.newId()
    await test.sql`insert into attachments (id, holder_id, owner_id, requirement_code, name, media_type, size, sha256, scan, stored_at)
      values (${id}, ${id}, ${id}, 'DON', 'don.pdf', 'application/pdf', ${size}, ${sha256}, 'clean', now())`
    const event = { eventId: ctx.newId(), type: 'attachment.scanned', subject: { kind: 'attachment', id } }
    await verifyArrival.run(ctx, { ...event, data: { status: 'infected', holderId: id, dossierId: null } })
    expect((await verdictsOn(test.db, [sha256])).size).toBe(0)
    await verifyArrival.run(ctx, { ...event, data: { status: 'clean', holderId: id, dossierId: null } })
    await verifyArrival.run(ctx, { ...event, data: { status: 'clean', holderId: id, dossierId: null } })
    expect((await verdictsOn(test.db, [sha256])).get(sha256)?.summary).toBe('valid')
    expect((await currentVerdict(ctx, sha256))?.summary).toBe('valid')
    await forgetReports(ctx)
  })

  it('comes back to what an authority did not answer', async () => {
    const bytes = await signPdf({ holder: 'tran-thi-binh', password: 'Bình-mật-khẩu' }, false)
    const ctx = trialCtx()
    const { sha256, size } = await ctx.ports.blobs.put(single(bytes))
    const id = ctx.newId()
    await test.sql`insert into attachments (id, holder_id, owner_id, requirement_code, name, media_type, size, sha256, scan, stored_at)
      values (${id}, ${id}, ${id}, 'DON', 'don.pdf', 'application/pdf', ${size}, ${sha256}, 'clean', now())`
    await pki.faults({ ocsp: 'down', crl: 'down' })
    const event = { eventId: ctx.newId(), type: 'attachment.scanned', subject: { kind: 'attachment', id } }
    await verifyArrival.run(ctx, { ...event, data: { status: 'clean', holderId: id, dossierId: null } })
    const jobs =
      await test.sql`select run_at > now() as later from graphile_worker.jobs where task_identifier = 'signing.verifyAgain'`
    expect(jobs).toEqual([{ later: true }])
  })

  describe('whom to trust', () => {
    it('is decided by the system administrator alone, and every change is in the ledger', async () => {
      const officer = testCtx(test.db, await anOfficer(test.db, 'hoa.nguyen'))
      expect(await listAnchors(officer)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
      expect(await listAnchors(testCtx(test.db, anonymous))).toMatchObject({ error: { code: 'sign-in-required' } })
      const admin = testCtx(test.db, await anOfficer(test.db, 'quan.tri'), new Date())
      const root = await pki.file('/ca/goc-cong-cong.cer')
      expect(await addAnchor(admin, root, CHOSEN)).toEqual({
        ok: true,
        value: { isNew: false },
      })
      expect(await addAnchor(admin, Buffer.from('x'), CHOSEN)).toMatchObject({
        error: { code: 'certificate-unreadable' },
      })
      const before = await listAnchors(admin)
      const anchor = before.ok ? before.value.find(({ set }) => set === 'public') : undefined
      const bytes = await signPdf()
      expect(await endAnchor(officer, anchor?.id ?? '')).toMatchObject({ error: { code: 'forbidden' } })
      expect(await endAnchor(admin, anchor?.id ?? '')).toEqual({ ok: true, value: null })
      expect((await verify(bytes)).signatures[0]?.reason.code).toBe('unknown-root')
      expect(await addAnchor(admin, root, CHOSEN)).toEqual({
        ok: true,
        value: { isNew: true },
      })
      expect((await verify(bytes)).summary).toBe('valid')
      const acts = await test.sql`select action from audit_log where subject_kind = 'trust' order by at, id`
      expect(acts.map((act): unknown => act['action'])).toEqual([
        ...['trust.anchorAdded', 'trust.anchorAdded', 'trust.anchorEnded', 'trust.anchorAdded'],
      ])
    })

    it('begins and ends on the days chosen, ahead and never in the past', async () => {
      const admin = testCtx(test.db, await anOfficer(test.db, 'quan.tri'), new Date())
      const issuing = await pki.file('/ca/cong-cong.cer')
      const inDays = (days: number) => addDays(localDate(admin.now), days)
      const add = (from?: string, to?: string) => addAnchor(admin, issuing, { ...CHOSEN, from, to })
      const trustedIn = async (days: number) => (await anchorsAt(test.db, instant(inDays(days), 1))).length - 2
      for (const [from, to] of [
        [inDays(-1), undefined],
        [inDays(5), inDays(5)],
        [undefined, inDays(0)],
      ]) {
        expect(await add(from, to)).toMatchObject({ error: { code: 'trust-period-wrong' } })
      }
      expect(await add(inDays(10), inDays(20))).toMatchObject({ value: { isNew: true } })
      expect(await add(inDays(15))).toMatchObject({ value: { isNew: false } })
      const counts = await Promise.all([9, 10, 19, 20].map(trustedIn))
      expect(counts).toEqual([0, 1, 1, 0])
      const added = await test.sql`
        select data->>'effectiveFrom' as "from", data->>'effectiveTo' as "to" from audit_log
        where action = 'trust.anchorAdded' and actor_kind = 'officer' order by position desc limit 1`
      expect(added).toEqual([{ from: instant(inDays(10), 0).toISOString(), to: instant(inDays(20), 0).toISOString() }])
      expect(await add(inDays(20))).toMatchObject({ value: { isNew: true } })
      expect(await trustedIn(20)).toBe(1)
    })

    it('given up before it began is never trusted, and an end ahead can be brought forward, once', async () => {
      const admin = testCtx(test.db, await anOfficer(test.db, 'quan.tri'), new Date())
      const [row] = await test.sql`
        select id, effective_from as "from" from trust_anchors where effective_from > now() and effective_to is not null`
      const id = String(row?.['id'])
      expect(await endAnchor(admin, id)).toEqual({ ok: true, value: null })
      expect(await endAnchor(admin, id)).toMatchObject({ error: { code: 'not-found' } })
      const [ended] = await test.sql`select effective_from = effective_to as never from trust_anchors where id = ${id}`
      expect(ended).toEqual({ never: true })
      const issuing = await pki.file('/ca/chinh-phu.cer')
      await addAnchor(admin, issuing, { ...CHOSEN, to: addDays(localDate(admin.now), 30) })
      const [running] =
        await test.sql`select id from trust_anchors where effective_from <= now() and effective_to > now()`
      expect(await endAnchor(admin, String(running?.['id']))).toEqual({ ok: true, value: null })
      expect(await endAnchor(admin, String(running?.['id']))).toMatchObject({ error: { code: 'not-found' } })
    })

    it('cannot be rewritten: only an end can be set, and never put off', async () => {
      await expect(test.sql`update trust_anchors set name = 'x'`).rejects.toThrow(/only its end/)
      for (const later of ['null', "effective_to + interval '1 day'"]) {
        const putOff = `update trust_anchors set effective_to = ${later} where effective_to is not null`
        await expect(test.sql.unsafe(putOff)).rejects.toThrow(/brought forward/)
      }
    })
  })
})
