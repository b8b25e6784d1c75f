import type { IncomingMessage } from 'node:http'

/** The path alone: a query may hold what somebody looked up. */
export function pathOf({ url = '/' }: Pick<IncomingMessage, 'url'>): string {
  const end = url.indexOf('?')
  return end < 0 ? url : url.slice(0, end)
}
