import 'server-only'
import { createHash } from 'node:crypto'
import type { Attachment } from '@/lib/attachments'
import { buildSignedAttributes } from '@/lib/cms'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import type { Signer, SigningFault } from '@/lib/pades'
import { digestPrepared, fillGap, oidOf, prepareSignature, SIGNING_FAULT_WORDS, signDigest } from '@/lib/pades'
import { nodeEngine, nodeHashes } from '@/lib/pades/server'
import type { Ctx, RemoteCredential, RemoteFailure } from '@/lib/ports'
import { parseCertificate, toHex } from '@/lib/trust'
import { storedSource } from './blob-source'
import type { RightSubject } from './requirement'
import type { CertificateFault, DescribedCertificate } from './sign-holder'
import { certificateFault, describeCertificate } from './sign-holder'
import type { Signed } from './sign-input'
import type { PreparedStep } from './sign-remote-state'
import { keepStep, takeStep, waitingStep } from './sign-remote-state'
import { timestampOn } from './sign-time'

const RETURN_PATH = '/api/ky/tu-xa/tro-lai'

const token = (ctx: Ctx) => Buffer.from(ctx.random(32)).toString('base64url')
const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url')
const returnTo = (ctx: Ctx) => `${ctx.ports.origin}${RETURN_PATH}`

const FAILURES = {
  unavailable: 'remote-signer-unavailable',
  busy: 'remote-signer-busy',
  lapsed: 'remote-signing-expired',
  unusable: 'remote-answer-unusable',
} as const satisfies Record<RemoteFailure, DomainError['code']>
const failed = (failure: RemoteFailure) => err({ code: FAILURES[failure] })

/** Begins a remote signature: the address at which the person lets the portal see their certificates. */
export async function beginRemote(ctx: Ctx, file: Attachment): Promise<Result<string, DomainError>> {
  const [state, verifier] = [token(ctx), token(ctx)]
  const consent = { state, challenge: challengeOf(verifier), returnTo: returnTo(ctx), description: file.name }
  const address = await ctx.ports.remoteSigner.consentAddress({ ...consent, signing: null })
  if (!address.ok) return failed(address.error)
  await keepStep(ctx, file.id, state, { stage: 'certificates', verifier })
  return address
}

type Returned = { code: string; verifier: string }
type ToSign = { file: Attachment; subject: RightSubject }

/**
 * With leave to see the certificates: prepares the revision with the applicant's own, or keeps several for the person to
 * choose from. @returns the next step's state
 */
export async function prepareRemote(
  ctx: Ctx,
  { file, subject }: ToSign,
  { code, verifier }: Returned,
): Promise<Result<string, DomainError>> {
  const service = ctx.ports.remoteSigner
  const access = await service.redeem({ code, verifier, returnTo: returnTo(ctx) })
  const found = access.ok ? await service.credentials(access.value) : access
  if (!found.ok) return failed(found.error)
  const own = found.value.filter((one) => faultOf(one, subject, ctx.now) !== 'wrong-subject')
  const [usable, ...others] = own.filter((one) => faultOf(one, subject, ctx.now) === null)
  if (usable === undefined) return err({ code: 'remote-certificate-missing' })
  if (others.length === 0) return prepareWith(ctx, file, usable)
  const state = token(ctx)
  await keepStep(ctx, file.id, state, { stage: 'choice', credentials: own })
  return ok(state)
}

type Chosen = { state: string; credentialId: string }

/** With the certificate a person chose: prepares the revision. @returns the next step's state */
export async function chooseRemote(
  ctx: Ctx,
  { file, subject }: ToSign,
  { state, credentialId }: Chosen,
): Promise<Result<string, DomainError>> {
  const waiting = await waitingStep(ctx, state)
  if (waiting?.step.stage !== 'choice' || waiting.attachmentId !== file.id)
    return err({ code: 'remote-signing-expired' })
  const chosen = waiting.step.credentials.find(({ id }) => id === credentialId)
  if (chosen === undefined || faultOf(chosen, subject, ctx.now) !== null) return err({ code: 'invalid-input' })
  const taken = await takeStep(ctx, state)
  return taken === null ? err({ code: 'remote-signing-expired' }) : prepareWith(ctx, file, chosen)
}

/** A certificate that cannot be read is nobody's. */
function faultOf({ certificate }: RemoteCredential, subject: RightSubject | null, now: Date): CertificateFault | null {
  const parsed = parseCertificate(certificate)
  return parsed.ok ? certificateFault(parsed.value, subject, now) : 'wrong-subject'
}

async function prepareWith(
  ctx: Ctx,
  file: Attachment,
  credential: RemoteCredential,
): Promise<Result<string, DomainError>> {
  const step = await preparedStep(ctx, file, credential)
  if (!step.ok) return err(asDomain(ctx, step.error))
  const state = token(ctx)
  await keepStep(ctx, file.id, state, step.value)
  return ok(state)
}

