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

async function extend<T>(search: Search<T>, below: readonly Certificate[]): Promise<T | undefined> {
  const { session } = search
  const [child] = below
  if (!child) return undefined
  for (const anchor of anchorsOf(session, child)) {
    spend(session, WHOLE_PATH)
    const accepted = await judge(search, { anchor, chain: below })
    if (accepted !== undefined) return accepted
  }
  if (below.length >= session.pathLength) {
    remember(search, { code: 'path-too-long', message: 'no trusted root within the path length' })
    return undefined
  }
  for (const issuer of issuersOf(session, child, below)) {
    spend(session, 1)
    const accepted = (await signedBy(session, child, issuer)) ? await extend(search, [issuer, ...below]) : undefined
    if (accepted !== undefined) return accepted
  }
  return undefined
}

/** Depth-first search for a path that `accept` takes: no authority twice, best candidates first, work bounded. */
export async function findPath<T>(
  session: Session,
  leaf: Certificate,
  accept: (path: CandidatePath) => Promise<T>,
): Promise<Found<T>> {
  const search: Search<T> = { session, accept, refusal: undefined }
  try {
    const found = await extend(search, [leaf])
    return found === undefined ? { refusal: search.refusal ?? NO_PATH } : { found }
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.refusal }
    throw error
  }
}
