import { z } from 'zod'

/** Ways to make the provider misbehave, so that what depends on it can be tried. */
export const faultSwitches = z.strictObject({
  /** Milliseconds every answer is held back. */
  slow: z.int().min(0).max(60_000).default(0),
  /** Every protocol endpoint answers 503. */
  down: z.boolean().default(false),
  /** Every one-time code is refused. */
  stepUpFails: z.boolean().default(false),
})
export type Faults = z.infer<typeof faultSwitches>

export const NO_FAULTS: Faults = { slow: 0, down: false, stepUpFails: false }
