import { createHash } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import {
  appendRevision,
  ascii,
  array,
  bytesSource,
  bytesString,
  dictOf,
  hexText,
  latin1,
  name,
  newDraft,
  openPdf,
} from '@/lib/pdf'
import type { PdfObject } from '@/lib/pdf'
import { contextTag, der } from '@/lib/trust'
import { addField } from './sign/form-draft'
import { concat, unique } from './test-documents'
import { certificateOf } from './test-pki'
import type { Identity } from './test-pki'

/** How a signature value is made: its AlgorithmIdentifier and the value over a message. */
export type Scheme = {
  readonly algorithm: Uint8Array
  readonly sign: (message: Uint8Array, key: KeyObject) => Uint8Array
}

/** A signature as other programs write it, with every liberty they take. */
export type CmsOrder = {
  readonly who: Identity
  readonly scheme: Scheme
  /** Digest of the content: its name in node:crypto and its object identifier. */
  readonly digest: readonly [hash: string, oid: string]
  readonly attributes?: 'sorted' | 'reversed' | 'none'
  /** The octets of message-digest, where they are not the digest of the content. */
  readonly messageDigest?: Uint8Array
  readonly signerId?: 'issuer-serial' | 'key-id'
  /** Content inside the signature. */
  readonly content?: Uint8Array
  readonly contentType?: string
  readonly reference?: boolean
  readonly extraAttributes?: readonly Uint8Array[]
  readonly carried?: readonly Uint8Array[]
  readonly signers?: number
}

const DATA = '1.2.840.113549.1.7.1'

export function hashOf(hash: string, bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash(hash).update(bytes).digest())
}

export function attribute(oid: string, value: Uint8Array): Uint8Array {
  return der.sequence(der.oid(oid), der.setOf(value))
}

function attributesOf(content: Uint8Array, order: CmsOrder): Uint8Array[] {
  const { digest, messageDigest, contentType = DATA, reference = true, extraAttributes = [], who } = order
  const ess = der.sequence(der.sequence(der.sequence(der.octetString(hashOf('sha256', who.der)))))
  return [
    attribute('1.2.840.113549.1.9.3', der.oid(contentType)),
    attribute('1.2.840.113549.1.9.4', der.octetString(messageDigest ?? hashOf(digest[0], content))),
    ...(reference ? [attribute('1.2.840.113549.1.9.16.2.47', ess)] : []),
    ...extraAttributes,
  ]
}

/** The attributes as a SET in the order the signer left them. */
function attributeSet(content: Uint8Array, order: CmsOrder): Uint8Array {
  const list = attributesOf(content, order)
  if (order.attributes !== 'reversed') return der.setOf(...list)
  const sorted = list.toSorted((a, b) => Buffer.compare(a, b))
  return der.retag(0x31, der.sequence(...sorted.reverse()))
}

function signerId({ who, signerId: kind }: CmsOrder): Uint8Array {
  const certificate = certificateOf(who)
  if (kind === 'key-id') {
    const keyId = Buffer.from(certificate.extensions.subjectKeyId ?? '', 'hex')
    return der.retag(contextTag(0, false), der.octetString(new Uint8Array(keyId)))
  }
  return der.sequence(certificate.issuer.der, der.integer(BigInt(`0x${certificate.serial}`)))
}

function signerInfo(content: Uint8Array, order: CmsOrder): Uint8Array {
  const set = order.attributes === 'none' ? undefined : attributeSet(content, order)
  return der.sequence(
    der.integer(order.signerId === 'key-id' ? 3 : 1),
    signerId(order),
    der.sequence(der.oid(order.digest[1]), der.nullValue()),
    ...(set === undefined ? [] : [der.retag(contextTag(0), set)]),
    order.scheme.algorithm,
    der.octetString(order.scheme.sign(set ?? content, order.who.key)),
  )
}

