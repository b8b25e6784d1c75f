import { describe, expect, it } from 'vitest'
import { bodyOf, bytes, firstOf, codesRefused, refusedCodes, text, update } from './test-attacker'
import { concat, documentOf, PLAIN, signedOver, validate } from './test-documents'

const OTHER = 'BT /F 18 Tf 60 760 Td (Tu choi cap phep) Tj ET'
const stream = (content: string) => `<</Length ${String(content.length)}>>\nstream\n${content}\nendstream`

describe('what later revisions may not do', () => {
  it('incremental saving: the content of a page is redefined', async () => {
    expect(await codesRefused(await update(await signedOver(documentOf(PLAIN)), { 4: stream(OTHER) }))).toEqual([
      'content-changed',
    ])
  })

  it('incremental saving without a cross-reference: bytes behind the end', async () => {
    const attacked = concat(
      await signedOver(documentOf(PLAIN)),
      bytes(`4 0 obj\n${stream(OTHER)}\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n`),
    )
    expect(await codesRefused(attacked)).toEqual(['bytes-after-end'])
  })

  it('a smaller Size: readers that keep to it (ISO 32000-2 7.5.5) no longer have what was signed', async () => {
    const shrunk = async (size: number) =>
      bytes(
        text(await update(await signedOver(documentOf(PLAIN)), {})).replace(
          /Size \d+(?=\/Root[^>]*>>\nstartxref\n\d+\n%%EOF\n$)/,
          `Size ${String(size)}`,
        ),
      )
    expect(await codesRefused(await shrunk(4))).toEqual(['structure-odd'])
    expect((await firstOf(await shrunk(200))).laterChanges).not.toBe('forbidden')
  })

  it('trailing bytes', async () => {
    expect(await codesRefused(concat(await signedOver(documentOf(PLAIN)), bytes('x')))).toEqual(['bytes-after-end'])
  })

  it('a font of the page or of the form becomes another', async () => {
    const font = '<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]>>'
    expect(await codesRefused(await update(await signedOver(documentOf(PLAIN)), { 5: font }))).toContain(
      'content-changed',
    )
  })

  it('a page is added, removed, or its box cut', async () => {
    const file = await signedOver(documentOf(PLAIN))
    const pages = '<</Type/Pages/Kids[3 0 R 90 0 R]/Count 2>>'
    const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>'
    expect(await codesRefused(await update(file, { 2: pages, 90: page }))).toEqual(['page-added'])
    expect(await codesRefused(await update(file, { 2: '<</Type/Pages/Kids[]/Count 0>>' }))).toContain('page-removed')
    const cut = bodyOf(file, 3).replace('[0 0 595 842]', '[0 0 595 400]')
    expect(await codesRefused(await update(file, { 3: cut }))).toEqual(['page-changed'])
  })

  it('shadow hide: an overlay that was signed is taken away', async () => {
    const overlay = '<</Type/Annot/Subtype/Stamp/Rect[50 740 400 800]/P 3 0 R>>'
    const bodies = PLAIN.map((body, i) => (i === 2 ? body.replace('[6 0 R]', '[6 0 R 7 0 R]') : body))
    const file = await signedOver(documentOf([...bodies, overlay]))
    expect(await codesRefused(await update(file, { 3: bodyOf(file, 3).replace(' 7 0 R', '') }))).toEqual([
      'annotation-removed',
    ])
  })

  it('shadow hide: the overlay object is freed instead', async () => {
    const bodies = PLAIN.map((body, i) =>
      i === 2 ? body.replace('/F 5 0 R>>>>', '/F 5 0 R>>/XObject<</O 7 0 R>>>>') : body,
    )
    const file = await signedOver(documentOf([...bodies, stream('1 g 50 740 350 60 re f')]))
    expect(await codesRefused(await update(file, { 7: 'null' }))).toEqual(['content-changed'])
  })

  it('shadow replace: an overlay is laid over what was signed', async () => {
    const file = await signedOver(documentOf(PLAIN))
    const page = bodyOf(file, 3).replace('/Annots [', '/Annots [91 0 R ')
    const cover = '<</Type/Annot/Subtype/FreeText/Rect[50 590 400 800]/P 3 0 R/DA(/F 12 Tf)/Contents(Tu choi)>>'
    expect(await codesRefused(await update(file, { 3: page, 91: cover }))).toEqual(['annotation-overlap'])
  })

  it('shadow hide-and-replace: the catalog turns to pages that lay hidden in the signed file', async () => {
    const hidden = [
      '<</Type/Pages/Kids[8 0 R]/Count 1>>',
      '<</Type/Page/Parent 7 0 R/MediaBox[0 0 595 842]/Contents 9 0 R>>',
      stream(OTHER),
    ]
    const file = await signedOver(documentOf([...PLAIN, ...hidden]))
    expect(
      await codesRefused(await update(file, { 1: bodyOf(file, 1).replace('/Pages 2 0 R', '/Pages 7 0 R') })),
    ).toContain('catalog-changed')
  })

  it('hide-and-replace by an undefined object: what the signed page referred to appears later', async () => {
    const bodies = PLAIN.map((body, i) => (i === 2 ? body.replace('/Contents 4 0 R', '/Contents[4 0 R 99 0 R]') : body))
    const file = await signedOver(documentOf(bodies))
    expect(await codesRefused(await update(file, { 99: stream(OTHER) }))).toEqual(['content-changed'])
  })

  it('a content stream that a prepared security store also names is no evidence', async () => {
    const bodies = PLAIN.map((body, i) => (i === 0 ? body.replace('/Pages', '/DSS<</Certs[4 0 R]>>/Pages') : body))
    const file = await signedOver(documentOf(bodies))
    expect(await codesRefused(await update(file, { 4: stream(OTHER) }))).toEqual(['content-changed'])
  })

  it('an earlier signature is removed or its looks are changed', async () => {
    const file = await signedOver(await signedOver(documentOf(PLAIN)))
    const [, , third] = [...text(file).matchAll(/\n(\d+) 0 obj\n<<\/Type \/Annot/g)].map((match) => Number(match[1]))
    const [field = 0] = [...text(file).matchAll(/\n(\d+) 0 obj\n<<\/Type \/Annot/g)].map((match) => Number(match[1]))
    expect(third).toBeUndefined()
    const moved = bodyOf(file, field).replace('/Rect [0 0 0 0]', '/Rect [0 0 500 500]')
    expect(await codesRefused(await update(file, { [field]: moved }))).toEqual(['signature-changed'])
    const without = bodyOf(file, 1).replace(`${String(field)} 0 R`, '')
    const report = await validate(await update(file, { 1: without }))
    expect(report.signatures.map(({ standing, changes }) => [standing, refusedCodes(changes)])).toEqual([
      ['removed', ['signature-removed']],
      ['current', ['signature-removed']],
    ])
  })

  it('a script, layers or another encryption come with the catalog', async () => {
    const file = await signedOver(documentOf(PLAIN))
    const opened = bodyOf(file, 1).replace('<<', '<</OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>')
    expect(await codesRefused(await update(file, { 1: opened }))).toEqual(['catalog-changed'])
  })
})

