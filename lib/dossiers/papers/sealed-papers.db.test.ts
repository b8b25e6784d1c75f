import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issuedDocuments } from '@/db/schema/dossiers'
import { actsOn, brokenAt } from '@/lib/ledger/server'
import { bytesSource } from '@/lib/pdf'
import { verifyFile } from '@/lib/signing/server'
import { anonymous } from '@/lib/testing'
import { issuePapers } from '../handlers'
import type { SealingAgency } from '@/lib/testing/leader-signing'
import { AGENCY, CERTIFICATE, sealingAgency, WORKER } from '@/lib/testing/leader-signing'
import { resultCheckCode } from './paper-number'
import { renewDuePapers } from './renew-papers'
import { heldPaper, officerAct } from '../server'
import { bytesToSign, prepareResult, signResult } from '../result-signing/sign-result'

describe('papers of an agency with a seal', () => {
  let agency: SealingAgency
  let id: string
  let base: Uint8Array

  const papers = () => agency.test.db.select().from(issuedDocuments).where(eq(issuedDocuments.dossierId, id))
  const asLeader = () => agency.as(agency.leader)
  const asWorker = () => agency.as(WORKER)
  const issue = () => issuePapers.run(asWorker(), agency.approval(id))
  const reportOn = async (sha256: string) =>
    verifyFile(asWorker(), bytesSource(await agency.bytesOf(sha256)), { at: new Date() })

  beforeAll(async () => {
    agency = await sealingAgency()
    id = await agency.awaitingApproval()
  }, 90_000)
  afterAll(() => agency.close())

  it('are not approved without the leader’s signature', async () => {
    expect(await officerAct(asLeader(), id, 'approve', new FormData())).toEqual({
      ok: false,
      error: { code: 'signature-required' },
    })
  })

  it('are approved by that signature alone, as a person, made over the bytes that were shown', async () => {
    const { signatureOf, leader } = agency
    const stranger = { ...leader, grants: leader.grants.map((grant) => ({ ...grant, role: 'caseOfficer' as const })) }
    expect(await prepareResult(agency.as(stranger), id)).toMatchObject({ error: { code: 'forbidden' } })
    const shown = await prepareResult(asLeader(), id)
    expect(await prepareResult(asLeader(), id)).toEqual(shown)
    if (!shown.ok) throw new Error(shown.error.code)
    const bytes = await bytesToSign(asLeader(), shown.value.id)
    if (!bytes.ok) throw new Error(bytes.error.code)
    base = bytes.value
    const sign = (signed: Awaited<ReturnType<typeof signatureOf>>, as = leader) =>
      signResult(agency.as(as), shown.value.id, signed, { by: 'pkcs12', device: 'test', batchId: randomUUID() })
    const signedBy = (who: readonly [string, string]) => signatureOf(base, shown.value.sha256, who)
    const refused = { error: { code: 'signature-refused' } }
    expect(await sign(await signedBy(CERTIFICATE.seal))).toMatchObject(refused)
    expect(await sign(await signedBy(CERTIFICATE.another))).toMatchObject(refused)
    const own = await signedBy(CERTIFICATE.leader)
    expect(await sign({ ...own, baseSha256: '0'.repeat(64) })).toMatchObject({ error: { code: 'changed-meanwhile' } })
    expect(await sign(own, stranger)).toMatchObject({ error: { code: 'forbidden' } })
    expect(await sign(own)).toEqual({ ok: true, value: null })
    const acts = await actsOn(agency.test.db, 'dossier', id)
    expect(acts.map(({ action }) => action)).toEqual(['dossier.resultSigned', 'dossier.approved'])
    expect(acts[0]).toMatchObject({ actorId: leader.userId, data: { by: 'pkcs12', root: 'government', level: 'B-T' } })
  })

  it('are not issued while a service is down, and keep their number', async () => {
    await agency.pki.faults({ tsa: 'down' })
    await expect(issue()).rejects.toThrow('timestamp')
    await agency.pki.faults({})
    expect(await papers()).toEqual([])
  })

  it('are sealed once over the leader’s signature, and the ledger says with which key', async () => {
    await issue()
    await issue()
    const [paper, ...more] = await papers()
    expect(more).toEqual([])
    expect(paper).toMatchObject({ kind: 'result', number: '01/KQ-TTHC', signedLevel: 'B-LT' })
    const bytes = await agency.bytesOf(paper?.sha256 ?? '')
    expect(Buffer.from(bytes.subarray(0, base.length)).equals(Buffer.from(base))).toBe(true)
    const { signatures, summary } = await reportOn(paper?.sha256 ?? '')
    expect(summary).toBe('valid')
    expect(signatures.map(({ holder, signer, laterChanges }) => [holder, signer?.name, laterChanges])).toEqual([
      ['person', 'Phạm Quốc Dũng', 'allowed'],
      ['organisation', 'Phòng Cảnh sát giao thông – Công an thành phố Hà Nội', 'allowed'],
    ])
    const sealed = (await actsOn(agency.test.db, 'dossier', id)).find(({ action }) => action === 'dossier.paperSealed')
    expect(sealed).toMatchObject({ actorKind: 'worker' })
    expect(await brokenAt(agency.test.db, 'dossier', id)).toBeNull()
  })

  it('are found by the code printed on them, and by nothing else', async () => {
    const code = await resultCheckCode(agency.test.db, id)
    if (code === null) throw new Error('no code')
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/)
    const [paper] = await papers()
    const issued = await heldPaper(agency.as(anonymous), code.toLowerCase())
    expect(issued).toEqual({
      ...{ kind: 'result', number: '01/KQ-TTHC', agencyCode: AGENCY, state: 'completed' },
      dossierCode: 'G01.126.08-261121-0001',
      issued: { sha256: paper?.sha256, at: paper?.issuedAt },
    })
    expect(JSON.stringify(issued)).not.toContain('Nguyễn')
    for (const other of [paper?.id ?? '', `${code.slice(0, -1)}0`, '', "' or true --"])
      expect(await heldPaper(agency.as(anonymous), other === code ? '' : other)).toBeNull()
  })

  it('get a document timestamp in the night, and need none the next', async () => {
    const [before] = await papers()
    await renewDuePapers(asWorker())
    const [after] = await papers()
    expect(after).toMatchObject({ id: before?.id, signedLevel: 'B-LTA' })
    expect(after?.size).toBeGreaterThan(before?.size ?? 0)
    const report = await reportOn(after?.sha256 ?? '')
    expect(report.signatures.map(({ kind, verdict, laterChanges }) => [kind, verdict, laterChanges])).toEqual([
      ['signature', 'TOTAL_PASSED', 'allowed'],
      ['signature', 'TOTAL_PASSED', 'allowed'],
      ['timestamp', 'TOTAL_PASSED', 'none'],
    ])
    await renewDuePapers(asWorker())
    expect(await papers()).toEqual([after])
    const acts = await actsOn(agency.test.db, 'dossier', id)
    expect(acts.map(({ action }) => action)).toContain('dossier.paperRenewed')
  })

  it('are renewed again before the certificate of the timestamp ends', async () => {
    const [before] = await papers()
    const soon = new Date((before?.timestampEndsAt?.getTime() ?? 0) - 30 * 86_400_000)
    const { sql, db } = agency.test
    await sql`alter table issued_documents disable trigger issued_documents_only_renewed`
    await db.update(issuedDocuments).set({ timestampEndsAt: new Date(Date.now() + 86_400_000) })
    await sql`alter table issued_documents enable trigger issued_documents_only_renewed`
    await renewDuePapers(asWorker())
    const [after] = await papers()
    expect(after?.timestampEndsAt?.getTime()).toBeGreaterThan(soon.getTime())
    expect(after?.size).toBeGreaterThan(before?.size ?? 0)
  })

  it('cannot be changed in any other way', async () => {
    const less = agency.test.db.update(issuedDocuments).set({ signedLevel: 'B-LT' })
    await expect(less.execute()).rejects.toThrow()
    await expect(agency.test.db.delete(issuedDocuments).execute()).rejects.toThrow()
  })
})
