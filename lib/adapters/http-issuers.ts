import type { IssuerFetcher } from '@/lib/ports'
import { fetchOverHttp } from './http-question'

/** A certificate is about 2 KB; bundles of a large hierarchy are a few dozen. */
const ANSWER_BYTES = 128 * 1024
const PATIENCE_MS = 5_000
const MAX_URL = 500

/**
 * Issuers' certificates over HTTP(S) (RFC 5280 4.2.2.1). Addresses come out of certificates nobody vouches for yet, so unless
 * `mayCallPrivate` (the trial, whose authorities run on this machine) only public addresses are called, redirects included.
 */
export function httpIssuers({ mayCallPrivate }: { mayCallPrivate: boolean }): IssuerFetcher {
  return {
    async fetch(address) {
      if (address.length > MAX_URL || !URL.canParse(address)) return null
      return fetchOverHttp(
        { url: new URL(address), maxBytes: ANSWER_BYTES },
        { mayCallPrivate, patienceMs: PATIENCE_MS },
      )
    },
  }
}
