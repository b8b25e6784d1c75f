import type { Ctx } from '@/lib/ports'
import { surroundings } from './parts'

/** The context of one job: the worker acts, for as long as the job takes, at the time it began. */
export function workerContext(task: string, jobId: string): Ctx {
  return { ...surroundings(), actor: { kind: 'worker', name: task }, requestId: `job-${jobId}`, locale: 'vi' }
}
