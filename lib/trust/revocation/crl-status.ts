import { hashRefusal } from '../crypto/algorithm-policy'
import type { Certificate } from '../certificate/certificate'
import type { Crl } from '../revocation-data/crl'
import { findEntry, repeatsSerial } from '../revocation-data/crl-entry'
import type { CrlEntry } from '../revocation-data/crl-entry'
import { appointsCrlIssuer, deltaFits, reasonsCovered } from './crl-scope'
import { ALL_REASONS, hasOnlyAddresses } from '../certificate/distribution-point'
import type { RevocationReasonFlag } from '../certificate/distribution-point'
import { namesEqual } from '../certificate/name'
import { refuse } from '../der/refusal'
import type { Refusal } from '../der/refusal'
import { isCurrent, remembers } from './status'
import type { Answer, Issuer, RevocationContext, Subject } from './status'
import { spend, tryEvidence, verifySigned } from '../path/session'
import type { Session } from '../path/session'
import { signatureScheme } from '../crypto/signature-scheme'

/** What the lists say: answers that together cover all reasons, or why they do not. */
export type CrlVerdict = { readonly answers: readonly Answer[]; readonly why?: Refusal }

/** CA/B BR 7.2.2.1: lists of the issuer itself, parted by address. */
function checkListScope({ issuingDistributionPoint: scope }: Crl): void {
  if (scope?.indirect === true) refuse('crl-indirect', 'the CRL is indirect')
  if (scope?.name && !hasOnlyAddresses(scope.name)) refuse('crl-scope-name', 'the scope of the CRL is no address')
}

/** What strict purposes ask of a list beyond being readable. */
function checkListProfile(session: Session, crl: Crl): void {
  const [oddity] = crl.oddities
  if (oddity !== undefined) refuse(oddity, 'the CRL breaks its profile')
  checkListScope(crl)
  spend(session, scanCost(crl))
  const repeats = repeatsSerial(crl)
  if (!repeats.ok || repeats.value) refuse('crl-entry', 'the CRL lists a serial number twice')
}

function checkUsable(context: RevocationContext, crl: Crl): void {
  if (crl.unusable) refuse(crl.unusable.code, crl.unusable.message, crl.unusable.at)
  if (!isCurrent(crl, context)) refuse('crl-not-current', 'the CRL is not of the time asked about')
  if (context.session.purpose === 'tls-server') checkListProfile(context.session, crl)
  const scheme = signatureScheme(crl.signatureAlgorithm)
  if (!scheme.ok) return refuse(scheme.error.code, scheme.error.message)
  const weak = hashRefusal(context.session.algorithms, scheme.value, crl.thisUpdate)
  if (weak) refuse(weak.code, `the CRL: ${weak.message}`)
}

async function signs(context: RevocationContext, crl: Crl, signer: Issuer): Promise<boolean> {
  if (!namesEqual(signer.name, crl.issuer)) return false
  const verified = await verifySigned(context.session, crl, signer.spki)
  return verified.ok && verified.value
}

/** 6.3.3 (f): a key usage, if there is one, must allow signing lists. */
function maySignLists(signer: Issuer): boolean {
  return signer.certificate?.extensions.keyUsage?.has('cRLSign') ?? true
}

function asIssuer(certificate: Certificate): Issuer {
  return { name: certificate.subject, spki: certificate.spki, certificate }
}

/** Keys the path itself vouches for: the issuer, any certificate above it, the anchor. */
function pathSigners({ issuer, above, anchor }: Subject): readonly Issuer[] {
  return [issuer, ...above.map(asIssuer), anchor]
}

/** A signer off the path must lead to the same anchor; one already being asked about only if it was appointed. */
async function isTrustedSigner(context: RevocationContext, subject: Subject, signer: Certificate): Promise<boolean> {
  const { certificate, anchor } = subject
  if (signer === certificate) return appointsCrlIssuer(certificate, signer.subject)
  if (context.pending.includes(signer)) return false
  return context.trustsSigner(signer, anchor, [...context.pending, signer])
}

async function firstAsync<T>(items: readonly T[], holds: (item: T) => Promise<boolean>): Promise<T | undefined> {
  for (const item of items) if (await holds(item)) return item
  return undefined
}

