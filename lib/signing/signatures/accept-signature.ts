import 'server-only'
import { createHash } from 'node:crypto'
import { inTransaction } from '@/db/client'
import type { Attachment } from '@/lib/attachments'
import { replaceWithSigned } from '@/lib/attachments/server'
import { parseSignedData } from '@/lib/cms'
import type { Text } from '@/lib/i18n'
import { err, ok } from '@/lib/kernel'
import type { DomainError, Result } from '@/lib/kernel'
import { bytesSource, joinedSource } from '@/lib/pdf'
import type { Ctx } from '@/lib/ports'
import { parseCertificate } from '@/lib/trust'
import { storedSource } from '../verification/blob-source'
import type { SignatureEntry, VerificationReport } from '../report/report'
import { withoutPersonalIds } from '../report/report'
import { appendixFault } from '../requirement/appendix-fault'
import { CERTIFICATE_FAULT_WORDS } from '../requirement/certificate-fault'
import { subjectFault } from '../requirement/signatory'
import type { RightSubject } from '../requirement/signatory'
import type { Signed } from '../protocol/signed-input'
import { keepVerdict } from '../verification/verdicts'
import { verifyFile } from '../verification/verify-file'
import { recordOnSignedFile } from './acts'

/** How the signature came about, for the record of the ceremony. */
export type Ceremony = { by: 'pkcs12' | 'remote'; device: string; subject: RightSubject }

/**
 * Takes a signature on a stored file: the base must be the stored bytes, the whole must pass every check at level T with the
 * applicant's own certificate. Only then is the signed file stored in place of the unsigned one; until then nothing changes.
 */
export async function acceptSignature(
  ctx: Ctx,
  unsigned: Attachment,
  signed: Signed,
  ceremony: Ceremony,
): Promise<Result<Attachment, DomainError>> {
  if (signed.baseSize !== unsigned.size || signed.baseSha256 !== unsigned.sha256)
    return err({ code: 'file-changed-meanwhile' })
  const judged = await judge(ctx, unsigned, signed.appendix, ceremony.subject)
  if (!judged.ok) return judged
  const { entry, report } = judged.value
  const base = await ctx.ports.blobs.read(unsigned.sha256)
  if (base === null) throw new Error(`blob ${unsigned.sha256} is missing`)
  const stored = await ctx.ports.blobs.put(following(base, signed.appendix))
  return inTransaction(ctx, async (ctx) => {
    const file = await replaceWithSigned(ctx, unsigned, stored)
    if (file === null) return err({ code: 'file-changed-meanwhile' })
    await keepVerdict(ctx.db, stored.sha256, report)
    const data = {
      ...ceremonyData(ctx, ceremony),
      ...certificateData(entry, signed),
      baseSha256: unsigned.sha256,
    }
    await recordOnSignedFile(ctx, file.id, { type: 'attachment.signed', data: { ...data, sha256: stored.sha256 } })
    return ok(file)
  })
}

async function* following(base: ReadableStream<Uint8Array>, appendix: Uint8Array): AsyncGenerator<Uint8Array> {
  yield* base
  yield appendix
}

/** The signature just made, without personal numbers, and the whole report, once nothing speaks against it. */
type Judged = { entry: SignatureEntry; report: VerificationReport }

async function judge(
  ctx: Ctx,
  { sha256, size }: Attachment,
  appendix: Uint8Array,
  subject: RightSubject,
): Promise<Result<Judged, DomainError>> {
  const whole = joinedSource(storedSource(ctx.ports.blobs, sha256, size), bytesSource(appendix))
  const fault = await appendixFault(whole, size)
  if (fault !== null) return err(refusal(ctx, fault))
  const report = await verifyFile(ctx, whole, { at: ctx.now })
  const entry = wholeFileSignature(report)
  if (entry === undefined) return err(refusal(ctx, report.fault ?? NOT_WHOLE))
  const spoiled = report.signatures.find(({ laterChanges }) => laterChanges === 'forbidden')
  const problem = problemOf(ctx, entry, subject) ?? (spoiled && refusal(ctx, spoiled.reason))
  if (problem !== undefined) return err(problem)
  return ok({ entry: wholeFileSignature(withoutPersonalIds(report)) ?? entry, report })
}

function wholeFileSignature({ signatures }: VerificationReport): SignatureEntry | undefined {
  return signatures.find(({ kind, coverage }) => kind === 'signature' && coverage === 'whole-file')
}

function problemOf(ctx: Ctx, entry: SignatureEntry, subject: RightSubject): DomainError | undefined {
  if (!entry.intact || entry.verdict !== 'TOTAL_PASSED') return refusal(ctx, entry.reason)
  return subjectProblem(ctx, entry, subject) ?? timeProblem(ctx, entry)
}

/** The number itself is not repeated: the session that signs may not be the one that may see it. */
function subjectProblem(ctx: Ctx, { signer, holder }: SignatureEntry, subject: RightSubject): DomainError | undefined {
  const fault = subjectFault({ holder, name: signer?.name ?? null, ids: signer?.ids ?? [] }, subject)
  if (fault === null) return undefined
  return {
    code: 'wrong-signer',
    detail: { signer: signer?.name ?? '—', reason: CERTIFICATE_FAULT_WORDS[fault][ctx.locale] },
  }
}

/** Level T was asked for: without a proof of time that is trusted there is no signature, never a lower one. */
function timeProblem(ctx: Ctx, { timestamps: [stamp] }: SignatureEntry): DomainError | undefined {
  if (stamp?.trusted === true) return undefined
  return { code: 'timestamp-refused', detail: { reason: stamp?.reason[ctx.locale] ?? '—' } }
}

const NOT_WHOLE = {
  vi: 'Chữ ký không bao trùm toàn bộ tệp.',
  en: 'The signature does not cover the whole file.',
}

function refusal(ctx: Ctx, reason: Text): DomainError {
  return { code: 'signature-refused', detail: { reason: reason[ctx.locale] } }
}

function ceremonyData({ actor }: Ctx, { by, device }: Ceremony) {
  const assurance = 'assurance' in actor ? { level: actor.assurance, verifiedAt: actor.verifiedAt.toISOString() } : null
  return { by, device, assurance, level: 'T' }
}

/** The certificate by digest, subject and issuer; the personal number is left to the certificate in the file. */
function certificateData({ signer, root, provenTime }: SignatureEntry, { appendix }: Signed) {
  if (signer === null) throw new Error('a signature that passed has a signer')
  const { subject, issuer, serial } = signer
  const der = certificateIn(appendix, serial)
  const certificateSha256 = der === null ? null : createHash('sha256').update(der).digest('hex')
  return { certificateSha256, subject, issuer, serial, root: root?.set ?? null, provenTime }
}

const LAST_CONTENTS = /.*\/Contents\s*<([0-9a-f]+)>/is

/** The signer's certificate out of the signature just appended. */
function certificateIn(appendix: Uint8Array, serial: string): Uint8Array | null {
  const hex = LAST_CONTENTS.exec(Buffer.from(appendix).toString('latin1'))?.[1] ?? ''
  const data = parseSignedData(new Uint8Array(Buffer.from(hex, 'hex')))
  const all = data.ok ? data.value.certificates : []
  const own = all.find((der) => {
    const parsed = parseCertificate(der)
    return parsed.ok && parsed.value.serial === serial
  })
  return own ?? null
}
