import { hashRefusal } from '../crypto/algorithm-policy'
import { bytesEqual, toHex } from '../der/bytes'
import type { Certificate } from '../certificate/certificate'
import { readDer } from '../der/scan'
import { digest } from '../crypto/engine'
import type { HashName } from '../crypto/hash'
import { readPublicKey } from '../crypto/key'
import { namesEqual } from '../certificate/name'
import type { OcspResponder, OcspResponse, OcspSingle } from '../revocation-data/ocsp'
import { ocspCertId } from '../revocation-data/ocsp-request'
import { checkPurpose } from '../path/purpose'
import { attempt, refuse } from '../der/refusal'
import type { Refusal } from '../der/refusal'
import { isCurrent, remembers } from './status'
import type { Answer, Issuer, RevocationContext, Subject } from './status'
import { tryEvidence, verifySigned } from '../path/session'
import { signatureScheme } from '../crypto/signature-scheme'
import { validityRefusal } from '../path/strict-profile'

/** What the responses say about one certificate. */
export type OcspVerdict = {
  readonly answers: readonly Answer[]
  readonly why?: Refusal
}

type Ask = {
  readonly context: RevocationContext
  readonly subject: Subject
  /** Whether a delegated responder is itself known to be revoked. */
  readonly isRevoked: (responder: Certificate) => Promise<boolean>
}

async function isAbout({ context, subject }: Ask, single: OcspSingle): Promise<boolean> {
  if (single.certId.serial !== subject.certificate.serial) return false
  const key = readPublicKey(readDer(subject.issuer.spki)).key
  const issuer = { name: subject.issuer.name, key }
  const id = await ocspCertId(context.session.engine, subject.certificate.serial, issuer, single.certId.hash)
  return id.issuerNameHash === single.certId.issuerNameHash && id.issuerKeyHash === single.certId.issuerKeyHash
}

const KEY_HASH: HashName = 'SHA-1'

async function isResponder(context: RevocationContext, responder: OcspResponder, who: Issuer): Promise<boolean> {
  if ('name' in responder) return namesEqual(responder.name, who.name)
  const key = readPublicKey(readDer(who.spki)).key
  return toHex(await digest(context.session.engine, KEY_HASH, key)) === responder.keyHash
}

function isFitResponder(candidate: Certificate, at: Date): boolean {
  const inOrder = candidate.malformed.length === 0 && candidate.unknownCritical.length === 0
  const entitled = attempt(() => {
    checkPurpose(candidate, 'ocsp')
  }).ok
  return inOrder && entitled && validityRefusal(candidate, at) === undefined
}

/** When it spoke, but no later than what is being judged: a responder's clock is not checked (RFC 6960 3.2). */
function spokenAt({ to }: RevocationContext, { producedAt }: OcspResponse): Date {
  return producedAt < to ? producedAt : to
}

/** RFC 6960 4.2.2.2: issued directly by the CA asked about, for this purpose, valid when it spoke. */
async function isDelegate(ask: Ask, response: OcspResponse, candidate: Certificate): Promise<boolean> {
  const { context, subject } = ask
  if (!isFitResponder(candidate, spokenAt(context, response))) return false
  if (!namesEqual(candidate.issuer, subject.issuer.name)) return false
  const verified = await verifySigned(context.session, candidate, subject.issuer.spki)
  if (!verified.ok || !verified.value) return false
  return candidate.extensions.ocspNoCheck === true || !(await ask.isRevoked(candidate))
}

async function signedBy(ask: Ask, response: OcspResponse, who: Issuer): Promise<boolean> {
  if (!(await isResponder(ask.context, response.responder, who))) return false
  const verified = await verifySigned(ask.context.session, response, who.spki)
  return verified.ok && verified.value
}

async function isAuthorised(ask: Ask, response: OcspResponse): Promise<boolean> {
  if (await signedBy(ask, response, ask.subject.issuer)) return true
  const candidates = [...response.certificates, ...ask.context.session.intermediates]
  for (const candidate of candidates) {
    if (bytesEqual(candidate.der, ask.subject.certificate.der)) continue
    const who = { name: candidate.subject, spki: candidate.spki, certificate: candidate }
    if ((await signedBy(ask, response, who)) && (await isDelegate(ask, response, candidate))) return true
  }
  return false
}

function checkStrength({ session }: RevocationContext, response: OcspResponse): void {
  const scheme = signatureScheme(response.signatureAlgorithm)
  if (!scheme.ok) return refuse(scheme.error.code, scheme.error.message)
  const weak = hashRefusal(session.algorithms, scheme.value, response.producedAt)
  if (weak) refuse(weak.code, `the OCSP response: ${weak.message}`)
}

function checkRemembers(certificate: Certificate, { status, thisUpdate, archiveCutoff }: OcspSingle): void {
  if (status.kind === 'good' && !remembers(certificate, thisUpdate, archiveCutoff)) {
    refuse('ocsp-after-expiry', 'the OCSP response is of after the expiry of the certificate and may have forgotten it')
  }
}

async function answerOf(ask: Ask, response: OcspResponse, single: OcspSingle): Promise<Answer | undefined> {
  const { context } = ask
  if (!(await isAbout(ask, single))) return undefined
  if (single.status.kind === 'unknown') refuse('ocsp-unknown', 'the responder does not know the certificate')
  if (!isCurrent(single, context)) refuse('ocsp-not-current', 'the OCSP response is not of the time asked about')
  checkRemembers(ask.subject.certificate, single)
  checkStrength(context, response)
  if (!(await isAuthorised(ask, response))) refuse('ocsp-responder', 'the OCSP responder is not entitled to answer')
  return {
    source: 'ocsp',
    entry: single.status.kind === 'revoked' ? single.status : undefined,
    thisUpdate: single.thisUpdate,
    nextUpdate: single.nextUpdate,
    evidence: response.der,
  }
}

/** Status by OCSP responses (RFC 6960 3.2): those about this certificate, current, and signed by someone entitled. */
export async function ocspVerdict(ask: Ask): Promise<OcspVerdict> {
  const answers: Answer[] = []
  let why: Refusal | undefined
  const pairs = ask.context.ocsps.flatMap((response) => response.singles.map((single) => ({ response, single })))
  for (const { response, single } of pairs) {
    const answer = await tryEvidence(answerOf(ask, response, single))
    if (!answer.ok) why = answer.error
    else if (answer.value) answers.push(answer.value)
  }
  return { answers, ...(why && { why }) }
}
