import { err, ok } from '@/lib/kernel'
import type { Result } from '@/lib/kernel'
import {
  appendRevision,
  array,
  ascii,
  bytesString,
  dictOf,
  hexText,
  latin1,
  name,
  newDraft,
  openPdf,
  PdfFault,
  serialize,
  textString,
} from '@/lib/pdf'
import type { ByteSource, Draft, Pdf, PdfObject, PdfRef } from '@/lib/pdf'
import { permissionsOf } from '../changes/permissions'
import { hasGraveOddity } from '../changes/compare'
import { pdfDate } from '../pdf-date'
import { signaturesOf } from '../signature-field'
import type { Field } from '../form-tree'
import type { FoundSignature } from '../signature-field'
import { drawAppearance } from './appearance'
import type { Appearance } from './appearance'
import { fromPdf, signingFault } from './fault'
import type { SigningFault } from './fault'
import { addField, fillField, setInCatalog } from './form-draft'

/** What is to be written beside the signature itself; `unique` are 16 random bytes for file identifier and field name. */
export type SignaturePlan = {
  readonly kind: 'signature' | 'timestamp'
  readonly unique: Uint8Array
  /** An empty field to sign; without it a field is added on `page`. */
  readonly field?: string
  readonly page?: number
  readonly appearance?: Appearance
  /** Written as `/M` in Vietnam's zone; a timestamp says its own time. */
  readonly at?: Date
  readonly signerName?: string
  readonly reason?: string
  readonly location?: string
  /** Certifies the document: the DocMDP level of what may follow. */
  readonly certify?: 1 | 2 | 3
}

/** A revision with room for a signature: base and appendix together, without the gap, are what is to be digested. */
export type Prepared = {
  readonly baseSize: number
  readonly appendix: Uint8Array
  readonly byteRange: readonly [0, number, number, number]
  readonly fieldName: string
}

const ROOM = { signature: 16_384, timestamp: 8_192 } as const
/** Ten digits: the range keeps its width whatever the size of the file. */
const WIDEST = 9_999_999_999
const VIETNAM_MINUTES = 420

/** Lays out the signature revision (EN 319 142-1 section 5.3); the base is only read where its structure lies. */
export async function prepareSignature(
  source: ByteSource,
  plan: SignaturePlan,
): Promise<Result<Prepared, SigningFault>> {
  const opened = await openPdf(source)
  if (!opened.ok) return err(fromPdf(opened.error))
  try {
    return await prepareOpened(opened.value, plan)
  } catch (error) {
    if (error instanceof PdfFault) return err(fromPdf(error))
    throw error
  }
}

async function prepareOpened(pdf: Pdf, plan: SignaturePlan): Promise<Result<Prepared, SigningFault>> {
  const { signed, unsigned } = await signaturesOf(pdf)
  const fault = (await obstacle(pdf, signed, plan)) ?? fieldObstacle(signed, unsigned, plan)
  if (fault !== undefined) return err(fault)
  return layOut(pdf, plan, plan.field === undefined ? undefined : unsigned.find((field) => field.name === plan.field))
}

/** Why this file cannot take a signature revision at all. */
async function obstacle(
  pdf: Pdf,
  signed: readonly FoundSignature[],
  plan: SignaturePlan,
): Promise<SigningFault | undefined> {
  if (pdf.decryptor !== undefined) return signingFault('encrypted')
  if (hasGraveOddity(pdf))
    return signingFault('structure-odd', [...new Set(pdf.anomalies.map(({ code }) => code))].join(', '))
  const locked = plan.kind === 'timestamp' ? undefined : await lockingSignature(pdf, signed, plan)
  return locked === undefined ? undefined : signingFault('signing-forbidden', locked)
}

function fieldObstacle(
  signed: readonly FoundSignature[],
  unsigned: readonly Field[],
  { field }: SignaturePlan,
): SigningFault | undefined {
  if (field === undefined) return undefined
  if (signed.some(({ fields, standing }) => standing === 'current' && fields.includes(field)))
    return signingFault('field-already-signed', field)
  const waiting = unsigned.find((unsignedField) => unsignedField.name === field)
  return waiting?.num === undefined ? signingFault('field-missing', field) : undefined
}

/** A certification at level 1 lets nobody sign any more, and only the first signature may certify. */
async function lockingSignature(
  pdf: Pdf,
  signed: readonly FoundSignature[],
  plan: SignaturePlan,
): Promise<string | undefined> {
  for (const signature of signed) {
    const { level } = await permissionsOf(pdf, signature.at, signature)
    if (level === 1 || plan.certify !== undefined) return signature.fields[0] ?? ''
  }
  return undefined
}

