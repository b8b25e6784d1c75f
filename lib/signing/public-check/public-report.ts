import 'server-only'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { and, eq, gt } from 'drizzle-orm'
import { verificationReports } from '@/db/schema/signing'
import { openFileSource } from '@/lib/pades/server'
import type { Ctx } from '@/lib/ports'
import { verificationReport } from '../report/report'
import type { VerificationReport } from '../report/report'
import { verifyFile } from '../verification/verify-file'

/** A report, and on which bytes under which file name. */
export type ReportOn = { fileName: string; sha256: string; report: VerificationReport }
/** A report somebody asked for, and how long it can be read. */
export type StoredReport = ReportOn & { id: string; expiresAt: Date }

const KEPT_MS = 3_600_000
const NAME = /^[\w-]{32,64}$/

/** Judges a file on disk and keeps the report, not the file, for an hour. The caller removes the file. */
export async function reportOnFile(ctx: Ctx, path: string, givenName: string): Promise<StoredReport> {
  const source = await openFileSource(path)
  try {
    const report = await verifyFile(ctx, source, { at: ctx.now })
    const id = Buffer.from(ctx.random(24)).toString('base64url')
    const stored = {
      id,
      fileName: plainName(givenName),
      sha256: await digestOf(path),
      expiresAt: new Date(ctx.now.getTime() + KEPT_MS),
      report,
    }
    await ctx.db.insert(verificationReports).values({ ...stored, madeAt: ctx.now })
    return stored
  } finally {
    await source.close()
  }
}

/** A report by its name, while it is kept. */
export async function findReport(ctx: Ctx, id: string): Promise<StoredReport | null> {
  if (!NAME.test(id)) return null
  const [row] = await ctx.db
    .select()
    .from(verificationReports)
    .where(and(eq(verificationReports.id, id), gt(verificationReports.expiresAt, ctx.now)))
    .limit(1)
  return row === undefined ? null : { ...row, report: verificationReport.parse(row.report) }
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) if (chunk instanceof Uint8Array) hash.update(chunk)
  return hash.digest('hex')
}

/** The last part of a name, without what would confuse a reader or a header. */
function plainName(fileName: string): string {
  const last = fileName.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  return (
    last
      .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
      .trim()
      .slice(0, 120) || 'tai-lieu.pdf'
  )
}
