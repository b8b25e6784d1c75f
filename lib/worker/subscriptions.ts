import type { Handler, Job } from '@/lib/ports'

/** Who hears of what: each module's handlers, in no particular order. */
export const HANDLERS: readonly Handler[] = []

/** Work that modules queue for themselves with `addJob`. */
export const JOBS: readonly Job[] = []
