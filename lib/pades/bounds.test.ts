import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { bytesSource } from '@/lib/pdf'
import type { ByteSource } from '@/lib/pdf'
import { parseSignedData } from '@/lib/cms'
import { berToDer, parseCertificate } from '@/lib/trust'
import { prepareSignature } from './sign/prepare'
import { concat, documentOf, machinery, NOW, PLAIN, signedOver, unique, validate } from './test-documents'
import { validatePdf } from './validate'

const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const many = (count: number, textAt: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => textAt(i)).join('')
const CATALOG = '<</Type/Catalog/Pages 2 0 R>>'
const PAGES = '<</Type/Pages/Kids[]/Count 0>>'
const withCatalog = (more: string) => CATALOG.replace('>>', `${more}>>`)

/** A source that counts the bytes asked of it: time by the clock says little on a busy machine. */
function countingSource(bytes: Uint8Array): { source: ByteSource; read: () => number } {
  const plain = bytesSource(bytes)
  let total = 0
  const source: ByteSource = {
    size: plain.size,
    read(offset, length) {
      total += Math.max(0, Math.min(length, plain.size - offset))
      return plain.read(offset, length)
    },
  }
  return { source, read: () => total }
}

/** What a file is refused for, and how many times its own size was read. */
async function refusal(bytes: Uint8Array): Promise<{ message: string; passes: number }> {
  const { source, read } = countingSource(bytes)
  const result = await validatePdf({ source, at: NOW, anchors: [], ...machinery })
  return { message: result.ok ? 'not refused' : result.error.message, passes: read() / bytes.length }
}

/** A cross-reference stream whose few bytes unfold into `entries`, `revisions` times. */
function unfolding(entries: number, revisions: number): Uint8Array {
  const packed = deflateSync(new Uint8Array(entries), { level: 9 })
  let file: Uint8Array = latin(`%PDF-1.7\n1 0 obj\n${CATALOG}\nendobj\n2 0 obj\n${PAGES}\nendobj\n`)
  let previous = ''
  for (let i = 0; i < revisions; i++) {
    const keys = `/Type/XRef/W[0 0 1]/Size ${String(entries)}/Root 1 0 R${previous}/Filter/FlateDecode`
    const head = `${String(100 + i)} 0 obj\n<<${keys}/Length ${String(packed.length)}>>\nstream\n`
    previous = `/Prev ${String(file.length)}`
    const tail = `\nendstream\nendobj\nstartxref\n${String(file.length)}\n%%EOF\n`
    file = concat(file, latin(head), packed, latin(tail))
  }
  return file
}

/** Revisions that only fill the text field again. */
async function revise(count: number): Promise<Uint8Array> {
  let text = Buffer.from(await signedOver(documentOf(PLAIN))).toString('latin1')
  let previous = /startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1] ?? ''
  for (let i = 0; i < count; i++) {
    const body = `6 0 obj\n${PLAIN[5].replace('(cu)', `(lan ${String(i)})`)}\nendobj\n`
    const offset = String(text.length).padStart(10, '0')
    const xref = String(text.length + body.length)
    const trailer = `trailer\n<</Size 40/Root 1 0 R/Prev ${previous}>>\nstartxref\n${xref}\n%%EOF\n`
    text += `${body}xref\n6 1\n${offset} 00000 n \n${trailer}`
    previous = xref
  }
  return latin(text)
}

