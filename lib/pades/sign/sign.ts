import {
  assembleSignedData,
  buildSignedAttributes,
  digestOf,
  parseTimestampToken,
  signatureAlgorithmDer,
  verifyTimestampToken,
} from '@/lib/cms'
import type { SigningDigest } from '@/lib/cms'
import { err, ok } from '@/lib/kernel'
import type { Result } from '@/lib/kernel'
import type { ByteSource } from '@/lib/pdf'
import { checkSignature, HASHES, parseCertificate } from '@/lib/trust'
import type { Engine } from '@/lib/trust'
import type { HashEngine } from '../hashing'
import { digestPrepared } from './digest'
import { signingFault } from './fault'
import type { SigningFault } from './fault'
import { fillGap, prepareSignature } from './prepare'
import type { Prepared, SignaturePlan } from './prepare'
import type { Signer, TimestampAuthority } from './signer'

/** What signing gives back: the bytes to append, and the size and digest (by the signer's algorithm) of the base they belong to. */
export type SignedAppendix = {
  readonly appendix: Uint8Array
  readonly baseSize: number
  readonly baseDigest: Uint8Array
  readonly fieldName: string
}

export type Machinery = { readonly hashes: HashEngine; readonly engine: Engine }

export type SigningRequest = {
  readonly source: ByteSource
  readonly plan: Omit<SignaturePlan, 'kind'>
  readonly signer: Signer
  /** Given for level T and above; when it fails, signing fails. */
  readonly authority?: TimestampAuthority
}

const SHA256 = HASHES['SHA-256'].oid

export function oidOf(digest: SigningDigest): string {
  return HASHES[digest].oid
}

/** Signs a PDF at level B, or T with an authority (EN 319 142-1 section 6): prepare, digest in one pass, finish. */
export async function signPdf(
  request: SigningRequest,
  machinery: Machinery,
): Promise<Result<SignedAppendix, SigningFault>> {
  const prepared = await prepareSignature(request.source, { ...request.plan, kind: 'signature' })
  if (!prepared.ok) return prepared
  const oid = oidOf(request.signer.algorithm.digest)
  const digest = await digestPrepared(request.source, prepared.value, machinery.hashes, oid)
  if (!digest.ok) return digest
  const contents = await signDigest(digest.value.signed, request, machinery.engine)
  return contents.ok ? finish(prepared.value, contents.value, digest.value.base) : contents
}

function finish(
  prepared: Prepared,
  contents: Uint8Array,
  baseDigest: Uint8Array,
): Result<SignedAppendix, SigningFault> {
  const appendix = fillGap(prepared, contents)
  if (!appendix.ok) return appendix
  const { baseSize, fieldName } = prepared
  return ok({ appendix: appendix.value, baseSize, baseDigest, fieldName })
}

/**
 * The CMS signature over the digest of a prepared revision: no signing-time, signing-certificate-v2 (EN 319 142-1
 * section 6.3). It is verified before it is given out, so that a wrong key or a lying service is found here.
 */
export async function signDigest(
  contentDigest: Uint8Array,
  { signer, authority }: Pick<SigningRequest, 'signer' | 'authority'>,
  engine: Engine,
): Promise<Result<Uint8Array, SigningFault>> {
  const { certificate, chain, algorithm } = signer
  const signedAttributes = buildSignedAttributes({ contentDigest, certificate, algorithm })
  const digest = digestOf(oidOf(algorithm.digest), signedAttributes) ?? new Uint8Array()
  const signature = await attempt('signature-refused', () => signer.sign(digest, signedAttributes))
  if (!signature.ok) return signature
  const parts = { signedAttributes, signature: signature.value, certificate, chain, algorithm }
  const fault = await signatureFault(signature.value, signedAttributes, signer, engine)
  if (fault !== undefined) return err(signingFault('signature-refused', fault))
  if (authority === undefined) return ok(assembleSignedData(parts))
  const token = await stampOver(digestOf(SHA256, signature.value) ?? new Uint8Array(), authority, engine)
  return token.ok ? ok(assembleSignedData({ ...parts, signatureTimestamp: token.value })) : token
}

/** Why the value is no signature over these attributes by the certificate's key; undefined when it is one. */
async function signatureFault(
  signature: Uint8Array,
  signedAttributes: Uint8Array,
  { certificate, algorithm }: Signer,
  engine: Engine,
): Promise<string | undefined> {
  const parsed = parseCertificate(certificate)
  if (!parsed.ok) return parsed.error.message
  const { spki } = parsed.value
  const check = { algorithm: signatureAlgorithmDer(algorithm), spki, data: signedAttributes, signature }
  const verification = await checkSignature(engine, check)
  if (!verification.ok) return verification.error.message
  return verification.value ? undefined : 'the value does not verify with the key of the certificate'
}

async function attempt(
  code: SigningFault['code'],
  work: () => Promise<Uint8Array>,
): Promise<Result<Uint8Array, SigningFault>> {
  try {
    return ok(await work())
  } catch (error) {
    return err(signingFault(code, error instanceof Error ? error.message : String(error)))
  }
}

/** A token over a SHA-256 digest, judged before it is used: imprint, signature, purpose. */
async function stampOver(
  digest: Uint8Array,
  authority: TimestampAuthority,
  engine: Engine,
): Promise<Result<Uint8Array, SigningFault>> {
  const bytes = await attempt('timestamp-failed', () => authority.stamp(digest))
  if (!bytes.ok) return bytes
  const token = parseTimestampToken(bytes.value)
  if (!token.ok) return err(signingFault('timestamp-failed', token.error.message))
  const imprint = (oid: string) => (oid === SHA256 ? digest : undefined)
  const verdict = await verifyTimestampToken({ token: token.value, imprint }, engine)
  const fault = verdict.faults[0]?.message ?? (verdict.isIntact ? undefined : 'the token does not verify')
  return fault === undefined ? bytes : err(signingFault('timestamp-failed', fault))
}

/** Adds a document timestamp (EN 319 142-1 section 5.4.3), which archives everything before it. */
export async function timestampPdf(
  request: { readonly source: ByteSource; readonly unique: Uint8Array; readonly authority: TimestampAuthority },
  machinery: Machinery,
): Promise<Result<SignedAppendix, SigningFault>> {
  const { source, unique, authority } = request
  const prepared = await prepareSignature(source, { kind: 'timestamp', unique })
  if (!prepared.ok) return prepared
  const digest = await digestPrepared(source, prepared.value, machinery.hashes, SHA256)
  if (!digest.ok) return digest
  const token = await stampOver(digest.value.signed, authority, machinery.engine)
  return token.ok ? finish(prepared.value, token.value, digest.value.base) : token
}
