import { randomUUID } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { dossierResults, dossiers } from '@/db/schema/dossiers'
import type { Actor } from '@/lib/access'
import { keepOfficerNumber } from '@/lib/accounts/server'
import { agencySeals } from '@/lib/adapters/agency-seals'
import { cscSigner } from '@/lib/adapters/csc-signer'
import { httpSampleRoots } from '@/lib/adapters/http-sample-roots'
import { httpTimestamps } from '@/lib/adapters/http-timestamps'
import { pkcs12Signer } from '@/lib/adapters/pkcs12-signer'
import { learnSampleRoots } from '@/lib/signing/handlers'
import type { TestCtx } from './index'
import { aCitizen, aQueuedEvent, anOfficer, anonymous, aSignedPdf, database, startTestPki, testCtx } from './index'

export const AGENCY = 'G01.126.08'
export const WORKER: Actor = { kind: 'worker', name: 'test' }
const CSC = { clientId: 'mot-cua', clientSecret: 'mot-cua-demo-secret' }

/** An agency with its seal, its leader with a recorded number, and authorities that answer over HTTP. */
export async function sealingAgency() {
  const [test, pki] = await Promise.all([database(), startTestPki()])
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sealed-'))
  const [file, passwordFile] = [path.join(folder, 'seal.p12'), path.join(folder, 'password')]
  writeFileSync(file, await pki.file('/p12/phong-csgt-ha-noi.p12'))
  writeFileSync(passwordFile, 'ConDau-123456')

  const as = (actor: Actor, now = new Date()): TestCtx => {
    const ctx = testCtx(test.db, actor, now)
    const seals = agencySeals(AGENCY, () => pkcs12Signer({ file, passwordFile }))
    const outside = { sampleRoots: httpSampleRoots(pki.origin), timestamps: httpTimestamps(`${pki.origin}/tsa`), seals }
    const remoteSigner = cscSigner({ ...CSC, url: `${pki.origin}/csc/v2` })
    return { ...ctx, ports: { ...ctx.ports, ...outside, remoteSigner } }
  }
  await learnSampleRoots(as(WORKER))
  const leader = await anOfficer(test.db, 'dung.pham')
  await keepOfficerNumber(as(WORKER), leader.userId, '001075000113')
  let counter = 0

  /** A dossier whose result waits for the leader. */
  async function awaitingApproval(): Promise<string> {
    const nth = String(++counter).padStart(4, '0')
    const an = await aCitizen(as(anonymous))
    const [revision] =
      await test.sql`select r.id, r.procedure_code, r.definition #>> '{cases,0,code}' as case_code from procedure_revisions r
      where r.definition ->> 'slug' = 'doi-giay-phep-lai-xe' order by r.published_at desc limit 1`
    const [unit] = await test.sql`select id from units where agency_code = ${AGENCY} limit 1`
    const [dossierId, draftId, day] = [randomUUID(), randomUUID(), new Date()]
    await test.sql`insert into drafts (id, owner_id, procedure_code, revision_id, created_at, saved_at)
      values (${draftId}, ${an.userId}, 'p', ${randomUUID()}, ${day}, ${day})`
    await test.db.insert(dossiers).values({
      ...{ id: dossierId, draftId, submissionCode: `S00000${nth}`, dossierCode: `${AGENCY}-261121-${nth}` },
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

  const approval = (id: string) => aQueuedEvent('dossier.approved', id, randomUUID())
  const bytesOf = async (sha256: string) =>
    new Uint8Array(await new Response(await as(WORKER).ports.blobs.read(sha256)).arrayBuffer())

  /** What a browser would send for these bytes, signed with a demo certificate. */
  async function signatureOf(base: Uint8Array, baseSha256: string, [holder, password]: readonly [string, string]) {
    const whole = await aSignedPdf(pki, base, { holder, password, at: new Date(), isStamped: true })
    return { appendix: whole.subarray(base.length), baseSize: base.length, baseSha256 }
  }
  return {
    ...{ test, pki, as, leader, awaitingApproval, approval, bytesOf, signatureOf },
    async close() {
      pki.close()
      await test.close()
    },
  }
}

export type SealingAgency = Awaited<ReturnType<typeof sealingAgency>>

/** Demo certificates with their passwords. */
export const CERTIFICATE = {
  leader: ['pham-quoc-dung', 'Dung-123456'],
  another: ['tran-thi-binh', 'Bình-mật-khẩu'],
  seal: ['phong-csgt-ha-noi', 'ConDau-123456'],
} as const
