import { digestOf, parseSignedData, parseTimestampToken, verifySignerInfo, verifyTimestampToken } from '@/lib/cms'
import type { SignedData, SignerInfo, SignerVerdict, TimestampToken, TimestampVerdict } from '@/lib/cms'
import { asArray, asString, get } from '@/lib/pdf'
import type { Pdf, PdfDict, Revision } from '@/lib/pdf'
import { bytesEqual, checkSignature, der, parseCertificate, readDer, readOctets, attempt } from '@/lib/trust'
import type { Certificate, Engine } from '@/lib/trust'
import type { SignatureDictionary } from './signature-field'

/** What the Contents of a signature dictionary turned out to be; `digestOids` are those wanted over its byte range. */
export type SignatureContent = { readonly digestOids: readonly string[] } & (
  | { readonly form: 'cms'; readonly data: SignedData }
  | { readonly form: 'cms-sha1'; readonly data: SignedData }
  | { readonly form: 'timestamp'; readonly token: TimestampToken }
  | { readonly form: 'rsa-sha1'; readonly signature: Uint8Array; readonly certificates: readonly Uint8Array[] }
  | { readonly form: 'unreadable'; readonly reason: string }
)

/** A problem with the cryptographic part, by name, with words for a log. */
export type ContentFault = { readonly code: string; readonly message: string }

export type ContentVerdict = {
  readonly intact: boolean
  readonly certificate: Certificate | undefined
  readonly faults: readonly ContentFault[]
  readonly oddities: readonly string[]
}

const SHA1 = '1.3.14.3.2.26'

/** Reads the Contents by the SubFilter (ISO 32000-2 table 260; ETSI values: EN 319 142-1 section 5.3). */
export async function readContent(pdf: Pdf, at: Revision, signature: SignatureDictionary): Promise<SignatureContent> {
  const bytes = signature.contents?.bytes ?? new Uint8Array()
  if (signature.subFilter === 'adbe.x509.rsa_sha1') return readRsaSha1(pdf, at, signature.dict, bytes)
  if (signature.kind === 'timestamp') return readToken(bytes)
  const data = parseSignedData(bytes)
  if (!data.ok) return unreadable(data.error)
  // Some programs write that name over an ordinary detached signature, which then signs the file itself.
  const isDigestInside = signature.subFilter === 'adbe.pkcs7.sha1' && data.value.content !== undefined
  if (isDigestInside) return { form: 'cms-sha1', data: data.value, digestOids: [SHA1] }
  return { form: 'cms', data: data.value, digestOids: data.value.signers.map((signer) => signer.digestAlgorithm.oid) }
}

function unreadable({ message }: { readonly message: string }): SignatureContent {
  return { form: 'unreadable', reason: message, digestOids: [] }
}

function readToken(bytes: Uint8Array): SignatureContent {
  const token = parseTimestampToken(bytes)
  if (!token.ok) return unreadable(token.error)
  return { form: 'timestamp', token: token.value, digestOids: [token.value.info.digestOid] }
}

async function readRsaSha1(pdf: Pdf, at: Revision, dict: PdfDict, bytes: Uint8Array): Promise<SignatureContent> {
  const cert = await get(pdf, dict, 'Cert', at)
  const certificates = [cert, ...(asArray(cert) ?? [])].flatMap((value) => asString(value)?.bytes ?? [])
  const signature = attempt(() => readOctets(readDer(trimZeros(bytes))))
  if (!signature.ok) return unreadable(signature.error)
  return { form: 'rsa-sha1', signature: signature.value, certificates, digestOids: [SHA1] }
}

/** The zeros behind a value in its gap. */
function trimZeros(bytes: Uint8Array): Uint8Array {
  const [, length = 0, high = 0, low = 0] = bytes
  if (length < 128) return bytes.subarray(0, length + 2)
  return length === 0x81 ? bytes.subarray(0, high + 3) : bytes.subarray(0, high * 256 + low + 4)
}

export type ContentCheck = {
  readonly content: SignatureContent
  /** Digest of the byte range by an algorithm's object identifier. */
  readonly rangeDigest: (digestOid: string) => Uint8Array | undefined
  /** Certificates of the document's security store. */
  readonly certificates: readonly Uint8Array[]
  readonly engine: Engine
}