describe('a file that asks for too much is refused by name, with bounded work', () => {
  it('a thousand revisions are all compared', async () => {
    const report = await validate(await revise(1000))
    expect(report.revisions).toBe(1002)
    expect(report.signatures[0]).toMatchObject({ intact: true, laterChanges: 'allowed' })
  })

  it('entries that unfold from nothing, in one revision or in all together', async () => {
    expect(await refusal(unfolding(8_000_000, 1))).toMatchObject({ message: 'too-many-objects' })
    expect(await refusal(unfolding(60_000, 20))).toMatchObject({ message: 'too-many-objects' })
  })

  it('counts past every file: a table, a Size, an object stream', async () => {
    const text = Buffer.from(documentOf(PLAIN)).toString('latin1')
    const table = await validate(latin(text.replace('0 7\n', '0 2147483648\n')))
    expect(table.anomalies.map(({ code }) => code)).toEqual(['structure-rebuilt'])
    const sized = await validate(latin(text.replace('/Size 7', '/Size 2147483648')))
    expect(sized.revisions).toBe(1)
    const stream = '<</Type/ObjStm/N 2147483647/First 2147483647/Length 4>>\nstream\n1 0 \nendstream'
    expect((await validate(documentOf([withCatalog('/AcroForm 3 0 R'), PAGES, stream]))).signatures).toEqual([])
  })

  it('a cyclic chain of revisions', async () => {
    const text = Buffer.from(documentOf(PLAIN)).toString('latin1')
    const [, own = ''] = /startxref\n(\d+)/.exec(text) ?? []
    expect(await refusal(latin(text.replace('/Root', `/Prev ${own}/Root`)))).toMatchObject({ message: 'xref-cyclic' })
  })

  it('arrays a hundred thousand deep', async () => {
    const deep = withCatalog(`/X ${'['.repeat(100_000)}${']'.repeat(100_000)}`)
    expect((await refusal(documentOf([deep, PAGES]))).message).toBe('nesting-too-deep')
  })

  it('strings without end that lie over each other', async () => {
    const count = 400
    const heads = many(count, (i) => `${String(i + 10)} 0 obj(`)
    const refs = many(count, (i) => `${String(i + 10)} 0 R `)
    const start = `%PDF-1.7\n1 0 obj\n${withCatalog(`/AcroForm<</Fields[${refs}]>>`)}\nendobj\n`
    const rows = many(count, (i) => {
      const at = start.length + heads.indexOf(`${String(i + 10)} 0 obj`)
      return `${String(i + 10)} 1\n${String(at).padStart(10, '0')} 00000 n \n`
    })
    const body = `${start}${heads}${'1 '.repeat(1_000_000)}\n`
    const table = `xref\n1 1\n0000000009 00000 n \n${rows}trailer\n<</Size 999/Root 1 0 R>>\n`
    const { message, passes } = await refusal(latin(`${body}${table}startxref\n${String(body.length)}\n%%EOF\n`))
    expect(message).toMatch(/^too-complex/)
    expect(passes).toBeLessThan(120)
  })

  it('evidence that unfolds from nothing', async () => {
    const packed = deflateSync(new Uint8Array(40_000_000), { level: 9 }).toString('latin1')
    const bomb = `<</Filter/FlateDecode/Length ${String(packed.length)}>>\nstream\n${packed}\nendstream`
    const file = documentOf([withCatalog('/DSS<</Certs[3 0 R 4 0 R 5 0 R]>>'), PAGES, bomb, bomb, bomb])
    expect((await refusal(file)).message).toMatch(/^too-complex/)
  })

  it('lists that are shared by thousands', async () => {
    const fields = withCatalog(`/AcroForm<</Fields[${'<</Kids 3 0 R>>'.repeat(1000)}]>>`)
    const kids = documentOf([fields, PAGES, `[${'<<>>'.repeat(1000)}]`])
    expect((await refusal(kids)).message).toMatch(/^too-complex/)
  })

  it('thousands of signatures, before all are read', async () => {
    const count = 20_000
    const bodies = Array.from({ length: count }, (_, i) => `<</FT/Sig/T(s${String(i)})/V<</Contents<00>>>>>`)
    const fields = withCatalog(`/AcroForm<</Fields[${many(count, (i) => `${String(i + 3)} 0 R `)}]>>`)
    const { message, passes } = await refusal(documentOf([fields, PAGES, ...bodies]))
    expect(message).toBe('too-complex: more than 500 signatures')
    expect(passes).toBeLessThan(0.7)
  })

  it('thousands of signatures, to a validator and to a signer', async () => {
    const fields = many(600, (i) => `<</FT/Sig/T(s${String(i)})/V<</Type/Sig/ByteRange[0 1 2 3]/Contents<00>>>>>`)
    const file = documentOf([withCatalog(`/AcroForm<</Fields[${fields}]>>`), PAGES])
    expect((await refusal(file)).message).toBe('too-complex: more than 500 signatures')
    const prepared = await prepareSignature(bytesSource(file), { kind: 'signature', unique: unique() })
    expect(prepared).toMatchObject({ ok: false, error: { code: 'pdf-refused' } })
  })

  it('revisions whose ends are nowhere', async () => {
    let text = `%PDF-1.7\n1 0 obj\n${CATALOG}\nendobj\n`
    let last = 0
    for (let i = 0; i < 400; i++) {
      const previous = i === 0 ? '' : `/Prev ${String(last)}`
      last = text.length
      text += `xref\n0 0\ntrailer\n<</Size 9/Root 1 0 R${previous}>>\nnone `
    }
    const file = latin(`${text}${'x'.repeat(2_000_000)}\nstartxref\n${String(last)}\n%%EOF\n`)
    expect((await refusal(file)).passes).toBeLessThan(5)
    const { anomalies, revisions } = await validate(file)
    expect([revisions, anomalies.filter(({ code }) => code === 'revision-end-missing').length]).toEqual([400, 399])
  })

  it('object streams without end where the cross-reference is lost', async () => {
    const packed = deflateSync(new Uint8Array(40_000_000), { level: 9 }).toString('latin1')
    const head = (length: number, filter: string) =>
      `<</Type/ObjStm/N 9999999/First 40000000/Filter/${filter}/Length ${String(length)}>>\nstream\n`
    const start = `%PDF-1.7\n1 0 obj\n${CATALOG}\nendobj\n`
    const end = '\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF'
    const unfolding = many(
      9,
      (i) => `${String(i + 5)} 0 obj\n${head(packed.length, 'Fl')}${packed}\nendstream\nendobj\n`,
    )
    expect((await refusal(latin(start + unfolding + end))).message).toMatch(/^too-complex/)
    const empty = many(400, (i) => `${String(i + 5)} 0 obj\n${head(9_000_000, 'AHx')}>`)
    const overlapping = await refusal(latin(`${start}${empty}${' '.repeat(3_000_000)}${end}`))
    expect(overlapping.message).toMatch(/^too-complex/)
    expect(overlapping.passes).toBeLessThan(60)
  })

  it('places that could be the trailer, by the hundred thousand', async () => {
    const start = `%PDF-1.7\n1 0 obj\n${CATALOG}\nendobj\n`
    const file = latin(`${start}${'trailer<<'.repeat(200_000)}\nstartxref\n0\n%%EOF`)
    expect((await refusal(file)).message).toMatch(/^too-complex/)
  })

  it('one great object under a thousand numbers', async () => {
    const count = 1000
    const refs = many(count, (i) => `${String(i + 10)} 0 R `)
    const start = `%PDF-1.7\n1 0 obj\n${withCatalog(`/AcroForm<</Fields[${refs}]>>`)}\nendobj\n`
    const rows = many(count, () => `${String(start.length).padStart(10, '0')} 00000 n \n`)
    const body = `${start}10 0 obj[${'1 '.repeat(100_000)}]endobj\n`
    const table = `xref\n1 1\n0000000009 00000 n \n10 ${String(count)}\n${rows}trailer\n<</Size 9999/Root 1 0 R>>\n`
    const { message } = await refusal(latin(`${body}${table}startxref\n${String(body.length)}\n%%EOF\n`))
    expect(message).toMatch(/^too-complex/)
  })

  it('an object of more values than any', async () => {
    expect((await refusal(documentOf([withCatalog(`/X[${'1 '.repeat(600_000)}]`), PAGES]))).message).toBe(
      'object-too-large: values',
    )
  })

  it('one signature in tens of thousands of fields', async () => {
    const fields = many(20_000, (i) => `<</FT/Sig/T(s${String(i)})/V 3 0 R>>`)
    const signature = '<</Type/Sig/ByteRange[0 1 2 3]/Contents<00>>>'
    const { signatures } = await validate(
      documentOf([withCatalog(`/AcroForm<</Fields[${fields}]>>`), PAGES, signature]),
    )
    expect(signatures.map(({ otherFields }) => otherFields.length)).toEqual([19_999])
  })
})

describe('structures a hundred thousand deep', () => {
  const LEVELS = 100_000
  const endless = new Uint8Array(LEVELS * 2).map((_, i) => (i % 2 === 0 ? 0x30 : 0x80))

  it('are refused by name, whoever reads them', () => {
    const codes = [berToDer(endless), parseCertificate(endless), parseSignedData(endless)].map((result) =>
      result.ok ? 'read' : result.error.code,
    )
    expect(codes).toEqual(['ber-depth', 'der-indefinite-length', 'der-indefinite-length'])
  })
})