/** SignedData over detached content, or over `order.content` when the signature carries it. */
export function cmsOver(detached: Uint8Array, order: CmsOrder): Uint8Array {
  const { content, contentType = DATA, who, carried = [who.der], signers = 1 } = order
  const inner = content === undefined ? [] : [der.explicit(0, der.octetString(content))]
  const data = der.sequence(
    der.integer(1),
    der.setOf(der.sequence(der.oid(order.digest[1]), der.nullValue())),
    der.sequence(der.oid(contentType), ...inner),
    ...(carried.length === 0 ? [] : [der.taggedSetOf(contextTag(0), ...carried)]),
    der.setOf(...Array.from({ length: signers }, () => signerInfo(content ?? detached, order))),
  )
  return der.sequence(der.oid('1.2.840.113549.1.7.2'), der.explicit(0, data))
}

const END_OF_CONTENTS = Uint8Array.of(0, 0)

/** The same SignedData with its outer structures in indefinite length, as streaming signers write them. */
export function inIndefiniteLength(cms: Uint8Array): Uint8Array {
  const header = (bytes: Uint8Array) => ((bytes[1] ?? 0) < 0x80 ? 2 : 2 + ((bytes[1] ?? 0) & 0x7f))
  const body = cms.subarray(header(cms))
  const oid = body.subarray(0, 2 + (body[1] ?? 0))
  const wrapped = body.subarray(oid.length)
  const inner = wrapped.subarray(header(wrapped))
  const streamed = concat(Uint8Array.of(0x30, 0x80), inner.subarray(header(inner)), END_OF_CONTENTS)
  const explicit = concat(Uint8Array.of(0xa0, 0x80), streamed, END_OF_CONTENTS)
  return concat(Uint8Array.of(0x30, 0x80), oid, explicit, END_OF_CONTENTS)
}

/** How the signature is put into the file. */
export type Placing = {
  /** Entries of the signature dictionary beside ByteRange and Contents. */
  readonly entries?: readonly (readonly [string, PdfObject])[]
  readonly fieldName?: string
  /** Bytes written behind the revision and signed with it. */
  readonly tail?: string
  /** Blanks between ByteRange's parts and the Contents token, as some writers leave them: before and behind. */
  readonly slack?: readonly [number, number]
}

const ROOM = 8192
const WIDEST = 9_999_999_999
export const CADES: readonly (readonly [string, PdfObject])[] = [
  ['Type', name('Sig')],
  ['Filter', name('Adobe.PPKLite')],
  ['SubFilter', name('ETSI.CAdES.detached')],
]

/** Appends a revision with a signature of the caller's making; `make` gets the bytes of the range. */
export async function placeSignature(
  base: Uint8Array,
  make: (content: Uint8Array) => Uint8Array,
  { entries = CADES, fieldName = 'chu_ky', tail = '', slack = [0, 0] }: Placing = {},
): Promise<Uint8Array> {
  const opened = await openPdf(bytesSource(base))
  if (!opened.ok) throw opened.error
  const draft = newDraft(opened.value)
  const value = draft.allocate()
  const range: [string, PdfObject] = ['ByteRange', array([0, WIDEST, WIDEST, WIDEST])]
  const contents: [string, PdfObject] = ['Contents', bytesString(new Uint8Array(ROOM), true)]
  draft.objects.set(value.num, dictOf([...entries, range, contents]))
  const fault = await addField(draft, fieldName, value, { page: 1, box: undefined, appearance: undefined })
  if (fault !== undefined) throw new Error(fault.code)
  const { bytes, offsets } = await appendRevision(draft, unique())
  const whole = concat(base, bytes, ascii(tail))
  const text = latin1(whole)
  const at = text.indexOf(`[0 ${String(WIDEST)}`, offsets.get(value.num))
  const gap = text.indexOf('<', at)
  const [start, end] = [gap - slack[0], text.indexOf('>', gap) + 1 + slack[1]]
  const written = `[0 ${String(start)} ${String(end)} ${String(whole.length - end)}]`
  whole.set(ascii(written.padEnd(text.indexOf(']', at) + 1 - at)), at)
  const cms = make(concat(whole.subarray(0, start), whole.subarray(end)))
  whole.set(ascii(hexText(cms)), gap + 1)
  return whole
}
