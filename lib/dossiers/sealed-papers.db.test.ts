import { randomUUID } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dossierResults, dossiers, issuedDocuments } from '@/db/schema/dossiers'
import type { Actor, Officer } from '@/lib/access'
import { agencySeals } from '@/lib/adapters/agency-seals'
import { httpSampleRoots } from '@/lib/adapters/http-sample-roots'
import { httpTimestamps } from '@/lib/adapters/http-timestamps'
import { pkcs12Signer } from '@/lib/adapters/pkcs12-signer'
import { actsOn, brokenAt } from '@/lib/ledger/server'
import { bytesSource } from '@/lib/pdf'
import { learnSampleRoots } from '@/lib/signing/handlers'
import { verifyFile } from '@/lib/signing/server'
import { aCitizen, anOfficer, anonymous, aSignedPdf, database, startTestPki, testCtx } from '@/lib/testing'
import type { TestCtx, TestDatabase, TestPki } from '@/lib/testing'
import { issuePapers, renewPapers } from './handlers'
import { resultCheckCode } from './paper-number'
import { frozenBytes, heldPaper, officerAct, prepareResult, signResult } from './server'

const AGENCY = 'G01.126.08'
const WORKER: Actor = { kind: 'worker', name: 'test' }

describe('papers of an agency with a seal', () => {
  let test: TestDatabase
  let pki: TestPki
  let leader: Officer
  let id: string
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sealed-'))
  const [file, passwordFile] = [path.join(folder, 'seal.p12'), path.join(folder, 'password')]

  const as = (actor: Actor): TestCtx => {
    const ctx = testCtx(test.db, actor, new Date())
    const seals = agencySeals(AGENCY, () => pkcs12Signer({ file, passwordFile }))
    const outside = { sampleRoots: httpSampleRoots(pki.origin), timestamps: httpTimestamps(`${pki.origin}/tsa`), seals }
    return { ...ctx, ports: { ...ctx.ports, ...outside } }
  }
  const approval = () => ({
    ...{ eventId: randomUUID(), type: 'dossier.approved', data: {} },
    subject: { kind: 'dossier', id },
  })
  const papers = () => test.db.select().from(issuedDocuments).where(eq(issuedDocuments.dossierId, id))
  const paperBytes = async (sha256: string) => {
    const stream = await as(WORKER).ports.blobs.read(sha256)
    return new Uint8Array(await new Response(stream).arrayBuffer())
  }

  beforeAll(async () => {
    ;[test, pki] = await Promise.all([database(), startTestPki()])
    writeFileSync(file, await pki.file('/p12/phong-csgt-ha-noi.p12'))
    writeFileSync(passwordFile, 'ConDau-123456')
    await learnSampleRoots.run(as(WORKER), {})
    leader = await anOfficer(test.db, 'dung.pham')
    id = await awaitingApproval(1)
  }, 90_000)
  afterAll(async () => {
    pki.close()
    await test.close()
  })

  /** A dossier whose result waits for the leader. */
  async function awaitingApproval(nth: number): Promise<string> {
    const an = await aCitizen(as(anonymous))
    const [revision] =
      await test.sql`select r.id, r.procedure_code, r.definition #>> '{cases,0,code}' as case_code from procedure_revisions r
      where r.definition ->> 'slug' = 'doi-giay-phep-lai-xe' order by r.published_at desc limit 1`
    const [unit] = await test.sql`select id from units where agency_code = ${AGENCY} limit 1`
    const [dossierId, draftId, day] = [randomUUID(), randomUUID(), new Date()]
    await test.sql`insert into drafts (id, owner_id, procedure_code, revision_id, created_at, saved_at)
      values (${draftId}, ${an.userId}, 'p', ${randomUUID()}, ${day}, ${day})`
    await test.db.insert(dossiers).values({
      ...{
        id: dossierId,
        draftId,
        submissionCode: `S00000000${String(nth)}`,
        dossierCode: `G01.126.08-261121-000${String(nth)}`,
      },
      ...{ procedureCode: String(revision?.['procedure_code']), procedureName: { vi: 'p', en: 'p' } },
      ...{ revisionId: String(revision?.['id']), caseCode: String(revision?.['case_code']) },
      ...{ submitterId: an.userId, applicantId: an.userId, applicantName: an.name, applicantSearch: 'nguyen van an' },
      ...{ answers: {}, facts: {}, fee: { items: [], total: 0 }, state: 'awaiting_approval' },
      ...{ agencyCode: AGENCY, receivingAgencyCode: AGENCY, submittedAt: day, intakeDueAt: day },
      ...{ unitId: String(unit?.['id']), assigneeId: leader.userId, originalDueAt: day },
      ...{ stateSince: day, heldSince: day, acceptedAt: day, dueAt: day },
    })
    await test.db.insert(dossierResults).values({
      ...{ dossierId, outcome: 'granted', reason: 'Đủ điều kiện.', draftedBy: leader.userId, draftedAt: day },
      fields: { number: '790123456789', class: 'B', expiresOn: '25/09/2036' },
    })
    return dossierId
  }

  it('are not issued while a service is down, and keep their number', async () => {
    expect(await officerAct(as(leader), id, 'approve', new FormData())).toMatchObject({ ok: true })
    await pki.faults({ tsa: 'down' })
    await expect(issuePapers.run(as(WORKER), approval())).rejects.toThrow('timestamp')
    await pki.faults({})
    expect(await papers()).toEqual([])
  })

  it('are sealed once, and the ledger says with which key', async () => {
    await issuePapers.run(as(WORKER), approval())
    await issuePapers.run(as(WORKER), approval())
    const [paper, ...more] = await papers()
    expect(more).toEqual([])
    expect(paper).toMatchObject({ kind: 'result', number: '01/KQ-TTHC', signedLevel: 'B-LT' })
    const report = await verifyFile(as(WORKER), bytesSource(await paperBytes(paper?.sha256 ?? '')), { at: new Date() })
    expect(report).toMatchObject({ summary: 'valid', signatures: [{ holder: 'organisation' }] })
    const sealed = (await actsOn(test.db, 'dossier', id)).find(({ action }) => action === 'dossier.paperSealed')
    expect(sealed).toMatchObject({ actorKind: 'worker' })
    expect(await brokenAt(test.db, 'dossier', id)).toBeNull()
  })

  it('are found by the code printed on them, and by nothing else', async () => {
    const code = await resultCheckCode(test.db, id)
    if (code === null) throw new Error('no code')
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/)
    const [paper] = await papers()
    const held = await heldPaper(as(anonymous), code.toLowerCase())
    expect(held).toEqual({
      ...{ kind: 'result', number: '01/KQ-TTHC', agencyCode: AGENCY, state: 'completed' },
      dossierCode: 'G01.126.08-261121-0001',
      issued: { sha256: paper?.sha256, at: paper?.issuedAt },
    })
    expect(JSON.stringify(held)).not.toContain('Nguyễn')
    for (const other of [paper?.id ?? '', `${code.slice(0, -1)}0`, '', "' or true --"])
      expect(await heldPaper(as(anonymous), other === code ? '' : other)).toBeNull()
  })

  it('get a document timestamp in the night, and need none the next', async () => {
    const [before] = await papers()
    await renewPapers.run(as(WORKER), {})
    const [after] = await papers()
    expect(after).toMatchObject({ id: before?.id, signedLevel: 'B-LTA' })
    expect(after?.size).toBeGreaterThan(before?.size ?? 0)
    const bytes = await paperBytes(after?.sha256 ?? '')
    const report = await verifyFile(as(WORKER), bytesSource(bytes), { at: new Date() })
    expect(report.signatures.map(({ kind, verdict, laterChanges }) => [kind, verdict, laterChanges])).toEqual([
      ['signature', 'TOTAL_PASSED', 'allowed'],
      ['timestamp', 'TOTAL_PASSED', 'none'],
    ])
    await renewPapers.run(as(WORKER), {})
    expect(await papers()).toEqual([after])
    expect((await actsOn(test.db, 'dossier', id)).map(({ action }) => action)).toContain('dossier.paperRenewed')
  })

  it('are renewed again before the certificate of the timestamp ends', async () => {
    const [before] = await papers()
    const soon = new Date((before?.timestampEndsAt?.getTime() ?? 0) - 30 * 86_400_000)
    await test.sql`alter table issued_documents disable trigger issued_documents_only_renewed`
    await test.db.update(issuedDocuments).set({ timestampEndsAt: new Date(Date.now() + 86_400_000) })
    await test.sql`alter table issued_documents enable trigger issued_documents_only_renewed`
    await renewPapers.run(as(WORKER), {})
    const [after] = await papers()
    expect(after?.timestampEndsAt?.getTime()).toBeGreaterThan(soon.getTime())
    expect(after?.size).toBeGreaterThan(before?.size ?? 0)
  })

  async function signatureOf(base: Uint8Array, baseSha256: string, holder: string, password: string) {
    const whole = await aSignedPdf(pki, base, { holder, password, at: new Date(), isStamped: true })
    return { appendix: whole.subarray(base.length), baseSize: base.length, baseSha256 }
  }

  it('carry the leader’s own signature under the seal, made over the bytes that were shown', async () => {
    id = await awaitingApproval(2)
    expect(await prepareResult(as(await anOfficer(test.db, 'minh.tran')), id)).toMatchObject({ ok: false })
    const shown = await prepareResult(as(leader), id)
    expect(await prepareResult(as(leader), id)).toEqual(shown)
    const base = await frozenBytes(as(leader), id)
    if (!shown.ok || !base.ok) throw new Error('not prepared')
    const signedBy = (holder: string, password: string) => signatureOf(base.value, shown.value.sha256, holder, password)
    const manner = { by: 'pkcs12', device: 'test' } as const
    const seal = await signedBy('phong-csgt-ha-noi', 'ConDau-123456')
    expect(await signResult(as(leader), id, seal, manner)).toMatchObject({ error: { code: 'signature-refused' } })
    const another = await signedBy('tran-thi-binh', 'Bình-mật-khẩu')
    expect(await signResult(as(leader), id, another, manner)).toMatchObject({ error: { code: 'signature-refused' } })
    const own = await signedBy('pham-quoc-dung', 'Dung-123456')
    const elsewhere = { ...own, baseSha256: '0'.repeat(64) }
    expect(await signResult(as(leader), id, elsewhere, manner)).toMatchObject({ error: { code: 'changed-meanwhile' } })
    expect(await signResult(as(leader), id, own, manner)).toMatchObject({ ok: true, value: { state: 'completed' } })
    await issuePapers.run(as(WORKER), approval())
    const [paper] = await papers()
    expect(paper).toMatchObject({ number: '02/KQ-TTHC', signedLevel: 'B-LT' })
    const bytes = await paperBytes(paper?.sha256 ?? '')
    expect(Buffer.from(bytes.subarray(0, base.value.length)).equals(Buffer.from(base.value))).toBe(true)
    const { signatures, summary } = await verifyFile(as(WORKER), bytesSource(bytes), { at: new Date() })
    expect(summary).toBe('valid')
    expect(signatures.map(({ holder, signer, laterChanges }) => [holder, signer?.name, laterChanges])).toEqual([
      ['person', 'Phạm Quốc Dũng', 'allowed'],
      ['organisation', 'Phòng Cảnh sát giao thông – Công an thành phố Hà Nội', 'allowed'],
    ])
    expect((await actsOn(test.db, 'dossier', id)).map(({ action }) => action)).toContain('dossier.resultSigned')
  })

  it('cannot be changed in any other way', async () => {
    const less = test.db.update(issuedDocuments).set({ signedLevel: 'B-LT' })
    await expect(less.execute()).rejects.toThrow()
    await expect(test.db.delete(issuedDocuments).execute()).rejects.toThrow()
  })
})
