import { hashRefusal, keyRefusal } from '../crypto/algorithm-policy'
import type { Anchor } from '../certificate/anchor'
import type { Certificate } from '../certificate/certificate'
import { isSelfIssued } from '../certificate/certificate'
import type { CertificateExtensions } from '../certificate/certificate-extensions'
import * as der from '../der/write'
import { readDer } from '../der/scan'
import { readPublicKey } from '../crypto/key'
import type { PublicKey } from '../crypto/key'
import { checkNames } from './name-constraints'
import type { ConstraintState } from './name-constraints'
import { namesEqual, plainName } from '../certificate/name'
import type { Name } from '../certificate/name'
import { OID } from '../certificate/oids'
import { applyMappings, applyPolicies, finalPolicies, initialPolicyState, tightenPolicies } from './policy-graph'
import type { PolicyState } from './policy-graph'
import { refuse, refuseWith } from '../der/refusal'
import type { Refusal } from '../der/refusal'
import { verifySigned } from './session'
import type { Session } from './session'
import { signatureScheme } from '../crypto/signature-scheme'
import { checkIssuerPurpose } from './purpose'
import { checkProfile, checkRootProfile, validityRefusal } from './strict-profile'

/** A candidate path: anchor, then certificates from the one it issued down to the leaf. */
export type CandidatePath = { readonly anchor: Anchor; readonly chain: readonly Certificate[] }

/** A path found valid, with the public key of each certificate as inherited parameters complete it. */
export type ValidPath = CandidatePath & { readonly spkis: readonly Uint8Array[]; readonly policies: readonly string[] }

/** The state variables of RFC 5280 6.1.2. */
type State = {
  readonly issuer: Name
  readonly spki: Uint8Array
  readonly key: PublicKey
  readonly remaining: number
  readonly constraints: ConstraintState
  readonly policies: PolicyState
}

function throwIf(refusal: Refusal | undefined): void {
  if (refusal) refuseWith(refusal)
}

/** The anchor's own certificate keeps constraining what lies below it (RFC 5937). */
function initialState(session: Session, { anchor, chain }: CandidatePath): State {
  const root: Partial<CertificateExtensions> = anchor.certificate?.extensions ?? {}
  return {
    issuer: anchor.name,
    spki: anchor.spki,
    key: anchor.publicKey,
    remaining: root.basicConstraints?.pathLength ?? chain.length,
    constraints: { sets: root.nameConstraints ? [root.nameConstraints] : [], budget: session.budget },
    policies: initialPolicyState(session.policies, chain.length),
  }
}

async function checkSignatureOf(session: Session, certificate: Certificate, state: State): Promise<void> {
  const scheme = signatureScheme(certificate.signatureAlgorithm)
  if (!scheme.ok) return refuseWith(scheme.error)
  throwIf(hashRefusal(session.algorithms, scheme.value, session.at))
  throwIf(keyRefusal(session.algorithms, state.key, session.at))
  const verified = await verifySigned(session, certificate, state.spki)
  if (!verified.ok) return refuseWith(verified.error)
  if (verified.value) return
  const message = `the signature of ${certificate.subject.text} does not verify`
  refuseWith({ code: 'bad-signature', message, about: plainName(certificate.issuer) })
}

function checkReadable(certificate: Certificate): void {
  const [malformed] = certificate.malformed
  if (malformed)
    refuse('malformed-extension', `${malformed.message} (${malformed.at ?? 'outside the extensions'})`, malformed.at)
  const [unknown] = certificate.unknownCritical
  if (unknown !== undefined) refuse('unknown-critical-extension', `critical extension ${unknown} is unknown`, unknown)
}

/** What a certificate must be by itself, whatever path it is on. */
function checkItself(session: Session, certificate: Certificate): void {
  checkReadable(certificate)
  if (session.purpose === 'tls-server') checkProfile(certificate)
  throwIf(validityRefusal(certificate, session.at))
}

/** 6.1.3 (a), for any certificate of the path. */
async function checkBasics(session: Session, certificate: Certificate, state: State): Promise<void> {
  checkItself(session, certificate)
  if (!namesEqual(certificate.issuer, state.issuer)) refuse('name-chaining', 'issuer and subject names do not chain')
  await checkSignatureOf(session, certificate, state)
}

