import 'server-only'
import { lt } from 'drizzle-orm'
import { z } from 'zod'
import { inTransaction } from '@/db/client'
import { verificationReports } from '@/db/schema/signing'
import { ATTACHMENT_EVENTS } from '@/lib/attachments'
import { unsafeAttachment } from '@/lib/attachments/server'
import type { ClockJob } from '@/lib/ledger/server'
import { handlerOf, jobAdder, jobsOf } from '@/lib/ledger/server'
import type { Ctx, Schedule } from '@/lib/ports'
import { parseCertificate } from '@/lib/trust'
import { insertAnchor } from './trust-store/repository'
import { fetchIssuers, forgetIssuers, ISSUER_JOBS } from './authorities/issuers'
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

export const SIGNING_JOBS = {
  'signing.verifyAgain': z.object({ sha256: z.string(), attempt: z.int() }),
  'signing.learnSampleRoots': z.object({}),
  'signing.forgetReports': z.object({}),
  ...ISSUER_JOBS,
}
export const addSigningJob = jobAdder(SIGNING_JOBS)

const RETRY_MINUTES = [2, 15, 60, 360, 960]

async function judgeAndComeBack(ctx: Ctx, sha256: string, attempt: number): Promise<void> {
  const report = await judgeStored(ctx, sha256, { mayFetch: true })
  if (report === null) throw new Error(`blob ${sha256} is missing`)
  const minutes = RETRY_MINUTES[attempt]
  if (!isWaiting(report) || minutes === undefined) return
  const runAt = new Date(ctx.now.getTime() + minutes * 60_000)
  const next = { sha256, attempt: attempt + 1 }
  await inTransaction(ctx, (ctx) => addSigningJob(ctx, 'signing.verifyAgain', next, { key: `verify:${sha256}`, runAt }))
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
export const JOBS = jobsOf(SIGNING_JOBS, {
  // What could not be decided because an authority did not answer is asked again, within a day.
  'signing.verifyAgain': (ctx, { sha256, attempt }) => judgeAndComeBack(ctx, sha256, attempt),
  'signing.learnSampleRoots': learnSampleRoots,
  'signing.fetchIssuers': fetchIssuers,
  'signing.forgetReports': forgetReports,
})
export const SCHEDULE = [{ task: 'signing.forgetReports', at: '*/10 * * * *' }] as const satisfies Schedule<
  ClockJob<typeof SIGNING_JOBS>
>
