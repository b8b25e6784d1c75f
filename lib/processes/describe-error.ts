import { DrizzleQueryError } from 'drizzle-orm/errors'

/** What went wrong, fit for a log: a failed query is told without its parameters, which may be personal data. */
export function describeError(error: unknown): string {
  if (error instanceof DrizzleQueryError) return `${describeError(error.cause)} (in: ${error.query.slice(0, 200)})`
  if (error instanceof Error) return `${error.name}: ${error.message}`
  return String(error)
}
