import type { TimestampService } from '@/lib/ports'
import { askOverHttp } from './http-question'

const ANSWER_BYTES = 64 * 1024
const PATIENCE_MS = 8_000

/** A timestamping authority over HTTP (RFC 3161 section 3.4), named by whoever runs the portal; without an address none answers. */
export function httpTimestamps(address: string | null): TimestampService {
  return {
    async ask(request) {
      if (address === null) return null
      const question = {
        url: new URL(address),
        maxBytes: ANSWER_BYTES,
        body: request,
        bodyType: 'application/timestamp-query',
      }
      return askOverHttp(question, { mayCallPrivate: true, patienceMs: PATIENCE_MS })
    },
  }
}
