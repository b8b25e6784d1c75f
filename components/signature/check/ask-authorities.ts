import { signingPaths, issuersFound, revocationAnswers } from '@/lib/signing'
import type { Authorities } from '@/lib/signing'
import { base64Of } from '../server-words'

/** How often, and after how long, what the portal is fetching is asked for again. */
const PATIENCE = { times: 5, ms: 1_200 }

/** Certification authorities as a browser asks them: through the portal, with certificates only, never the file. */
export function authoritiesOverHttp(onAsk: () => void): Authorities {
  return {
    ask: async (questions, round) => {
      onAsk()
      const certificates = questions.map(({ certificate, issuer }) => ({
        certificate: base64Of(certificate.der),
        issuer: base64Of(issuer.der),
      }))
      const answer = await postJson(signingPaths.questions(), { round, questions: certificates })
      const { receivedAt, ocsps, crls } = revocationAnswers.parse(answer)
      return { receivedAt, store: { certificates: [], ocsps, crls } }
    },
    issuersOf: async (missing) => {
      onAsk()
      const request = { certificates: missing.map(({ der }) => base64Of(der)) }
      for (let time = 1; ; time++) {
        const { certificates, isPending } = issuersFound.parse(await postJson(signingPaths.issuers(), request))
        if (certificates.length > 0 || !isPending || time === PATIENCE.times) return certificates
        await new Promise((resolve) => setTimeout(resolve, PATIENCE.ms))
      }
    },
  }
}

function postJson(path: string, body: unknown): Promise<unknown> {
  const headers = { 'content-type': 'application/json' }
  return jsonOf(fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }))
}

/** What the portal answers; throws `TypeError`, as a lost connection does, where it refuses. */
export async function jsonOf(asking: Promise<Response>): Promise<unknown> {
  const answer = await asking
  if (!answer.ok) throw new TypeError(String(answer.status))
  return answer.json()
}