/** 6.1.4 (k), (n): a certificate that issues others must say it may. */
function checkIssuer(session: Session, certificate: Certificate): void {
  const { basicConstraints, keyUsage } = certificate.extensions
  const who = certificate.subject.text
  if (certificate.version !== 3 || basicConstraints?.ca !== true) refuse('not-a-ca', `${who} is not a CA certificate`)
  if (keyUsage && !keyUsage.has('keyCertSign')) refuse('wrong-key-usage', `${who} may not sign certificates`)
  checkIssuerPurpose(certificate, session.purpose)
}

/** Refuses a certificate that can issue nothing on any path, so that the search need not go through it. */
export function checkIssuing(session: Session, certificate: Certificate): void {
  checkItself(session, certificate)
  checkIssuer(session, certificate)
}

/** 6.1.4 (l), (m). */
function nextRemaining(certificate: Certificate, remaining: number): number {
  const selfIssued = isSelfIssued(certificate)
  if (!selfIssued && remaining <= 0) refuse('path-too-long', `${certificate.subject.text} lies beyond the path length`)
  const rest = selfIssued ? remaining : remaining - 1
  return Math.min(rest, certificate.extensions.basicConstraints?.pathLength ?? rest)
}

/** 6.1.4 (d), (e), (f): a DSA key without parameters takes those of its issuer. */
function inheritedSpki(certificate: Certificate, issuer: PublicKey): Uint8Array {
  const { publicKey } = certificate
  const inherits = publicKey.algorithm === 'dsa' && publicKey.parameters === undefined
  if (!inherits || issuer.algorithm !== 'dsa' || !issuer.parameters) return certificate.spki
  return der.sequence(der.sequence(der.oid(publicKey.oid), issuer.parameters), der.bitString(publicKey.key))
}

/** 6.1.4: what the certificates below will be judged by. */
function nextState(certificate: Certificate, state: State, spki: Uint8Array): State {
  const { nameConstraints } = certificate.extensions
  const policies = applyMappings(state.policies, certificate)
  return {
    issuer: certificate.subject,
    spki,
    key: readPublicKey(readDer(spki)),
    remaining: nextRemaining(certificate, state.remaining),
    constraints: nameConstraints
      ? { ...state.constraints, sets: [...state.constraints.sets, nameConstraints] }
      : state.constraints,
    policies: tightenPolicies(policies, certificate, isSelfIssued(certificate)),
  }
}

type Step = { readonly state: State; readonly spki: Uint8Array }

/** 6.1.3, and 6.1.4 unless the certificate is the last. */
async function advance(session: Session, certificate: Certificate, state: State, last: boolean): Promise<Step> {
  const exempt = isSelfIssued(certificate) && !last
  await checkBasics(session, certificate, state)
  if (!exempt) checkNames(certificate, state.constraints)
  const policies = applyPolicies(state.policies, certificate, state.policies.any > 0 || exempt)
  const spki = inheritedSpki(certificate, state.key)
  if (last) return { spki, state: { ...state, policies, key: readPublicKey(readDer(spki)) } }
  checkIssuer(session, certificate)
  return { spki, state: nextState(certificate, { ...state, policies }, spki) }
}

/** A root whose own limits on what lies below cannot be read sets no limits we could keep. */
function checkAnchor(session: Session, root: Certificate): void {
  const limits: readonly (string | undefined)[] = [OID.basicConstraints, OID.nameConstraints]
  const lost = root.malformed.find(({ at }) => limits.includes(at))
  if (lost) refuse('malformed-extension', `${lost.message} (in the root)`, lost.at)
  checkIssuerPurpose(root, session.purpose)
  if (session.purpose !== 'tls-server') return
  checkReadable(root)
  checkRootProfile(root, session.at)
}

/** RFC 5280 6.1 for one path; throws `Refused` with the first rule broken. */
export async function validateCandidate(session: Session, path: CandidatePath): Promise<ValidPath> {
  const { anchor, chain } = path
  if (anchor.certificate) checkAnchor(session, anchor.certificate)
  const spkis: Uint8Array[] = []
  let state = initialState(session, path)
  for (const certificate of chain) {
    const step = await advance(session, certificate, state, certificate === chain.at(-1))
    spkis.push(step.spki)
    state = step.state
  }
  throwIf(keyRefusal(session.algorithms, state.key, session.at))
  const leaf = chain.at(-1)
  return { ...path, spkis, policies: leaf ? finalPolicies(state.policies, leaf, session.policies) : [] }
}
