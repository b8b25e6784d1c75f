import { z } from 'zod'
import * as attachments from '@/lib/attachments/handlers'
import * as dossiers from '@/lib/dossiers/handlers'
import { EVENT_JOBS, jobsOf } from '@/lib/ledger/server'
import type { ClockJob } from '@/lib/ledger/server'
import * as notices from '@/lib/notices/handlers'
import type { Handler, Job, Jobs, Schedule } from '@/lib/ports'
import * as signing from '@/lib/signing/handlers'
import { forgetDeliveries } from './dispatch'
import { noteUnknownJobs } from './unknown-jobs'

/** Who hears of what has happened, in no particular order. */
export const HANDLERS: readonly Handler[] = [...dossiers.HANDLERS, ...notices.HANDLERS, ...signing.HANDLERS]

const WORKER_JOBS = { forgetDeliveries: z.object({}), noteUnknownJobs: z.object({}) }
const OWN = jobsOf(WORKER_JOBS, {
  forgetDeliveries,
  noteUnknownJobs: ({ db }) => noteUnknownJobs(db, TASKS),
})
const JOBS_OF = [OWN, attachments.JOBS, dossiers.JOBS, notices.JOBS, signing.JOBS] as const

type TaskOf<Some> = Some extends unknown ? keyof Some & string : never
/** The name of a job that somebody here carries out. */
export type Task = TaskOf<(typeof JOBS_OF)[number]>

/** Work that is queued by the modules. */
export const JOBS: readonly Job[] = JOBS_OF.flatMap((jobs: Jobs) =>
  Object.entries(jobs).map(([task, run]) => ({ task, run })),
)

/** Every name this version carries out. */
const TASKS: readonly string[] = [...Object.keys(EVENT_JOBS), ...[...HANDLERS, ...JOBS].map(({ task }) => task)]

const OWN_SCHEDULE = [
  { task: 'forgetDeliveries', at: '17 19 * * *' },
  { task: 'noteUnknownJobs', at: '*/5 * * * *' },
] as const satisfies Schedule<ClockJob<typeof WORKER_JOBS>>

/** What runs by the clock; a row that names a job nobody carries out does not compile. */
export const SCHEDULE = [...OWN_SCHEDULE, ...dossiers.SCHEDULE, ...signing.SCHEDULE] as const satisfies Schedule<Task>