/** Finds who signed the list and may (6.3.3 (f), (g)); refuses the list otherwise. */
async function checkSigner(context: RevocationContext, subject: Subject, crl: Crl): Promise<void> {
  const listSigner = await firstAsync(
    pathSigners(subject),
    async (signer) => maySignLists(signer) && signs(context, crl, signer),
  )
  if (listSigner) return
  const strangers = [subject.certificate, ...context.session.intermediates]
  const stranger = await firstAsync(strangers, async (signer) => {
    const issuer = asIssuer(signer)
    return maySignLists(issuer) && (await signs(context, crl, issuer)) && isTrustedSigner(context, subject, signer)
  })
  if (!stranger) refuse('crl-signer', 'the CRL is not signed by anyone entitled to')
}

/** One step of work a mebibyte. */
function scanCost(crl: Crl): number {
  return Math.ceil((crl.entriesEnd - crl.entriesStart) / (1 << 20))
}

function entryOf(session: Session, crl: Crl, certificate: Certificate): CrlEntry | undefined {
  spend(session, scanCost(crl))
  const entry = findEntry(crl, certificate)
  return entry.ok ? entry.value : refuse(entry.error.code, entry.error.message, entry.error.at)
}

async function checkList(context: RevocationContext, subject: Subject, crl: Crl): Promise<Crl> {
  checkUsable(context, crl)
  await checkSigner(context, subject, crl)
  return crl
}

/** Deltas that may be used, newest first; one that may not leaves the complete list as it is. */
async function usableDeltas(context: RevocationContext, subject: Subject, complete: Crl): Promise<readonly Crl[]> {
  const usable: Crl[] = []
  for (const delta of context.crls.filter((crl) => deltaFits(crl, complete))) {
    const checked = await tryEvidence(checkList(context, subject, delta))
    if (checked.ok) usable.push(checked.value)
  }
  return usable.toSorted((a, b) => (a.thisUpdate < b.thisUpdate ? 1 : -1))
}

/** 6.3.3 (i), (j), (k): the newest delta has the word on what it lists, the complete list on the rest. */
async function answerOf(context: RevocationContext, subject: Subject, crl: Crl): Promise<Answer> {
  await checkList(context, subject, crl)
  const deltas = await usableDeltas(context, subject, crl)
  const lists = [...deltas, crl]
  const entry = lists
    .map((list) => entryOf(context.session, list, subject.certificate))
    .find((candidate) => candidate !== undefined)
  const newest = lists[0] ?? crl
  if (!entry && !remembers(subject.certificate, newest.thisUpdate, crl.expiredSince)) {
    refuse('crl-after-expiry', 'the CRL is of after the expiry of the certificate and may have forgotten it')
  }
  return {
    source: 'crl',
    entry: entry?.reason === 'removeFromCRL' ? undefined : entry,
    thisUpdate: newest.thisUpdate,
    nextUpdate: newest.nextUpdate,
    evidence: newest.der,
  }
}

function isAllCovered(covered: ReadonlySet<RevocationReasonFlag>): boolean {
  return [...ALL_REASONS].every((reason) => covered.has(reason))
}

const NO_LIST: Refusal = { code: 'no-revocation-information', message: 'no CRL for this certificate' }

function summary(answers: readonly Answer[], covered: ReadonlySet<RevocationReasonFlag>, why: Refusal): CrlVerdict {
  if (isAllCovered(covered) || answers.some(({ entry }) => entry)) return { answers }
  if (answers.length === 0) return { answers, why }
  return { answers: [], why: { code: 'reasons-not-covered', message: 'the CRLs do not cover all revocation reasons' } }
}

/** Status by lists (RFC 5280 6.3): complete, partitioned by scope or reason, indirect, and delta. */
export async function crlVerdict(context: RevocationContext, subject: Subject): Promise<CrlVerdict> {
  const answers: Answer[] = []
  const covered = new Set<RevocationReasonFlag>()
  let why = NO_LIST
  for (const crl of context.crls.filter(({ baseCrlNumber }) => baseCrlNumber === undefined)) {
    const reasons = reasonsCovered(crl, subject.certificate)
    if (reasons.size === 0) continue
    const answer = await tryEvidence(answerOf(context, subject, crl))
    if (answer.ok) {
      answers.push(answer.value)
      for (const reason of reasons) covered.add(reason)
    } else why = answer.error
  }
  return summary(answers, covered, why)
}
