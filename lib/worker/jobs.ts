import * as attachments from '@/lib/attachments/handlers'
import * as dossiers from '@/lib/dossiers/handlers'
import * as notices from '@/lib/notices/handlers'
import type { Handler, Job, Jobs, Schedule } from '@/lib/ports'
import * as signing from '@/lib/signing/handlers'
import { forgetDeliveries } from './dispatch'

/** Who hears of what has happened, in no particular order. */
export const HANDLERS: readonly Handler[] = [...dossiers.HANDLERS, ...notices.HANDLERS, ...signing.HANDLERS]

const OWN = { forgetDeliveries } satisfies Jobs
const JOBS_OF = [OWN, attachments.JOBS, dossiers.JOBS, notices.JOBS, signing.JOBS] as const

type TaskOf<Some> = Some extends unknown ? keyof Some & string : never
/** The name of a job that somebody here carries out. */
export type Task = TaskOf<(typeof JOBS_OF)[number]>

/** Work that is queued with `addJob`. */
export const JOBS: readonly Job[] = JOBS_OF.flatMap((jobs: Jobs) =>
  Object.entries(jobs).map(([task, run]) => ({ task, run })),
)

/** What runs by the clock; a row that names a job nobody carries out does not compile. */
export const SCHEDULE = [
  { task: 'forgetDeliveries', at: '17 19 * * *' },
  ...dossiers.SCHEDULE,
  ...signing.SCHEDULE,
] as const satisfies Schedule<Task>
