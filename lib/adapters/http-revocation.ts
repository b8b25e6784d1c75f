import type { RevocationFetcher, RevocationQuestion } from '@/lib/ports'
import { askOverHttp } from './http-question'

const OCSP_BYTES = 256 * 1024
/** A national list of 200,000 entries is about 8 MB. */
const CRL_BYTES = 24 * 1024 ** 2
const PATIENCE_MS = 4_000
const MAX_URL = 500

/**
 * OCSP and revocation lists over HTTP(S). Addresses come out of certificates, so unless `mayCallPrivate` (the trial, whose
 * authorities run on this machine) no private, loopback or link-local address is ever called.
 */
export function httpRevocation({ mayCallPrivate }: { mayCallPrivate: boolean }): RevocationFetcher {
  return {
    async fetch(question) {
      if (question.url.length > MAX_URL || !URL.canParse(question.url)) return null
      const bytes = await askOverHttp(requestOf(question), { mayCallPrivate, patienceMs: PATIENCE_MS })
      return bytes === null ? null : { bytes, receivedAt: new Date() }
    },
  }
}

function requestOf(question: RevocationQuestion) {
  const url = new URL(question.url)
  if (question.kind === 'crl') return { url, maxBytes: CRL_BYTES }
  return { url, maxBytes: OCSP_BYTES, body: question.body, bodyType: 'application/ocsp-request' }
}
