import type { Ctx } from '@/lib/ports'
import { describeError } from '@/lib/processes/server'
import { parts } from './parts'

/** Writes down that a page failed, without what people typed. */
export function recordFailure({ requestId }: Pick<Ctx, 'requestId'>, error: unknown): void {
  parts().log.error({ error: describeError(error), requestId }, 'page failed')
}
