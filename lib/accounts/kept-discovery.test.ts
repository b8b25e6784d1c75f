import { describe, expect, it } from 'vitest'
import { keptDiscovery } from './kept-discovery'

const ISSUER = 'http://eid.example/oidc'
const WELL_KNOWN = `${ISSUER}/.well-known/openid-configuration`
const TOKEN = `${ISSUER}/token`

/** A provider whose answers are given by address, with the questions that reached it. */
function provider() {
  const questions: string[] = []
  const answers = new Map<string, () => Promise<Response>>()
  const says = (description: object, status = 200) => {
    answers.set(WELL_KNOWN, () => Promise.resolve(Response.json(description, { status })))
  }
  const isAway = (address: string) => {
    answers.set(address, () => Promise.reject(new TypeError('fetch failed')))
  }
  says({ issuer: ISSUER, token_endpoint: TOKEN })
  answers.set(TOKEN, () => Promise.resolve(Response.json({})))
  const discovery = keptDiscovery(ISSUER, (input) => {
    const address = input instanceof Request ? input.url : String(input)
    questions.push(address)
    return answers.get(address)?.() ?? Promise.resolve(new Response(null, { status: 404 }))
  })
  const askAt = (seconds: number, mostSeconds = 600) => discovery.fetchAt(new Date(seconds * 1000), mostSeconds * 1000)
  return { questions, answers, says, isAway, askAt }
}

const tokenEndpointIn = async (response: Response): Promise<unknown> => {
  const body: unknown = await response.json()
  return typeof body === 'object' && body !== null && 'token_endpoint' in body ? body.token_endpoint : undefined
}

describe('what the provider says of itself', () => {
  it('is asked for once while it is young enough for whoever asks, also by those who ask at once', async () => {
    const { questions, askAt } = provider()
    const addresses = [WELL_KNOWN, new URL(WELL_KNOWN), new Request(WELL_KNOWN)]
    for (const answer of await Promise.all(addresses.map((address) => askAt(0)(address)))) {
      expect(answer.headers.get('content-type')).toBe('application/json')
      expect(await tokenEndpointIn(answer)).toBe(TOKEN)
    }
    await askAt(5)(WELL_KNOWN)
    expect(questions).toHaveLength(1)
    await askAt(5, 5)(WELL_KNOWN)
    expect(questions).toHaveLength(2)
    await askAt(604)(WELL_KNOWN)
    expect(questions).toHaveLength(2)
    await askAt(605)(WELL_KNOWN)
    expect(questions).toHaveLength(3)
  })

  it('is not kept of a provider that is away, and asked for as soon as somebody else asks', async () => {
    const { questions, isAway, says, askAt } = provider()
    isAway(WELL_KNOWN)
    const ask = askAt(0)
    await expect(ask(WELL_KNOWN)).rejects.toThrow('fetch failed')
    await expect(ask(WELL_KNOWN)).rejects.toThrow('fetch failed')
    says({ issuer: ISSUER, token_endpoint: TOKEN })
    expect(await tokenEndpointIn(await ask(WELL_KNOWN))).toBe(TOKEN)
    expect(questions).toHaveLength(3)
  })

  it.each([
    ['of another issuer', { issuer: 'http://evil.example' }, 200],
    ['that names none', {}, 200],
    ['that is no description', { issuer: ISSUER }, 404],
  ])('is handed on as it came and not kept: one %s', async (_, description, status) => {
    const { questions, says, askAt } = provider()
    says(description, status)
    const ask = askAt(0)
    const first = await ask(WELL_KNOWN)
    expect(first.status).toBe(status)
    expect(await first.json()).toEqual(description)
    await ask(WELL_KNOWN)
    expect(questions).toHaveLength(2)
  })

  it.each([
    ['does not answer', () => Promise.reject(new TypeError('fetch failed'))],
    ['refuses', () => Promise.resolve(new Response(null, { status: 404 }))],
  ])('is asked for anew after the provider %s anything else', async (_, answer) => {
    const { questions, answers, askAt } = provider()
    const ask = askAt(0)
    await ask(WELL_KNOWN)
    await ask(TOKEN, { method: 'POST' })
    await ask(WELL_KNOWN)
    expect(questions).toEqual([WELL_KNOWN, TOKEN])
    answers.set(TOKEN, answer)
    await ask(TOKEN).catch(() => undefined)
    await ask(WELL_KNOWN)
    expect(questions).toEqual([WELL_KNOWN, TOKEN, TOKEN, WELL_KNOWN])
  })
})
