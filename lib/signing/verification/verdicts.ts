import 'server-only'
import { inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { fileVerdicts } from '@/db/schema/signing'
import type { Ctx } from '@/lib/ports'
import { storedSource } from './blob-source'
import { verificationReport } from '../report/report'
import type { VerificationReport } from '../report/report'
import { verifyFile } from './verify-file'

/** Verdicts on stored content, by its SHA-256; content not judged yet is missing. */
export async function verdictsOn(
  db: Database,
  digests: readonly string[],
): Promise<ReadonlyMap<string, VerificationReport>> {
  if (digests.length === 0) return new Map()
  const rows = await db
    .select({ sha256: fileVerdicts.sha256, report: fileVerdicts.report })
    .from(fileVerdicts)
    .where(inArray(fileVerdicts.sha256, [...digests]))
  return new Map(rows.map(({ sha256, report }) => [sha256, verificationReport.parse(report)]))
}

/** Judges stored content and keeps the verdict in place of an earlier one. */
export async function judgeStored(
  ctx: Ctx,
  sha256: string,
  { mayFetch = false } = {},
): Promise<VerificationReport | null> {
  const size = await ctx.ports.blobs.size(sha256)
  if (size === null) return null
  const report = await verifyFile(ctx, storedSource(ctx.ports.blobs, sha256, size), { at: ctx.now, mayFetch })
  await keepVerdict(ctx.db, sha256, report)
  return report
}

/** Keeps what was found out about stored content in place of an earlier verdict. */
export async function keepVerdict(db: Database, sha256: string, report: VerificationReport): Promise<void> {
  const verdict = { verifiedAt: new Date(report.judgedAt), summary: report.summary, report }
  await db
    .insert(fileVerdicts)
    .values({ sha256, ...verdict })
    .onConflictDoUpdate({ target: fileVerdicts.sha256, set: verdict })
}

/** A verdict older than this is made anew when somebody asks: a certificate may have been revoked since. */
const FRESH_MS = 10 * 60_000

/** The verdict on stored content as of now. */
export async function currentVerdict(ctx: Ctx, sha256: string): Promise<VerificationReport | null> {
  const verdict = (await verdictsOn(ctx.db, [sha256])).get(sha256)
  if (verdict !== undefined && ctx.now.getTime() - Date.parse(verdict.judgedAt) < FRESH_MS) return verdict
  return judgeStored(ctx, sha256)
}