async function layOut(
  pdf: Pdf,
  plan: SignaturePlan,
  waiting: Field | undefined,
): Promise<Result<Prepared, SigningFault>> {
  const draft = newDraft(pdf)
  const value = draft.allocate()
  draft.objects.set(value.num, dictOf(signatureEntries(plan)))
  const fieldName = waiting?.name ?? newName(plan)
  const fault = await placeValue(draft, plan, value, waiting)
  if (fault !== undefined) return err(fault)
  if (plan.certify !== undefined) await setInCatalog(draft, 'Perms', dictOf([['DocMDP', value]]))
  return ok(await withRanges(draft, value, plan, fieldName))
}

async function placeValue(
  draft: Draft,
  plan: SignaturePlan,
  value: PdfRef,
  waiting: Field | undefined,
): Promise<SigningFault | undefined> {
  const appearance = plan.appearance && (await drawAppearance(draft, plan.appearance))
  if (waiting !== undefined) return fillField(draft, waiting, value, appearance)
  return addField(draft, newName(plan), value, { page: plan.page ?? 1, box: plan.appearance?.box, appearance })
}

function newName({ kind, unique }: SignaturePlan): string {
  return `${kind === 'timestamp' ? 'Timestamp' : 'Signature'}_${hexText(unique)}`
}

function signatureEntries(plan: SignaturePlan): [string, PdfObject][] {
  const timestamp = plan.kind === 'timestamp'
  const texts: [string, string | undefined][] = [
    ['Name', plan.signerName],
    ['Reason', plan.reason],
    ['Location', plan.location],
    ['M', plan.at && pdfDate(plan.at, VIETNAM_MINUTES)],
  ]
  return [
    ['Type', name(timestamp ? 'DocTimeStamp' : 'Sig')],
    ['Filter', name('Adobe.PPKLite')],
    ['SubFilter', name(timestamp ? 'ETSI.RFC3161' : 'ETSI.CAdES.detached')],
    // Before any text of the caller's, so that they are found without being mistaken.
    ['ByteRange', array([0, WIDEST, WIDEST, WIDEST])],
    ['Contents', bytesString(new Uint8Array(ROOM[plan.kind]), true)],
    ...texts.flatMap(([key, text]): [string, PdfObject][] => (text === undefined ? [] : [[key, textString(text)]])),
    ...(plan.certify === undefined ? [] : [['Reference', array([certification(plan.certify)])] as [string, PdfObject]]),
  ]
}

function certification(level: number): PdfObject {
  const params = dictOf([
    ['Type', name('TransformParams')],
    ['P', level],
    ['V', name('1.2')],
  ])
  return dictOf([
    ['Type', name('SigRef')],
    ['TransformMethod', name('DocMDP')],
    ['TransformParams', params],
  ])
}

/** Writes the revision and its byte range, which leaves out exactly the hexadecimal Contents. */
async function withRanges(draft: Draft, value: PdfRef, plan: SignaturePlan, fieldName: string): Promise<Prepared> {
  const baseSize = draft.pdf.source.size
  const { bytes, offsets } = await appendRevision(draft, plan.unique)
  const from = (offsets.get(value.num) ?? baseSize) - baseSize
  const text = latin1(bytes.subarray(from, from + 512))
  const range = text.indexOf(`[0 ${String(WIDEST)}`)
  const gap = text.indexOf('<', range)
  const start = baseSize + from + gap
  const end = start + ROOM[plan.kind] * 2 + 2
  const byteRange = [0, start, end, baseSize + bytes.length - end] as const
  const written = `[${byteRange.map(String).join(' ')}]`.padEnd(serialize(array([0, WIDEST, WIDEST, WIDEST])).length)
  bytes.set(ascii(written), from + range)
  return { baseSize, appendix: bytes, byteRange, fieldName }
}

/** The appendix with the signature in its gap; refused when it does not fit. */
export function fillGap(prepared: Prepared, contents: Uint8Array): Result<Uint8Array, SigningFault> {
  const [, start, end] = prepared.byteRange
  if (contents.length * 2 > end - start - 2) return err(signingFault('signature-too-large', String(contents.length)))
  const appendix = prepared.appendix.slice()
  appendix.set(ascii(hexText(contents)), start + 1 - prepared.baseSize)
  return ok(appendix)
}
