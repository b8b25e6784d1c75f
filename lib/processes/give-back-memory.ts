import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { z } from 'zod'

const collector = z.custom<() => void>((value) => typeof value === 'function')

/**
 * Collects garbage now. V8 collects while it allocates: what a burst of work took stays with a process that then does
 * nothing.
 */
export function giveBackMemory(): void {
  setFlagsFromString('--expose-gc')
  collector.parse(runInNewContext('gc'))()
}