/** Whether the bytes and the signature value agree; says nothing about trust. */
export function judgeContent(check: ContentCheck): Promise<ContentVerdict> {
  const { content } = check
  switch (content.form) {
    case 'cms':
    case 'cms-sha1':
      return judgeCms(check, content)
    case 'timestamp':
      return judgeToken(check, content.token)
    case 'rsa-sha1':
      return judgeRsaSha1(check, content)
    case 'unreadable':
      return Promise.resolve(refuse('cms-unreadable', content.reason))
  }
}

function refuse(code: string, message: string): ContentVerdict {
  return { intact: false, certificate: undefined, faults: [{ code, message }], oddities: [] }
}

async function judgeCms(
  check: ContentCheck,
  { form, data }: { form: 'cms' | 'cms-sha1'; data: SignedData },
): Promise<ContentVerdict> {
  const [signer, ...others] = data.signers
  if (signer === undefined) return refuse('signer-count', 'no signer')
  const verdict = await verifySignerInfo(
    { data, signer, contentDigest: check.rangeDigest, certificates: check.certificates },
    check.engine,
  )
  const faults: ContentFault[] = [...verdict.faults]
  if (others.length > 0)
    faults.push({ code: 'signer-count', message: `${String(data.signers.length)} signers, not one` })
  if (form === 'cms' && data.content !== undefined)
    faults.push({ code: 'content-misplaced', message: 'a detached signature carries a content' })
  const carried = form === 'cms' ? carriesFile(check, data, signer) : sameDigest(check.rangeDigest(SHA1), data.content)
  if (!carried) faults.push({ code: 'content-digest-mismatch', message: 'the file is not the one that was signed' })
  return fromSigner(verdict, faults, carried && verdict.isIntact, data)
}

/** A content inside a detached signature would let the file be exchanged, unless it is the file's bytes themselves. */
function carriesFile({ rangeDigest }: ContentCheck, { content }: SignedData, { digestAlgorithm }: SignerInfo): boolean {
  if (content === undefined) return true
  const { oid } = digestAlgorithm
  return sameDigest(rangeDigest(oid), digestOf(oid, content))
}

function sameDigest(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a !== undefined && b !== undefined && bytesEqual(a, b)
}

function fromSigner(verdict: SignerVerdict, faults: ContentFault[], intact: boolean, data: SignedData): ContentVerdict {
  return { intact, certificate: verdict.certificate, faults, oddities: [...verdict.oddities, ...data.notes] }
}

async function judgeToken(check: ContentCheck, token: TimestampToken): Promise<ContentVerdict> {
  const verdict = await judgeTimestamp(token, check.rangeDigest, check)
  const oddities = [...(verdict.signer?.oddities ?? []), ...token.data.notes]
  return { intact: verdict.isIntact, certificate: verdict.certificate, faults: verdict.faults, oddities }
}

/** Judges a token over whatever `imprint` digests. */
export function judgeTimestamp(
  token: TimestampToken,
  imprint: (digestOid: string) => Uint8Array | undefined,
  { certificates, engine }: Pick<ContentCheck, 'certificates' | 'engine'>,
): Promise<TimestampVerdict> {
  return verifyTimestampToken({ token, imprint, certificates }, engine)
}

/** The imprint function of a signature timestamp: digests of the signature value. */
export function imprintOf(octets: Uint8Array): (digestOid: string) => Uint8Array | undefined {
  return (oid) => digestOf(oid, octets)
}

/** ISO 32000-1 section 12.8.3.2: PKCS #1 over the SHA-1 of the byte range, the first Cert being the signer's. */
async function judgeRsaSha1(
  check: ContentCheck,
  { signature, certificates }: { signature: Uint8Array; certificates: readonly Uint8Array[] },
): Promise<ContentVerdict> {
  const [first] = certificates
  const digest = check.rangeDigest(SHA1)
  const certificate = first && parseCertificate(first)
  if (digest === undefined || !certificate?.ok) return refuse('signer-certificate-missing', 'no certificate')
  const engineOfDigest: Engine = { digest: () => Promise.resolve(digest), verify: () => Promise.resolve(undefined) }
  const algorithm = der.sequence(der.oid('1.2.840.113549.1.1.5'), der.nullValue())
  const { spki } = certificate.value
  const result = await checkSignature(engineOfDigest, { algorithm, spki, data: digest, signature })
  const intact = result.ok && result.value
  const message = result.ok ? 'the signature value does not verify' : result.error.message
  return {
    intact,
    certificate: certificate.value,
    faults: intact ? [] : [{ code: 'signature-invalid', message }],
    oddities: [],
  }
}
