import type { Certificate } from '../certificate/certificate'
import { isSelfIssued } from '../certificate/certificate'
import { isEmptyName, namesEqual, plainName } from '../certificate/name'
import type { Refusal } from '../der/refusal'

type Chain = readonly Certificate[]

/** The topmost certificates that were reached and not gone beyond, each with the chain from it down to the leaf. */
export type ChainEnds = Map<Certificate, Chain>

/** Notes a chain whose every link is signed; what its top certifies is no end any more. */
export function noteLinked(ends: ChainEnds, chain: Chain): void {
  const [top, below] = chain
  if (top !== undefined) ends.set(top, chain)
  if (below !== undefined) ends.delete(below)
}

/**
 * Why no path was found although nothing that was looked at is wrong: an issuer is not at hand; or all is there and leads to
 * a root nobody trusts; or it leads in circles.
 */
export function noChain(ends: ChainEnds): { refusal: Refusal; missing: readonly Certificate[] } {
  const missing = [...ends.values()].flatMap(withoutIssuer)
  const [first] = missing
  if (first !== undefined) return { refusal: issuerMissing(first), missing }
  const root = [...ends.keys()].find(isSelfIssued)
  const message = 'no path leads to a trusted root'
  const refusal: Refusal =
    root === undefined
      ? { code: 'no-path', message }
      : { code: 'unknown-root', message: `${root.subject.text} is not a trusted root`, about: plainName(root.subject) }
  return { refusal, missing: [] }
}

/** The top of a chain whose issuer has a name and is neither itself nor below. */
function withoutIssuer(chain: Chain): Chain {
  const [top] = chain
  if (top === undefined || isEmptyName(top.issuer)) return []
  return chain.some(({ subject }) => namesEqual(subject, top.issuer)) ? [] : [top]
}

function issuerMissing({ issuer }: Certificate): Refusal {
  return { code: 'issuer-missing', message: `the certificate of ${issuer.text} is missing`, about: plainName(issuer) }
}
