import 'server-only'
import { createHash } from 'node:crypto'
import type { Attachment } from '@/lib/attachments'
import { buildSignedAttributes } from '@/lib/cms'
import { err, ok } from '@/lib/kernel'
import type { DomainError, Result } from '@/lib/kernel'
import { digestPrepared, fillGap, prepareSignature, signDigest, SIGNING_FAULT_WORDS } from '@/lib/pades'
import type { Signer, SigningFault } from '@/lib/pades'
import { nodeEngine, nodeHashes } from '@/lib/pades/server'
import type { Ctx, RemoteCredential } from '@/lib/ports'
import { HASHES, parseCertificate, toHex } from '@/lib/trust'
import { storedSource } from './blob-source'
import type { RightSubject } from './requirement'
import { certificateFault, describeCertificate } from './sign-holder'
import type { DescribedCertificate } from './sign-holder'
import type { Signed } from './sign-input'
import { keepStep, waitingStep } from './sign-remote-state'
import type { PreparedStep } from './sign-remote-state'
import { timestampOn } from './sign-time'

const ALGORITHM = { scheme: 'rsa-pkcs1', digest: 'SHA-256' } as const
const RETURN_PATH = '/api/ky/tu-xa/tro-lai'

const token = (ctx: Ctx) => Buffer.from(ctx.random(32)).toString('base64url')
const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url')
const returnTo = (ctx: Ctx) => `${ctx.ports.origin}${RETURN_PATH}`
const unavailable = () => err({ code: 'remote-signer-unavailable' } as const)

/** Begins a remote signature: the address at which the person lets the portal see their certificates. */
export async function beginRemote(ctx: Ctx, file: Attachment): Promise<Result<string, DomainError>> {
  const [state, verifier] = [token(ctx), token(ctx)]
  const consent = { state, challenge: challengeOf(verifier), returnTo: returnTo(ctx), description: file.name }
  const address = await ctx.ports.remoteSigner.consentAddress({ ...consent, signing: null })
  if (address === null) return unavailable()
  await keepStep(ctx, file.id, state, { stage: 'certificates', verifier })
  return ok(address)
}

type Returned = { code: string; verifier: string }
type ToSign = { file: Attachment; subject: RightSubject }

/** With leave to see the certificates: takes the applicant's own and prepares the revision. @returns the next step's state */
export async function prepareRemote(
  ctx: Ctx,
  { file, subject }: ToSign,
  { code, verifier }: Returned,
): Promise<Result<string, DomainError>> {
  const service = ctx.ports.remoteSigner
  const access = await service.redeem({ code, verifier, returnTo: returnTo(ctx) })
  const credentials = access === null ? null : await service.credentials(access)
  if (credentials === null) return unavailable()
  const own = credentials.find((one) => isUsable(one, subject, ctx.now))
  if (own === undefined) return err({ code: 'remote-certificate-missing' })
  const step = await preparedWith(ctx, file, own)
  if (!step.ok) return err(asDomain(ctx, step.error))
  const state = token(ctx)
  await keepStep(ctx, file.id, state, step.value)
  return ok(state)
}

function isUsable({ certificate }: RemoteCredential, subject: RightSubject, now: Date): boolean {
  const parsed = parseCertificate(certificate)
  return parsed.ok && certificateFault(parsed.value, subject, now) === null
}

async function preparedWith(
  ctx: Ctx,
  file: Attachment,
  { id, certificate, chain }: RemoteCredential,
): Promise<Result<PreparedStep, SigningFault>> {
  const source = storedSource(ctx.ports.blobs, file.sha256, file.size)
  const plan = { kind: 'signature' as const, unique: ctx.random(16), at: ctx.now, signerName: nameOf(certificate) }
  const prepared = await prepareSignature(source, plan)
  if (!prepared.ok) return prepared
  const digest = await digestPrepared(source, prepared.value, nodeHashes, HASHES['SHA-256'].oid)
  if (!digest.ok) return digest
  const { signed: contentDigest, base } = digest.value
  const verifier = token(ctx)
  const own = { stage: 'signature' as const, verifier, credentialId: id, certificate, chain, contentDigest }
  const { appendix, baseSize, fieldName, byteRange } = prepared.value
  return ok({ ...own, appendix, baseSize, fieldName, byteRange: [...byteRange], baseSha256: toHex(base) })
}

function nameOf(der: Uint8Array): string {
  const parsed = parseCertificate(der)
  return parsed.ok ? describeCertificate(parsed.value).name : ''
}

/** What the service is asked to sign: the digest of the signed attributes. */
function digestToSign({ contentDigest, certificate }: PreparedStep): Uint8Array {
  const attributes = buildSignedAttributes({ contentDigest, certificate, algorithm: ALGORITHM })
  return new Uint8Array(createHash('sha256').update(attributes).digest())
}

export type RemoteConfirmation = {
  attachmentId: string
  certificate: DescribedCertificate
  digest: string
  address: string
}

/** What the person confirms at the service: whose certificate, which digest, and where. */
export async function remoteConfirmation(ctx: Ctx, state: string): Promise<Result<RemoteConfirmation, DomainError>> {
  const kept = await waitingStep(ctx, state)
  if (kept?.step.stage !== 'signature') return err({ code: 'remote-signing-expired' })
  const { verifier, credentialId, certificate: der } = kept.step
  const certificate = parseCertificate(der)
  const digest = digestToSign(kept.step)
  const consent = {
    state,
    challenge: challengeOf(verifier),
    returnTo: returnTo(ctx),
    description: `SHA-256 ${kept.step.baseSha256}`,
  }
  const address = await ctx.ports.remoteSigner.consentAddress({ ...consent, signing: { credentialId, digest } })
  if (!certificate.ok || address === null) return unavailable()
  return ok({
    attachmentId: kept.attachmentId,
    certificate: describeCertificate(certificate.value),
    digest: toHex(digest),
    address,
  })
}

/** With leave to sign: has the service sign, adds the proof of time, and gives what is to be appended. */
export async function finishRemote(ctx: Ctx, step: PreparedStep, code: string): Promise<Result<Signed, DomainError>> {
  const { verifier, credentialId, certificate, chain } = step
  const access = await ctx.ports.remoteSigner.redeem({ code, verifier, returnTo: returnTo(ctx) })
  const signature =
    access === null
      ? null
      : await ctx.ports.remoteSigner.sign({ token: access, credentialId, digest: digestToSign(step) })
  if (signature === null) return unavailable()
  const signer: Signer = { certificate, chain, algorithm: ALGORITHM, sign: () => Promise.resolve(signature) }
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