describe('oddities without number', () => {
  const numbers = Array.from({ length: 1200 }, (_, i) => i + 7)
  const refs = numbers.map((num) => `${String(num)} 0 R`).join(' ')
  const page = PLAIN.map((body, i) => (i === 2 ? body.replace('/Contents', `/Odd[${refs}]/Contents`) : body))
  const odd = documentOf([...page, ...numbers.map(() => '<</A 1/A 2>>')])
  const misplaceObject = async (file: Uint8Array) =>
    bytes(text(await update(file, { 3000: '(x)' })).replace('\n3000 0 obj', '\n3001 0 obj'))

  it('do not hide one that a later revision brings', async () => {
    const file = await signedOver(odd)
    expect((await firstOf(file)).verdict.indication).toBe('TOTAL_PASSED')
    expect(await codesRefused(await misplaceObject(file))).toEqual(['structure-odd'])
  })

  it('count against every signature that came before, wherever they were met first', async () => {
    const thrice = await misplaceObject(
      await misplaceObject(await signedOver(await misplaceObject(await signedOver(odd)))),
    )
    const { signatures } = await validate(thrice)
    expect(signatures.map(({ changes }) => refusedCodes(changes))).toEqual([
      ['structure-odd', 'structure-odd', 'structure-odd'],
      ['structure-odd', 'structure-odd'],
    ])
  })
})

