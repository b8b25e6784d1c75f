import 'server-only'
import { lt } from 'drizzle-orm'
import { z } from 'zod'
import { inTransaction } from '@/db/client'
import { verificationReports } from '@/db/schema/signing'
import { ATTACHMENT_EVENTS } from '@/lib/attachments'
import { unsafeAttachment } from '@/lib/attachments/server'
import { addJob, handlerOf } from '@/lib/ledger/server'
import type { Ctx, Jobs, Schedule } from '@/lib/ports'
import { parseCertificate } from '@/lib/trust'
import { insertAnchor } from './trust-store/repository'
import { FETCH_ISSUERS, fetchIssuers, forgetIssuers } from './authorities/issuers'
import type { VerificationReport } from './report/report'
import { judgeStored } from './verification/verdicts'

export { fetchIssuers }

/** Every PDF that enters is judged once the scanner has let it in. */
export const verifyArrival = handlerOf(ATTACHMENT_EVENTS, {
  task: 'signing.verify',
  async run(ctx, { subjectId, data }) {
    if (data.status === 'infected') return
    const file = await unsafeAttachment(ctx.db, subjectId)
    if (file?.mediaType !== 'application/pdf') return
    await judgeAndComeBack(ctx, file.sha256, 0)
  },
})

const VERIFY_AGAIN = 'signing.verifyAgain'
const again = z.object({ sha256: z.string(), attempt: z.int() })

/** What could not be decided because an authority did not answer is asked again, within a day. */
async function verifyAgain(ctx: Ctx, payload: unknown): Promise<void> {
  const { sha256, attempt } = again.parse(payload)
  await judgeAndComeBack(ctx, sha256, attempt)
}

const RETRY_MINUTES = [2, 15, 60, 360, 960]

async function judgeAndComeBack(ctx: Ctx, sha256: string, attempt: number): Promise<void> {
  const report = await judgeStored(ctx, sha256, { mayFetch: true })
  if (report === null) throw new Error(`blob ${sha256} is missing`)
  const minutes = RETRY_MINUTES[attempt]
  if (!isWaiting(report) || minutes === undefined) return
  const runAt = new Date(ctx.now.getTime() + minutes * 60_000)
  await inTransaction(ctx, (ctx) =>
    addJob(ctx, VERIFY_AGAIN, { sha256, attempt: attempt + 1 }, { key: `verify:${sha256}`, runAt }),
  )
}

/** What an authority may still make known. */
const PASSING: ReadonlySet<string> = new Set([
  ...['issuer-missing', 'revocation-unanswered', 'revocation-unusable', 'revocation-stranger'],
])

function isWaiting({ signatures }: VerificationReport): boolean {
  return signatures.some(({ reason }) => PASSING.has(reason.code))
}

/** In a trial, trusts the roots of the trial's own authorities; in production the port names none. */
export async function learnSampleRoots(ctx: Ctx): Promise<void> {
  for (const { certificate, ...origin } of await ctx.ports.sampleRoots.read()) {
    const parsed = parseCertificate(certificate)
    if (!parsed.ok) throw new Error(`${origin.source}: ${parsed.error.message}`)
    const term = { effectiveFrom: ctx.now, effectiveTo: null }
    await insertAnchor(ctx, { ...origin, certificate: parsed.value, isSample: true, ...term })
  }
}

/** Reports made for the public page end after an hour, addresses nobody named again after a month. */
export async function forgetReports(ctx: Ctx): Promise<void> {
  await ctx.db.delete(verificationReports).where(lt(verificationReports.expiresAt, ctx.now))
  await forgetIssuers(ctx)
}

export const HANDLERS = [verifyArrival]
export const JOBS = {
  [VERIFY_AGAIN]: verifyAgain,
  'signing.learnSampleRoots': learnSampleRoots,
  [FETCH_ISSUERS]: fetchIssuers,
  'signing.forgetReports': forgetReports,
} satisfies Jobs
export const SCHEDULE = [{ task: 'signing.forgetReports', at: '*/10 * * * *' }] as const satisfies Schedule<
  keyof typeof JOBS
>
