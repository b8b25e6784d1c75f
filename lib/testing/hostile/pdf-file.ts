import { deflateSync } from 'node:zlib'

/** A PDF of these objects, numbered from 1 as they come; the first is its catalog. */
export function pdfOf(objects: readonly (string | Uint8Array)[]): Uint8Array {
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let at = 9
  const add = (bytes: Uint8Array) => {
    parts.push(bytes)
    at += bytes.byteLength
  }
  for (const [index, body] of objects.entries()) {
    offsets.push(at)
    add(Buffer.concat([Buffer.from(`${String(index + 1)} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')]))
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const count = String(objects.length + 1)
  const tail = `xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer\n<</Size ${count}/Root 1 0 R>>\nstartxref\n${String(at)}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(tail)])
}

/** A stream object with these entries, deflated where that is asked for. */
export function stream(entries: string, data: string | Uint8Array, isDeflated = false): Uint8Array {
  const bytes = isDeflated ? deflateSync(data) : Buffer.from(data)
  const filter = isDeflated ? '/Filter/FlateDecode' : ''
  const head = `<<${entries}${filter}/Length ${String(bytes.byteLength)}>>\nstream\n`
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\nendstream')])
}

const CATALOG = '<</Type/Catalog/Pages 2 0 R>>'
const PAGES = '<</Type/Pages/Kids[3 0 R]/Count 1>>'

/** One page of 300 by 300 whose content is object 4; what it uses follows from object 5 on. */
export function onePage(resources: string, content: string, more: readonly (string | Uint8Array)[] = []): Uint8Array {
  const page = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<<${resources}>>>>`
  return pdfOf([CATALOG, PAGES, page, stream('', content, true), ...more])
}
