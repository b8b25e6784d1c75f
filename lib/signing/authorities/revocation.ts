import type { RevocationFetcher, RevocationQuestion } from '@/lib/ports'
import { addressesIn, ocspRequest, parseCrl, parseOcspResponse, toHex } from '@/lib/trust'
import type { Certificate, Engine } from '@/lib/trust'
import type { RevocationAnswers, OpenQuestion } from '../judging/open-questions'

/** Services asked about one file at most, in all rounds. */
export const MAX_QUESTIONS = 12

export type RevocationInquiry = {
  fetcher: RevocationFetcher
  engine: Engine
  nonce: () => Uint8Array
  askedKeys: Set<string>
}

/** Asks the responder of each certificate, or for its list where it has none or the responder was asked before. */
export async function fetchRevocation(
  questions: readonly OpenQuestion[],
  asking: RevocationInquiry,
): Promise<RevocationAnswers> {
  const answers = await Promise.all(questions.map((question) => fetchStatus(question, asking)))
  const received = answers.filter((answer) => answer !== null)
  const times = received.map(({ receivedAt }) => receivedAt.getTime())
  const bytesOf = (kind: RevocationQuestion['kind']) =>
    received.filter((answer) => answer.kind === kind).map(({ bytes }) => bytes)
  return {
    store: { certificates: [], ocsps: bytesOf('ocsp'), crls: bytesOf('crl') },
    receivedAt: times.length === 0 ? null : new Date(Math.max(...times)),
  }
}

async function fetchStatus(question: OpenQuestion, asking: RevocationInquiry) {
  return (await fetchOcspResponse(question, asking)) ?? (await fetchCrl(question.certificate, asking))
}

/** By this a responder's question is known, so that it is asked once. */
export function responderKey({ certificate, issuer }: OpenQuestion): string {
  return `ocsp:${issuer.subject.text}:${certificate.serial}`
}

async function fetchOcspResponse(
  { certificate, issuer }: OpenQuestion,
  { fetcher, engine, nonce, askedKeys }: RevocationInquiry,
) {
  const [url] = addressesIn(certificate).ocsp
  if (url === undefined || !isNew(askedKeys, responderKey({ certificate, issuer }))) return null
  const own = nonce()
  const body = await ocspRequest(engine, { leaf: certificate, issuer, nonce: own })
  const answer = await fetcher.fetch({ kind: 'ocsp', url, body })
  return answer !== null && answersNonce(answer.bytes, own) ? { kind: 'ocsp' as const, ...answer } : null
}

async function fetchCrl(certificate: Certificate, { fetcher, askedKeys }: RevocationInquiry) {
  const [url] = addressesIn(certificate).crl
  if (url === undefined || !isNew(askedKeys, `crl:${url}`)) return null
  const answer = await fetcher.fetch({ kind: 'crl', url })
  return answer !== null && parseCrl(answer.bytes).ok ? { kind: 'crl' as const, ...answer } : null
}

function isNew(askedKeys: Set<string>, key: string): boolean {
  if (askedKeys.has(key) || askedKeys.size >= MAX_QUESTIONS) return false
  askedKeys.add(key)
  return true
}

/** An answer without a nonce is allowed (RFC 9654 section 2.1); one with another's nonce answers somebody else. */
function answersNonce(bytes: Uint8Array, nonce: Uint8Array): boolean {
  const parsed = parseOcspResponse(bytes)
  return parsed.ok && (parsed.value.nonce === undefined || parsed.value.nonce.endsWith(toHex(nonce)))
}