async function preparedStep(
  ctx: Ctx,
  file: Attachment,
  credential: RemoteCredential,
): Promise<Result<PreparedStep, SigningFault>> {
  const source = storedSource(ctx.ports.blobs, file.sha256, file.size)
  const signerName = nameOf(credential.certificate)
  const plan = { kind: 'signature' as const, unique: ctx.random(16), at: ctx.now, signerName }
  const prepared = await prepareSignature(source, plan)
  if (!prepared.ok) return prepared
  const digest = await digestPrepared(source, prepared.value, nodeHashes, oidOf(credential.algorithm.digest))
  if (!digest.ok) return digest
  const { signed: contentDigest, base } = digest.value
  const own = { stage: 'signature' as const, verifier: token(ctx), credential, contentDigest }
  const { appendix, baseSize, fieldName, byteRange } = prepared.value
  return ok({ ...own, appendix, baseSize, fieldName, byteRange: [...byteRange], baseSha256: toHex(base) })
}

function nameOf(der: Uint8Array): string {
  const parsed = parseCertificate(der)
  return parsed.ok ? describeCertificate(parsed.value).name : ''
}

/** What the service is asked to sign: the digest of the signed attributes. */
function digestToSign({ contentDigest, credential: { certificate, algorithm } }: PreparedStep): Uint8Array {
  const attributes = buildSignedAttributes({ contentDigest, certificate, algorithm })
  return new Uint8Array(createHash(algorithm.digest.replace('-', '').toLowerCase()).update(attributes).digest())
}

/** One of several certificates a person may choose from, and why one cannot be used. */
export type RemoteChoice = DescribedCertificate & { id: string; fault: CertificateFault | null }

export type RemoteWaiting =
  | { kind: 'choose'; attachmentId: string; certificates: RemoteChoice[] }
  | { kind: 'confirm'; attachmentId: string; certificate: DescribedCertificate; digest: string; address: string }

/** What a remote signature waits for: a choice of certificate, or leave to sign, with whose certificate and which digest. */
export async function remoteWaiting(ctx: Ctx, state: string): Promise<Result<RemoteWaiting, DomainError>> {
  const kept = await waitingStep(ctx, state)
  if (kept === null || kept.step.stage === 'certificates') return err({ code: 'remote-signing-expired' })
  const { attachmentId, step } = kept
  if (step.stage === 'signature') return confirmation(ctx, state, { attachmentId, step })
  return ok({ kind: 'choose', attachmentId, certificates: step.credentials.flatMap((one) => choiceOf(one, ctx.now)) })
}

function choiceOf(credential: RemoteCredential, now: Date): RemoteChoice[] {
  const parsed = parseCertificate(credential.certificate)
  if (!parsed.ok) return []
  return [{ ...describeCertificate(parsed.value), id: credential.id, fault: faultOf(credential, null, now) }]
}

async function confirmation(
  ctx: Ctx,
  state: string,
  { attachmentId, step }: { attachmentId: string; step: PreparedStep },
): Promise<Result<RemoteWaiting, DomainError>> {
  const { verifier, credential, baseSha256 } = step
  const certificate = parseCertificate(credential.certificate)
  if (!certificate.ok) return err({ code: 'remote-certificate-missing' })
  const digest = digestToSign(step)
  const signing = { credentialId: credential.id, digest, algorithm: credential.algorithm }
  const description = `SHA-256 ${baseSha256}`
  const consent = { state, challenge: challengeOf(verifier), returnTo: returnTo(ctx), description, signing }
  const address = await ctx.ports.remoteSigner.consentAddress(consent)
  if (!address.ok) return failed(address.error)
  const described = describeCertificate(certificate.value)
  return ok({ kind: 'confirm', attachmentId, certificate: described, digest: toHex(digest), address: address.value })
}

/** With leave to sign: has the service sign, adds the proof of time, and gives what is to be appended. */
export async function finishRemote(ctx: Ctx, step: PreparedStep, code: string): Promise<Result<Signed, DomainError>> {
  const { id: credentialId, certificate, chain, algorithm } = step.credential
  const service = ctx.ports.remoteSigner
  const access = await service.redeem({ code, verifier: step.verifier, returnTo: returnTo(ctx) })
  const signature = access.ok
    ? await service.sign({ token: access.value, credentialId, digest: digestToSign(step), algorithm })
    : access
  if (!signature.ok) return failed(signature.error)
  const signer: Signer = { certificate, chain, algorithm, sign: () => Promise.resolve(signature.value) }
  const { authority, refusal } = authorityOf(ctx)
  const contents = await signDigest(step.contentDigest, { signer, authority }, nodeEngine)
  if (!contents.ok) return err(refusal() ?? asDomain(ctx, contents.error))
  const appendix = fillGap(step, contents.value)
  if (!appendix.ok) return err(asDomain(ctx, appendix.error))
  return ok({ appendix: appendix.value, baseSize: step.baseSize, baseSha256: step.baseSha256 })
}

/** The timestamping authority as lib/pades calls it, with what it refused kept for the person's message. */
function authorityOf(ctx: Ctx) {
  const refused: DomainError[] = []
  const stamp = async (digest: Uint8Array) => {
    const stamped = await timestampOn(ctx, digest)
    if (stamped.ok) return stamped.value
    refused.push(stamped.error)
    throw new Error(stamped.error.code)
  }
  return { authority: { stamp }, refusal: () => refused[0] }
}

function asDomain(ctx: Ctx, { code }: SigningFault): DomainError {
  return { code: 'signature-refused', detail: { reason: SIGNING_FAULT_WORDS[code][ctx.locale] } }
}