describe('what depends on permission', () => {
  const fillField = (file: Uint8Array) => update(file, { 6: bodyOf(file, 6).replace('(cu)', '(moi)') })

  it('form filling is allowed and named, unless certification forbids it', async () => {
    const plain = await firstOf(await fillField(await signedOver(documentOf(PLAIN))))
    expect(plain).toMatchObject({
      laterChanges: 'allowed',
      changes: [{ code: 'field-filled', field: 'ghi_chu', allowed: true }],
    })
    expect(await codesRefused(await fillField(await signedOver(documentOf(PLAIN), { certify: 1 })))).toEqual([
      'field-filled',
    ])
    expect((await firstOf(await fillField(await signedOver(documentOf(PLAIN), { certify: 2 })))).laterChanges).toBe(
      'allowed',
    )
  })

  it('a field locked by the signature may not be filled', async () => {
    const lock = '<</Type/SigFieldLock/Action/Include/Fields[(ghi_chu)]>>'
    const field = `<</Type/Annot/Subtype/Widget/FT/Sig/T(ky)/F 132/Rect[0 0 0 0]/P 3 0 R/Lock ${lock}>>`
    const bodies = PLAIN.map((body, i) => (i === 0 ? body.replace('[6 0 R]', '[6 0 R 7 0 R]') : body))
    const file = await signedOver(documentOf([...bodies, field]), { field: 'ky' })
    expect(await codesRefused(await fillField(file))).toEqual(['field-filled'])
  })

  it('annotations are allowed by certification at level 3 only', async () => {
    const annotate = (file: Uint8Array) => {
      const page = bodyOf(file, 3).replace('/Annots [', '/Annots [91 0 R ')
      return update(file, { 3: page, 91: '<</Type/Annot/Subtype/Text/Rect[500 10 520 30]/P 3 0 R>>' })
    }
    expect(await codesRefused(await annotate(await signedOver(documentOf(PLAIN))))).toEqual(['annotation-added'])
    expect((await firstOf(await annotate(await signedOver(documentOf(PLAIN), { certify: 3 })))).laterChanges).toBe(
      'allowed',
    )
  })

  it('permissions are read as signed: a later revision cannot loosen them', async () => {
    const file = await signedOver(documentOf(PLAIN), { certify: 1 })
    const [, num = '0'] = /\n(\d+) 0 obj\n<<\/Type \/Sig /.exec(text(file)) ?? []
    const loosened = await update(file, { [num]: bodyOf(file, Number(num)).replace('/P 1', '/P 3') })
    expect((await firstOf(await fillField(loosened))).verdict.indication).not.toBe('TOTAL_PASSED')
  })
})

describe('what stands before the header (ISO 32000-2 7.5.2)', () => {
  const junk = bytes('\xef\xbb\xbfX-Mailer: gateway\r\n\r\n')

  it.each(['table', 'stream'] as const)(
    'was signed with the file: a range counts from its first byte (%s)',
    async (kind) => {
      const signed = await signedOver(concat(junk, documentOf(PLAIN, kind)))
      expect(await firstOf(signed)).toMatchObject({ coverage: 'whole-file', verdict: { indication: 'TOTAL_PASSED' } })
      const altered = signed.map((byte, at) => (at === 5 ? byte ^ 1 : byte))
      expect((await firstOf(altered)).verdict.indication).toBe('TOTAL_FAILED')
      expect((await firstOf(signed.subarray(junk.length))).verdict.indication).not.toBe('TOTAL_PASSED')
    },
  )
  it('and was not there when it was signed, is told', async () => {
    const report = await firstOf(concat(junk, await signedOver(documentOf(PLAIN))))
    expect([report.intact, report.verdict.indication]).toEqual([false, 'TOTAL_FAILED'])
  })
})
