import type { Anchor } from '../certificate/anchor'
import { bytesEqual, toHex } from '../der/bytes'
import type { Certificate } from '../certificate/certificate'
import { noteLinked, noChain } from './chain-ends'
import type { ChainEnds } from './chain-ends'
import { namesEqual } from '../certificate/name'
import { checkIssuing } from './path'
import type { CandidatePath } from './path'
import { attempt, Refused } from '../der/refusal'
import type { Refusal } from '../der/refusal'
import { spend, verifySigned } from './session'
import type { Session } from './session'

export type SearchOutcome<T> =
  | { readonly value: T }
  | { readonly refusal: Refusal; readonly missing: readonly Certificate[] }

type Search<T> = {
  readonly session: Session
  /** Who certifies whose key, for each intermediate: those alike differ only in dates, limits and the like. */
  readonly links: ReadonlyMap<Certificate, string>
  /** Judges a complete path; what it refuses is remembered, and the search goes on. */
  readonly accept: (path: CandidatePath) => Promise<T>
  refusal: Refusal | undefined
  readonly ends: ChainEnds
}

/** The more telling reason is kept: a revocation above all, otherwise the first one met. */
function remember<T>(search: Search<T>, refusal: Refusal): void {
  if (!search.refusal || (refusal.code === 'revoked' && search.refusal.code !== 'revoked')) search.refusal = refusal
}

/**
 * Work that ran out ends the whole search; any other refusal only this branch. That an anchor of another key than the one
 * asked for did not sign says only that the authority's other certificate is not at hand.
 */
async function judge<T>(search: Search<T>, path: CandidatePath): Promise<T | undefined> {
  try {
    return await search.accept(path)
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal.code === 'too-much-work') throw error
    const [top] = path.chain
    const isNamesake = top !== undefined && rank(top, path.anchor.certificate) === STRANGER
    if (error.refusal.code !== 'bad-signature' || !isNamesake) remember(search, error.refusal)
    return undefined
  }
}

const STRANGER = 2

/** Rank of a candidate issuer: those whose key identifier is the one asked for come first, strangers last. */
function rank(child: Certificate, candidate: Certificate | undefined): number {
  const keyId = child.extensions.authorityKeyId?.keyId
  const own = candidate?.extensions.subjectKeyId
  if (keyId === undefined || own === undefined) return 1
  return keyId === own ? 0 : STRANGER
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

/** A chain, and how often it took another certificate of a link than the first. */
type Step = { readonly chain: readonly Certificate[]; readonly detours: number }

function linkOf({ subject, issuer, spki }: Certificate): string {
  return [...issuer.keys, '', ...subject.keys, '', toHex(spki)].join('\u0001')
}

/** Those of one link in turn: the first is no detour, the second one, and so on. */
function alternatives<T>(search: Search<T>, { chain, detours }: Step, issuers: readonly Certificate[]): Step[] {
  const alike = new Map<string, number>()
  return issuers.map((issuer) => {
    const link = search.links.get(issuer) ?? ''
    const before = alike.get(link) ?? 0
    alike.set(link, before + 1)
    return { chain: [issuer, ...chain], detours: detours + before }
  })
}

/** The chains one certificate longer, best candidates first; whether the newest link is signed is asked in its turn. */
function longer<T>(search: Search<T>, step: Step, top: Certificate): Step[] {
  const { session } = search
  const candidates = issuersOf(session, top, step.chain)
  if (step.chain.length < session.pathLength) return alternatives(search, step, candidates)
  if (candidates.length > 0) {
    remember(search, { code: 'path-too-long', message: 'no trusted root within the path length' })
  }
  return []
}

async function isLinked(session: Session, [top, next]: readonly Certificate[]): Promise<boolean> {
  return !top || !next || signedBy(session, next, top)
}

/** What waits to be looked at, by the number of detours. */
type Waiting = Map<number, Step[]>

function enqueue(waiting: Waiting, step: Step): void {
  const queue = waiting.get(step.detours)
  if (queue) queue.push(step)
  else waiting.set(step.detours, [step])
}

/** The one of fewest detours, among those the one that has waited longest. */
function next(waiting: Waiting): Step | undefined {
  const fewest = Math.min(...waiting.keys())
  const queue = waiting.get(fewest)
  const step = queue?.shift()
  if (queue?.length === 0) waiting.delete(fewest)
  return step
}

/** Whether the top of a chain longer than the leaf may issue at all. */
function mayIssue<T>(search: Search<T>, { chain: [top, ...below] }: Step): boolean {
  if (!top || below.length === 0) return true
  const judged = attempt(() => {
    checkIssuing(search.session, top)
  })
  if (!judged.ok) remember(search, judged.error)
  return judged.ok
}

async function walk<T>(search: Search<T>, leaf: Certificate): Promise<T | undefined> {
  const waiting: Waiting = new Map([[0, [{ chain: [leaf], detours: 0 }]]])
  for (let step = next(waiting); step; step = next(waiting)) {
    const { chain } = step
    spend(search.session, 1)
    if (!(await isLinked(search.session, chain)) || !mayIssue(search, step)) continue
    noteLinked(search.ends, chain)
    const [top = leaf] = chain
    const accepted = await underAnchors(search, chain, top)
    if (accepted !== undefined) return accepted
    for (const further of longer(search, step, top)) enqueue(waiting, further)
  }
  return undefined
}

/**
 * Breadth-first search for a path that `accept` takes: the shortest first, so that authorities certifying each other in
 * every combination cannot hide a plain way to a root, and one certificate of each link before its likes, so that heaps
 * of them cannot either; no authority twice; work bounded.
 */
export async function findPath<T>(
  session: Session,
  leaf: Certificate,
  accept: (path: CandidatePath) => Promise<T>,
): Promise<SearchOutcome<T>> {
  const links = new Map(session.intermediates.map((certificate) => [certificate, linkOf(certificate)]))
  const search: Search<T> = { session, links, accept, refusal: undefined, ends: new Map() }
  try {
    const outcome = await walk(search, leaf)
    if (outcome !== undefined) return { value: outcome }
    return search.refusal === undefined ? noChain(search.ends) : { refusal: search.refusal, missing: [] }
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.refusal, missing: [] }
    throw error
  }
}
