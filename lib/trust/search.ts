import type { Anchor } from './anchor'
import { bytesEqual } from './bytes'
import type { Certificate } from './certificate'
import { namesEqual } from './name'
import type { CandidatePath } from './path'
import { Refused } from './refusal'
import type { Refusal } from './refusal'
import { spend, verifySigned } from './session'
import type { Session } from './session'

export type Found<T> = { readonly found: T } | { readonly refusal: Refusal }

type Search<T> = {
  readonly session: Session
  /** Judges a complete path; what it refuses is remembered, and the search goes on. */
  readonly accept: (path: CandidatePath) => Promise<T>
  refusal: Refusal | undefined
}

const NO_PATH: Refusal = { code: 'no-path', message: 'no path leads to a trusted root' }

/** The more telling reason is kept: a revocation above all, otherwise the first one met. */
function remember<T>(search: Search<T>, refusal: Refusal): void {
  if (!search.refusal || (refusal.code === 'revoked' && search.refusal.code !== 'revoked')) search.refusal = refusal
}

/** Work that ran out ends the whole search; any other refusal only this branch. */
async function judge<T>(search: Search<T>, path: CandidatePath): Promise<T | undefined> {
  try {
    return await search.accept(path)
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal.code === 'too-much-work') throw error
    remember(search, error.refusal)
    return undefined
  }
}

/** Rank of a candidate issuer: those whose key identifier is the one asked for come first, strangers last. */
function rank(child: Certificate, candidate: Certificate | undefined): number {
  const wanted = child.extensions.authorityKeyId?.keyId
  const own = candidate?.extensions.subjectKeyId
  if (wanted === undefined || own === undefined) return 1
  return wanted === own ? 0 : 2
}

function isSameAuthority(a: Certificate, b: Certificate): boolean {
  return namesEqual(a.subject, b.subject) && bytesEqual(a.spki, b.spki)
}

function issuersOf(session: Session, child: Certificate, below: readonly Certificate[]): readonly Certificate[] {
  const candidates = session.intermediates.filter(
    (candidate) =>
      namesEqual(candidate.subject, child.issuer) && !below.some((used) => isSameAuthority(used, candidate)),
  )
  return candidates.toSorted((a, b) => rank(child, a) - rank(child, b))
}

function anchorsOf(session: Session, child: Certificate): readonly Anchor[] {
  const anchors = session.anchors.filter((anchor) => namesEqual(anchor.name, child.issuer))
  return anchors.toSorted((a, b) => rank(child, a.certificate) - rank(child, b.certificate))
}

/** Drops an issuer whose key plainly did not sign, so that look-alikes cannot multiply the search. */
async function signedBy(session: Session, child: Certificate, issuer: Certificate): Promise<boolean> {
  const inherits = issuer.publicKey.algorithm === 'dsa' && issuer.publicKey.parameters === undefined
  if (inherits) return true
  const verified = await verifySigned(session, child, issuer.spki)
  return !verified.ok || verified.value
}

const WHOLE_PATH = 8

/** Judges the path under every anchor that may have issued its topmost certificate. */
async function underAnchors<T>(
  search: Search<T>,
  chain: readonly Certificate[],
  top: Certificate,
): Promise<T | undefined> {
  for (const anchor of anchorsOf(search.session, top)) {
    spend(search.session, WHOLE_PATH)
    const accepted = await judge(search, { anchor, chain })
    if (accepted !== undefined) return accepted
  }
  return undefined
}

/** The chains one certificate longer, best candidates first; whether the newest link is signed is asked in its turn. */
function longer<T>(search: Search<T>, chain: readonly Certificate[], top: Certificate) {
  const { session } = search
  const candidates = issuersOf(session, top, chain)
  if (chain.length < session.pathLength) return candidates.map((issuer) => [issuer, ...chain])
  if (candidates.length > 0) {
    remember(search, { code: 'path-too-long', message: 'no trusted root within the path length' })
  }
  return []
}

async function isLinked(session: Session, [top, next]: readonly Certificate[]): Promise<boolean> {
  return !top || !next || signedBy(session, next, top)
}

async function walk<T>(search: Search<T>, leaf: Certificate): Promise<T | undefined> {
  const waiting: (readonly Certificate[])[] = [[leaf]]
  for (let chain = waiting.shift(); chain; chain = waiting.shift()) {
    spend(search.session, 1)
    if (!(await isLinked(search.session, chain))) continue
    const [top = leaf] = chain
    const accepted = await underAnchors(search, chain, top)
    if (accepted !== undefined) return accepted
    waiting.push(...longer(search, chain, top))
  }
  return undefined
}

/**
 * Breadth-first search for a path that `accept` takes: the shortest first, so that authorities certifying each other in
 * every combination cannot hide a plain way to a root; no authority twice; work bounded.
 */
export async function findPath<T>(
  session: Session,
  leaf: Certificate,
  accept: (path: CandidatePath) => Promise<T>,
): Promise<Found<T>> {
  const search: Search<T> = { session, accept, refusal: undefined }
  try {
    const found = await walk(search, leaf)
    return found === undefined ? { refusal: search.refusal ?? NO_PATH } : { found }
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.refusal }
    throw error
  }
}
