import 'server-only'
import { createHash } from 'node:crypto'
import { buildSignedAttributes } from '@/lib/cms'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import type { SignaturePlan, Signer, SigningFault } from '@/lib/pades'
import { digestPrepared, fillGap, oidOf, prepareSignature, SIGNING_FAULT_WORDS, signDigest } from '@/lib/pades'
import { nodeEngine, nodeHashes } from '@/lib/pades/server'
import type { Ctx, RemoteCredential, RemoteFailure } from '@/lib/ports'
import { parseCertificate, toHex } from '@/lib/trust'
import { signingPaths } from '../protocol/paths'
import { storedSource } from '../verification/blob-source'
import type { DescribedCertificate } from '../requirement/certificate-fault'
import { describeCertificate } from '../requirement/certificate-fault'
import type { Signed } from '../protocol/signed-input'
import { choiceOf, faultOf, nameOf } from './remote-credential'
import type { RemoteChoice, Signatory } from './remote-credential'
import type { PreparedDocument, PreparedStep, RemoteSubject } from './remote-state'
import { keepStep, takeStep, waitingStep } from './remote-state'
import { timestampAuthorityForPerson } from '../authorities/timestamp-authority'

const token = (ctx: Ctx) => Buffer.from(ctx.random(32)).toString('base64url')
const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url')
const returnTo = (ctx: Ctx) => `${ctx.ports.origin}${signingPaths.remoteReturn()}`

const FAILURES = {
  unavailable: 'remote-signer-unavailable',
  busy: 'remote-signer-busy',
  lapsed: 'remote-signing-expired',
  unusable: 'remote-answer-unusable',
} as const satisfies Record<RemoteFailure, DomainError['code']>
const refuse = (failure: RemoteFailure) => err({ code: FAILURES[failure] })

/** Begins a remote signature: the address at which the person lets the portal see their certificates. */
export async function beginRemote(
  ctx: Ctx,
  of: RemoteSubject,
  description: string,
): Promise<Result<string, DomainError>> {
  const [state, verifier] = [token(ctx), token(ctx)]
  const consent = { state, challenge: challengeOf(verifier), returnTo: returnTo(ctx), description }
  const address = await ctx.ports.remoteSigner.consentAddress({ ...consent, signing: null })
  if (!address.ok) return refuse(address.error)
  await keepStep(ctx, of, state, { stage: 'certificates', verifier })
  return address
}

/** A stored document to be signed, under the name the caller knows it by, and how the signature looks on its page. */
export type RemoteDocument = { ref: string; sha256: string; size: number; looks?: Looks }
type Looks = Pick<SignaturePlan, 'page' | 'appearance'>
/** Everything signed with one authorisation, and who must sign it. */
export type RemoteTask = { of: RemoteSubject; documents: readonly RemoteDocument[]; signatory: Signatory }
type Returned = { code: string; verifier: string }

/**
 * With leave to see the certificates: prepares the revisions with the one that may sign, or keeps all for the person to
 * choose from. @returns the next step's state
 */
export async function prepareRemote(
  ctx: Ctx,
  task: RemoteTask,
  { code, verifier }: Returned,
): Promise<Result<string, DomainError>> {
  const service = ctx.ports.remoteSigner
  const access = await service.redeem({ code, verifier, returnTo: returnTo(ctx) })
  const credentials = access.ok ? await service.credentials(access.value) : access
  if (!credentials.ok) return refuse(credentials.error)
  const [usable, ...others] = credentials.value.filter(
    (credential) => faultOf(credential, task.signatory, ctx.now) === null,
  )
  if (usable === undefined) return err({ code: missingFor(task.signatory) })
  if (others.length === 0) return prepareWith(ctx, task, usable)
  const state = token(ctx)
  await keepStep(ctx, task.of, state, { stage: 'choice', credentials: credentials.value })
  return ok(state)
}

const missingFor = (signatory: Signatory) =>
  'name' in signatory ? 'remote-official-certificate-missing' : 'remote-certificate-missing'

type Chosen = { state: string; credentialId: string }

/** With the certificate a person chose: prepares the revisions. @returns the next step's state */
export async function chooseRemote(
  ctx: Ctx,
  task: RemoteTask,
  { state, credentialId }: Chosen,
): Promise<Result<string, DomainError>> {
  const waiting = await waitingStep(ctx, state)
  if (waiting?.step.stage !== 'choice' || waiting.of.id !== task.of.id) return err({ code: 'remote-signing-expired' })
  const chosen = waiting.step.credentials.find(({ id }) => id === credentialId)
  if (chosen === undefined || faultOf(chosen, task.signatory, ctx.now) !== null) return err({ code: 'invalid-input' })
  const taken = await takeStep(ctx, state)
  return taken === null ? err({ code: 'remote-signing-expired' }) : prepareWith(ctx, task, chosen)
}

async function prepareWith(
  ctx: Ctx,
  { of, documents }: RemoteTask,
  credential: RemoteCredential,
): Promise<Result<string, DomainError>> {
  const prepared: PreparedDocument[] = []
  for (const document of documents) {
    const preparation = await preparedFor(ctx, document, credential)
    if (!preparation.ok) return err(asDomain(ctx, preparation.error))
    prepared.push(preparation.value)
  }
  const state = token(ctx)
  await keepStep(ctx, of, state, { stage: 'signature', verifier: token(ctx), credential, documents: prepared })
  return ok(state)
}

