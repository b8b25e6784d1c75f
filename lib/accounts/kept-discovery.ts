import { z } from 'zod'

type Fetch = (...request: Parameters<typeof fetch>) => Promise<Response>
type Answer = { status: number; type: string; text: string }
type Described = { at: number; answer: Promise<Answer> }

export type KeptDiscovery = {
  /** Asks as `fetch` does; what the provider says of itself is asked for again only where it is older than this. */
  fetchAt: (now: Date, mostMilliseconds: number) => Fetch
}

const WELL_KNOWN = '/.well-known/openid-configuration'
const described = z.object({ issuer: z.url() })

/**
 * Keeps what an identity provider says of itself (OpenID Connect Discovery 1.0, section 4), so that it is not asked twice for each
 * sign-in; those who ask at once share one answer. Kept is only what names this issuer, and only until the provider fails in
 * anything: then it is asked anew. Whoever reads the answer checks it as if it had just come.
 */
export function keptDiscovery(issuer: string, ask: Fetch): KeptDiscovery {
  let last: Described | null = null
  const address = new URL(issuer)
  const wellKnown = `${address.origin}${address.pathname.replace(/\/$/, '')}${WELL_KNOWN}`

  function describe(now: number, mostMilliseconds: number, request: Parameters<Fetch>): Promise<Answer> {
    if (last !== null && now - last.at < mostMilliseconds) return last.answer
    const mine: Described = { at: now, answer: ask(...request).then(read) }
    last = mine
    const forget = () => {
      if (last === mine) last = null
    }
    mine.answer.then((answer) => {
      if (!isOf(address, answer)) forget()
    }, forget)
    return mine.answer
  }

  async function askElse(request: Parameters<Fetch>): Promise<Response> {
    let isFine = false
    try {
      const response = await ask(...request)
      isFine = response.ok
      return response
    } finally {
      if (!isFine) last = null
    }
  }

  return {
    fetchAt:
      (now, mostMilliseconds) =>
      async (...request) => {
        if (hrefOf(request[0]) !== wellKnown) return askElse(request)
        const { status, type, text } = await describe(now.getTime(), mostMilliseconds, request)
        return new Response(text, { status, headers: { 'content-type': type } })
      },
  }
}

const hrefOf = (input: Parameters<Fetch>[0]) => (input instanceof Request ? input.url : String(input))

async function read(response: Response): Promise<Answer> {
  return { status: response.status, type: response.headers.get('content-type') ?? '', text: await response.text() }
}

/** Whether this is what the provider at `address` says of itself; anything else may be another thing the next time. */
function isOf(address: URL, { status, text }: Answer): boolean {
  if (status !== 200) return false
  try {
    return new URL(described.parse(JSON.parse(text)).issuer).href === address.href
  } catch {
    return false
  }
}
