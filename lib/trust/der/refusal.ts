import { err, ok } from '@/lib/kernel'
import type { Result } from '@/lib/kernel'

/**
 * Why bytes or a path were not accepted: a stable code, where (field or offset), plain words for a log, and the name a
 * sentence for people needs (an authority's, an algorithm's).
 */
export type Refusal = { readonly code: string; readonly at?: string; readonly message: string; readonly about?: string }

/** Carries a refusal out of nested readers; `attempt` turns it back into a value at each door. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.message)
    this.name = 'Refused'
    this.refusal = refusal
  }
}

export function refuse(code: string, message: string, at?: string): never {
  refuseWith(at === undefined ? { code, message } : { code, message, at })
}

export function refuseWith(refusal: Refusal): never {
  throw new Refused(refusal)
}

/** Runs a reader; what it refuses becomes an `err`, what is a bug keeps flying. */
export function attempt<T>(read: () => T): Result<T, Refusal> {
  try {
    return ok(read())
  } catch (error) {
    if (error instanceof Refused) return err(error.refusal)
    throw error
  }
}

/** Like `attempt` for work that awaits an engine. */
export async function settle<T>(work: Promise<T>): Promise<Result<T, Refusal>> {
  try {
    return ok(await work)
  } catch (error) {
    if (error instanceof Refused) return err(error.refusal)
    throw error
  }
}