async function preparedFor(
  ctx: Ctx,
  { ref, sha256, size, looks }: RemoteDocument,
  { certificate, algorithm }: RemoteCredential,
): Promise<Result<PreparedDocument, SigningFault>> {
  const source = storedSource(ctx.ports.blobs, sha256, size)
  const plan = { kind: 'signature' as const, unique: ctx.random(16), at: ctx.now, signerName: nameOf(certificate) }
  const prepared = await prepareSignature(source, { ...plan, ...looks })
  if (!prepared.ok) return prepared
  const digest = await digestPrepared(source, prepared.value, nodeHashes, oidOf(algorithm.digest))
  if (!digest.ok) return digest
  const { signed: contentDigest, base } = digest.value
  const { appendix, baseSize, fieldName, byteRange } = prepared.value
  const revision = { ref, appendix, baseSize, fieldName, contentDigest }
  return ok({ ...revision, byteRange: [...byteRange], baseSha256: toHex(base) })
}

/** What the service is asked to sign: the digests of the signed attributes. */
function digestsToSign({ documents, credential: { certificate, algorithm } }: PreparedStep): Uint8Array[] {
  const hash = algorithm.digest.replace('-', '').toLowerCase()
  return documents.map(({ contentDigest }) => {
    const attributes = buildSignedAttributes({ contentDigest, certificate, algorithm })
    return new Uint8Array(createHash(hash).update(attributes).digest())
  })
}

export type RemoteWaiting =
  | { kind: 'choose'; of: RemoteSubject; certificates: RemoteChoice[] }
  | {
      kind: 'confirm'
      of: RemoteSubject
      certificate: DescribedCertificate
      documents: { ref: string; digest: string }[]
      address: string
    }

/** What a remote signature waits for: a choice of certificate, or leave to sign, with whose certificate and which digests. */
export async function remoteWaiting(ctx: Ctx, state: string): Promise<Result<RemoteWaiting, DomainError>> {
  const storedStep = await waitingStep(ctx, state)
  if (storedStep === null || storedStep.step.stage === 'certificates') return err({ code: 'remote-signing-expired' })
  const { of, step } = storedStep
  if (step.stage === 'signature') return confirmation(ctx, state, { of, step })
  return ok({
    kind: 'choose',
    of,
    certificates: step.credentials.flatMap((credential) => choiceOf(credential, ctx.now)),
  })
}

/** Services take descriptions of at most 500 characters. */
const descriptionOf = (documents: readonly PreparedDocument[]) =>
  documents
    .map(({ baseSha256 }) => `SHA-256 ${documents.length === 1 ? baseSha256 : baseSha256.slice(0, 12)}`)
    .join(', ')

async function confirmation(
  ctx: Ctx,
  state: string,
  { of, step }: { of: RemoteSubject; step: PreparedStep },
): Promise<Result<RemoteWaiting, DomainError>> {
  const { verifier, credential, documents } = step
  const certificate = parseCertificate(credential.certificate)
  if (!certificate.ok) return err({ code: 'remote-certificate-missing' })
  const digests = digestsToSign(step)
  const signing = { credentialId: credential.id, digests, algorithm: credential.algorithm }
  const consent = {
    state,
    challenge: challengeOf(verifier),
    returnTo: returnTo(ctx),
    description: descriptionOf(documents),
  }
  const address = await ctx.ports.remoteSigner.consentAddress({ ...consent, signing })
  if (!address.ok) return refuse(address.error)
  const shown = documents.map(({ ref }, place) => ({ ref, digest: toHex(digests[place] ?? new Uint8Array()) }))
  const holder = describeCertificate(certificate.value)
  return ok({ kind: 'confirm', of, certificate: holder, documents: shown, address: address.value })
}

/** One document after the service signed: what is to be appended, or why nothing is. */
export type RemotelySigned = { ref: string; signed: Result<Signed, DomainError> }

/** With leave to sign: has the service sign all digests at once, and gives each its own proof of time. */
export async function finishRemote(
  ctx: Ctx,
  step: PreparedStep,
  code: string,
): Promise<Result<RemotelySigned[], DomainError>> {
  const { id: credentialId, algorithm } = step.credential
  const service = ctx.ports.remoteSigner
  const access = await service.redeem({ code, verifier: step.verifier, returnTo: returnTo(ctx) })
  const signatures = access.ok
    ? await service.sign({ token: access.value, credentialId, digests: digestsToSign(step), algorithm })
    : access
  if (!signatures.ok) return refuse(signatures.error)
  const all: RemotelySigned[] = []
  for (const [place, document] of step.documents.entries()) {
    const signed = await complete(ctx, step.credential, document, signatures.value[place] ?? new Uint8Array())
    all.push({ ref: document.ref, signed })
  }
  return ok(all)
}

async function complete(
  ctx: Ctx,
  { certificate, chain, algorithm }: RemoteCredential,
  document: PreparedDocument,
  signature: Uint8Array,
): Promise<Result<Signed, DomainError>> {
  const signer: Signer = { certificate, chain, algorithm, sign: () => Promise.resolve(signature) }
  const { authority, refusal } = timestampAuthorityForPerson(ctx)
  const contents = await signDigest(document.contentDigest, { signer, authority }, nodeEngine)
  if (!contents.ok) return err(refusal() ?? asDomain(ctx, contents.error))
  const appendix = fillGap(document, contents.value)
  if (!appendix.ok) return err(asDomain(ctx, appendix.error))
  return ok({ appendix: appendix.value, baseSize: document.baseSize, baseSha256: document.baseSha256 })
}

function asDomain(ctx: Ctx, { code }: SigningFault): DomainError {
  return { code: 'signature-refused', detail: { reason: SIGNING_FAULT_WORDS[code][ctx.locale] } }
}
