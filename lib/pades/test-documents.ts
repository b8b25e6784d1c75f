import { bytesSource, joinedSource } from '@/lib/pdf'
import type { ByteSource } from '@/lib/pdf'
import { anchor, issue, revocationList, signerOf, timestamps } from './test-pki'
import { nodeEngine } from './node-engine'
import { nodeHashes } from './node-hash'
import type { ValidationReport } from './report'
import { signPdf } from './sign/sign'
import type { SigningRequest } from './sign/sign'
import { validatePdf } from './validate'

export const machinery = { engine: nodeEngine, hashes: nodeHashes }
export const NOW = new Date('2026-06-01T03:00:00Z')

/** A file from object bodies (number = position + 1), with a table or a stream of references. */
export function documentOf(bodies: readonly string[], kind: 'table' | 'stream' = 'table'): Uint8Array {
  let text = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'
  const offsets = bodies.map((body, i) => {
    const at = text.length
    text += `${String(i + 1)} 0 obj\n${body}\nendobj\n`
    return at
  })
  const start = text.length
  if (kind === 'table') {
    const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
    const size = String(bodies.length + 1)
    text += `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<</Size ${size} /Root 1 0 R>>\n`
  } else {
    const rows = [[0, 0], ...[...offsets, start].map((at) => [1, at])]
    const data = rows
      .map(([type = 0, at = 0]) => String.fromCharCode(type, at >> 16, (at >> 8) & 255, at & 255, 0))
      .join('')
    const own = String(bodies.length + 1)
    const size = String(bodies.length + 2)
    text += `${own} 0 obj\n<</Type/XRef/W[1 3 1]/Size ${size}/Root 1 0 R/Length ${String(data.length)}>>\nstream\n${data}\nendstream\nendobj\n`
  }
  return Uint8Array.from(`${text}startxref\n${String(start)}\n%%EOF\n`, (char) => char.charCodeAt(0))
}

const CONTENT = 'BT /F 18 Tf 60 760 Td (Giay phep xay dung) Tj ET'

/** One page with text, a form with one text field, and an unused overlay kept inside the file. */
export const PLAIN = [
  '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[6 0 R]/DA(/F 0 Tf 0 g)/DR<</Font<</F 5 0 R>>>>>>>>',
  '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>/Annots[6 0 R]>>',
  `<</Length ${String(CONTENT.length)}>>\nstream\n${CONTENT}\nendstream`,
  '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  '<</Type/Annot/Subtype/Widget/FT/Tx/T(ghi_chu)/V(cu)/F 4/Rect[60 600 300 620]/P 3 0 R/DA(/F 12 Tf 0 g)>>',
] as const

export const root = issue('Thu goc', { use: 'ca' })
export const ca = issue('Thu cap phat', { issuer: root, use: 'ca' })
export const person = issue('Nguyen Van A', { issuer: ca, use: 'sign' })
export const stamper = issue('Dau thoi gian', { issuer: ca, use: 'stamp' })
export const anchors = [anchor(root, 'public')]
export const evidence = {
  certificates: [ca.der],
  ocsps: [],
  crls: [revocationList(root, NOW), revocationList(ca, NOW)],
}

export function authorityAt(at: Date) {
  return timestamps(stamper, [ca], at)
}

let counter = 0

/** Sixteen bytes that no other call gives. */
export function unique(): Uint8Array {
  const bytes = new Uint8Array(16)
  new DataView(bytes.buffer).setUint32(12, ++counter)
  return bytes
}

export type Extra = Partial<SigningRequest['plan']> & Pick<SigningRequest, 'authority' | 'signer'>

/** The document with a signature appended. */
export async function signedOver(bytes: Uint8Array, extra: Partial<Extra> = {}): Promise<Uint8Array> {
  const { authority, signer = signerOf(person, [ca]), ...plan } = extra
  const request = { source: bytesSource(bytes), signer, plan: { unique: unique(), at: NOW, ...plan } }
  const result = await signPdf(authority === undefined ? request : { ...request, authority }, machinery)
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`)
  return concat(bytes, result.value.appendix)
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(parts.flatMap((part) => [...part]))
}

export async function validate(
  bytes: Uint8Array,
  settings: { at?: Date; trusting?: boolean } = {},
): Promise<ValidationReport> {
  const source: ByteSource = joinedSource(bytesSource(bytes), bytesSource(new Uint8Array()))
  const { at = NOW, trusting = true } = settings
  const result = await validatePdf({ source, at, anchors: trusting ? anchors : [], evidence, ...machinery })
  if (!result.ok) throw result.error
  return result.value
}
