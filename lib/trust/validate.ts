import { DATED_ALGORITHMS, TLS_ALGORITHMS } from './crypto/algorithm-policy'
import type { Anchor } from './certificate/anchor'
import { bytesEqual } from './der/bytes'
import type { Certificate } from './certificate/certificate'
import { namesEqual } from './certificate/name'
import { validateCandidate } from './path/path'
import type { CandidatePath, ValidPath } from './path/path'
import { checkPurpose } from './path/purpose'
import { refuse } from './der/refusal'
import type { Refusal } from './der/refusal'
import { revocationOf, subjectsOf } from './revocation/revocation'
import { isRevokedAt } from './revocation/status'
import type { RevocationContext, RevocationStatus } from './revocation/status'
import { findPath } from './path/search'
import type { SearchOutcome } from './path/search'
import { DEFAULT_LIMITS } from './path/session'
import type { PathInput, RevocationInput, Session } from './path/session'

/** The outcome: valid with its path and anchor, or not, with the reason by code and in words. */
export type PathVerdict = {
  readonly valid: boolean
  readonly code: string
  readonly reason: string
  /** The authority or algorithm the reason is about, where it is about one. */
  readonly about?: string
  /** Certificates whose issuer is not at hand, where nothing else is known to be wrong; with their issuers a path may be found. */
  readonly missing: readonly Certificate[]
  /** From the leaf up to the certificate the anchor issued; empty when no path was found valid. */
  readonly path: readonly Certificate[]
  readonly anchor?: { readonly name: string; readonly set: string; readonly certificate?: Certificate }
  /** One status a certificate of the path, leaf first; empty when revocation was not asked about. */
  readonly revocation: readonly RevocationStatus[]
  /** Certificate policies the path is valid for (RFC 5280 6.1.6). */
  readonly policies: readonly string[]
}

type Accepted = { readonly path: ValidPath; readonly statuses: readonly RevocationStatus[] }

function openSession(input: PathInput): Session {
  const limits = { ...DEFAULT_LIMITS, ...input.limits }
  const purpose = input.purpose ?? 'any'
  return {
    engine: input.engine,
    intermediates: input.intermediates,
    anchors: input.anchors,
    at: input.at,
    purpose,
    algorithms: input.algorithms ?? (purpose === 'tls-server' ? TLS_ALGORITHMS : DATED_ALGORITHMS),
    policies: input.policies ?? {},
    pathLength: limits.pathLength,
    budget: { steps: limits.steps, signatures: limits.signatures, comparisons: limits.nameComparisons },
    verified: [],
  }
}

function isSameAnchor(a: Anchor, b: Anchor): boolean {
  return namesEqual(a.name, b.name) && bytesEqual(a.spki, b.spki)
}

const NOTHING_KNOWN: Refusal = { code: 'no-revocation-information', message: 'no evidence' }

/** A revocation or a gap in knowledge ends the path where revocation is required. */
function checkStatus(status: RevocationStatus, from: Date): void {
  const who = status.certificate.subject.text
  if (isRevokedAt(status, from)) {
    refuse('revoked', `${who} was revoked at ${String(status.revokedAt?.toISOString())} (${String(status.reason)})`)
  }
  const { code, message } = status.why ?? NOTHING_KNOWN
  if (status.status === 'unknown') refuse(code, `status of ${who} unknown: ${message}`)
}

async function statusesOf(context: RevocationContext, path: ValidPath, required: boolean) {
  const statuses: RevocationStatus[] = []
  for (const subject of subjectsOf(path)) {
    const status = await revocationOf(context, subject)
    if (required) checkStatus(status, context.from)
    statuses.push(status)
  }
  return statuses
}

function contextOf(session: Session, input: RevocationInput, pending: readonly Certificate[]): RevocationContext {
  const [from, to] = [input.from ?? session.at, input.to ?? session.at]
  return {
    session,
    crls: input.crls,
    ocsps: input.ocsps,
    from,
    to,
    pending,
    trustsSigner: async (signer, anchor, pendingSigners) => {
      // A signer of lists is judged as RFC 5280 judges any certificate, whatever the leaf is for.
      const plain: Session = { ...session, purpose: 'any', policies: {} }
      const accept = async (path: CandidatePath): Promise<ValidPath> => {
        if (!isSameAnchor(path.anchor, anchor)) refuse('crl-signer', 'the CRL signer leads to another root')
        const valid = await validateCandidate(plain, path)
        await statusesOf(contextOf(plain, input, pendingSigners), valid, true)
        return valid
      }
      return 'value' in (await findPath(plain, signer, accept))
    },
  }
}

function verdictOf(outcome: SearchOutcome<Accepted>): PathVerdict {
  if ('refusal' in outcome) {
    const { code, message, about } = outcome.refusal
    const { missing } = outcome
    const named = about === undefined ? {} : { about }
    return { valid: false, code, reason: message, ...named, missing, path: [], revocation: [], policies: [] }
  }
  const { path, statuses } = outcome.value
  const { name, set, certificate } = path.anchor
  return {
    valid: true,
    code: 'valid',
    reason: `valid under ${name.text}`,
    missing: [],
    path: path.chain.toReversed(),
    anchor: { name: name.text, set, ...(certificate && { certificate }) },
    revocation: statuses.toReversed(),
    policies: path.policies,
  }
}

/**
 * Finds a path from `leaf` to one of the anchors that satisfies RFC 5280 6.1, the purpose, the algorithm policy and,
 * where asked for, the revocation evidence. Never throws for what certificates say; work is bounded by `limits`.
 * ```ts
 * const verdict = await validatePath({
 *   engine: webEngine, leaf, intermediates, anchors: roots.map((root) => anchorOf(root, 'government')),
 *   at: signedAt, purpose: 'signing', revocation: { crls, ocsps, from: signedAt, to: now, mode: 'collect' },
 * })
 * verdict.revocation.some((status) => isRevokedAt(status, signedAt))
 * ```
 */
export async function validatePath(input: PathInput): Promise<PathVerdict> {
  const session = openSession(input)
  const { revocation } = input
  const accept = async (candidate: CandidatePath): Promise<Accepted> => {
    const path = await validateCandidate(session, candidate)
    checkPurpose(input.leaf, session.purpose, input.hostname)
    if (!revocation) return { path, statuses: [] }
    const context = contextOf(session, revocation, [])
    return { path, statuses: await statusesOf(context, path, revocation.mode === 'required') }
  }
  return verdictOf(await findPath(session, input.leaf, accept))
}
