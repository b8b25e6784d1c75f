import 'server-only'
import { err, ok } from '@/lib/kernel'
import type { DomainError, Result } from '@/lib/kernel'
import { bytesSource } from '@/lib/pdf'
import type { Ctx } from '@/lib/ports'
import { concatBytes } from '@/lib/trust'
import type { Text } from '@/lib/i18n'
import type { SignatureEntry, VerificationReport } from '../report/report'
import { wrongSubjectWords } from '../requirement/certificate-fault'
import { subjectFault } from '../requirement/signatory'
import type { Official } from '../requirement/signatory'
import { withoutPersonalIds } from '../report/report'
import { appendixFault } from '../requirement/appendix-fault'
import type { Signed } from '../protocol/signed-input'
import { verifyFile } from '../verification/verify-file'

/** The paper as it was shown to its signer. */
export type Shown = { bytes: Uint8Array; sha256: string }

/**
 * Judges the signature of an official, made over the very bytes that were shown: whole, at level T, under a trusted root, by
 * the official as a person. An organisation's certificate can never fill the person's place.
 * @returns the signed paper, and what the ledger keeps of the ceremony
 */
export async function judgeOfficialSignature(
  ctx: Ctx,
  shown: Shown,
  signed: Signed,
  official: Official,
): Promise<Result<{ bytes: Uint8Array; ceremony: Record<string, unknown> }, DomainError>> {
  if (signed.baseSize !== shown.bytes.length || signed.baseSha256 !== shown.sha256)
    return err({ code: 'changed-meanwhile' })
  const bytes = concatBytes([shown.bytes, signed.appendix])
  const fault = await appendixFault(bytesSource(bytes), shown.bytes.length)
  if (fault !== null) return refuse(ctx, fault)
  const report = await verifyFile(ctx, bytesSource(bytes), { at: ctx.now })
  const entry = onlySignature(report)
  if (entry === undefined) return refuse(ctx, report.fault ?? NOT_WHOLE)
  const problem = problemOf(entry, official)
  if (problem !== undefined) return refuse(ctx, problem)
  return ok({ bytes, ceremony: ceremonyOf(withoutPersonalIds(report).signatures[0] ?? entry) })
}

function onlySignature({ signatures }: VerificationReport): SignatureEntry | undefined {
  const [entry, second] = signatures
  return second === undefined && entry?.kind === 'signature' && entry.coverage === 'whole-file' ? entry : undefined
}

const NOT_WHOLE = { vi: 'Chữ ký không bao trùm toàn bộ văn bản.', en: 'The signature does not cover the whole paper.' }
const NO_PROOF_OF_TIME = {
  vi: 'Chữ ký không có dấu thời gian đáng tin cậy.',
  en: 'The signature has no timestamp that can be trusted.',
}

function problemOf(entry: SignatureEntry, official: Official): Text | undefined {
  if (!entry.intact || entry.verdict !== 'TOTAL_PASSED') return entry.reason
  if (entry.timestamps[0]?.trusted !== true) return NO_PROOF_OF_TIME
  return wrongSigner(entry, official)
}

function wrongSigner({ holder, signer }: SignatureEntry, official: Official): Text | undefined {
  const fault = subjectFault({ holder, name: signer?.name ?? null, ids: signer?.ids ?? [] }, official)
  return fault === null ? undefined : wrongSubjectWords(fault, official)
}

function refuse(ctx: Ctx, reason: Text): Result<never, DomainError> {
  return err({ code: 'signature-refused', detail: { reason: reason[ctx.locale] } })
}

function ceremonyOf({ signer, root, provenTime }: SignatureEntry): Record<string, unknown> {
  const certificate = signer && { subject: signer.subject, issuer: signer.issuer, serial: signer.serial }
  return { ...certificate, root: root?.set ?? null, provenTime, level: 'B-T' }
}
