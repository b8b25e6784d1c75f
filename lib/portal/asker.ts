import type { IncomingMessage } from 'node:http'

/** The address that asks; behind a proxy of ours, the one it added last. */
export function askerOf({ headers }: IncomingMessage): string {
  return (
    String(headers['x-forwarded-for'] ?? '')
      .split(',')
      .at(-1)
      ?.trim() ?? ''
  )
}
