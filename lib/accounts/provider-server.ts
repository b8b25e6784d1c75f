import { keptDiscovery, type KeptDiscovery } from './kept-discovery'

const PATIENCE_MS = 6000
/**
 * How old what the provider says of itself may be. Where a browser is about to be sent there, asking also tells whether it is there at
 * all; on the way back the requests that follow tell that.
 */
const SENDING_THERE_MS = 5_000
const COMING_BACK_MS = 600_000

/** A provider that does not answer in time, or answers 5xx, is down: never a page that hangs. */
async function patientFetch(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(input, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) })
  if (response.status < 500) return response
  throw Object.assign(new Error(`identity provider answered ${String(response.status)}`), { name: 'ProviderDown' })
}

/** By the issuer each speaks for. */
const discoveries = new Map<string, KeptDiscovery>()

function discoveryOf(issuer: string): KeptDiscovery {
  const discovery = discoveries.get(issuer) ?? keptDiscovery(issuer, patientFetch)
  discoveries.set(issuer, discovery)
  return discovery
}

/** Asks an identity provider, to send a browser there. */
export const fetchToSend = (issuer: string, now: Date) => discoveryOf(issuer).fetchAt(now, SENDING_THERE_MS)

/** Asks an identity provider about a browser that came back from there. */
export const fetchForAnswer = (issuer: string, now: Date) => discoveryOf(issuer).fetchAt(now, COMING_BACK_MS)
