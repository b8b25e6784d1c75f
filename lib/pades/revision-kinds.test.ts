import { describe, expect, it } from 'vitest'
import { bodyOf } from './test-attacker'
import { PLAIN } from './test-documents'
import { stream, verdict } from './test-revisions'
import type { Objects, Verdict } from './test-revisions'

describe('pages and catalog', () => {
  const box = PLAIN.map((body, i) => (i === 1 ? body.replace('/Count 1', '/Count 1/Rotate 0') : body))
  const page = (file: Uint8Array, change: (body: string) => string) => ({ 3: change(bodyOf(file, 3)) })
  it.each<[string, (file: Uint8Array) => Objects, Verdict]>([
    [
      'a private key in the page tree',
      () => ({ 2: '<</ITXT(5.5.13)/Type/Pages/Kids[3 0 R]/Count 1/Rotate 0>>' }),
      'allowed',
    ],
    ['a private key in a page', (file) => page(file, (body) => body.replace('<<', '<</XX_Nguon(1)')), 'allowed'],
    ['a private key in the catalog', (file) => ({ 1: bodyOf(file, 1).replace('<<', '<</XX_Nguon(1)') }), 'allowed'],
    ['an inherited turn', () => ({ 2: '<</Type/Pages/Kids[3 0 R]/Count 1/Rotate 180>>' }), 'forbidden'],
    ['no turn where it said so', () => ({ 2: '<</Type/Pages/Kids[3 0 R]/Count 1>>' }), 'allowed'],
    [
      'an inherited box that pages have themselves',
      () => ({ 2: '<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 9 9]>>' }),
      'allowed',
    ],
    ['an inherited crop', () => ({ 2: '<</Type/Pages/Kids[3 0 R]/Count 1/CropBox[0 0 9 9]>>' }), 'forbidden'],
    [
      'a node between',
      (file) => ({
        2: '<</Type/Pages/Kids[90 0 R]/Count 1>>',
        90: '<</Type/Pages/Parent 2 0 R/Kids[3 0 R]/Count 1>>',
        ...page(file, (body) => body.replace('/Parent 2', '/Parent 90')),
      }),
      'allowed',
    ],
    ['a count that hides', () => ({ 2: '<</Type/Pages/Kids[3 0 R]/Count 0>>' }), 'forbidden'],
    ['a page twice', () => ({ 2: '<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>>' }), 'forbidden'],
    ['an order of fields', (file) => page(file, (body) => body.replace('<<', '<</Tabs/R')), 'allowed'],
    [
      'an action',
      (file) => page(file, (body) => body.replace('<<', '<</AA<</O<</S/JavaScript/JS(1)>>>>')),
      'forbidden',
    ],
    ['page labels', (file) => ({ 1: bodyOf(file, 1).replace('<<', '<</PageLabels<</Nums[0<</S/r>>]>>') }), 'forbidden'],
    ['layers', (file) => ({ 1: bodyOf(file, 1).replace('<<', '<</OCProperties<</OCGs[]/D<<>>>>') }), 'forbidden'],
    [
      'attachments',
      (file) => ({ 1: bodyOf(file, 1).replace('<<', '<</Names<</EmbeddedFiles<</Names[]>>>>') }),
      'forbidden',
    ],
    [
      'metadata and extensions',
      (file) => ({
        1: bodyOf(file, 1).replace('<<', '<</Metadata 90 0 R/Extensions<</ADBE<</BaseVersion/1.7/ExtensionLevel 8>>>>'),
        90: stream('<x/>', '/Type/Metadata/Subtype/XML'),
      }),
      'allowed',
    ],
    ['an object nothing leads to', () => ({ 90: '<</X 1>>' }), 'allowed'],
    [
      'flags that hide signatures',
      (file) => ({ 1: bodyOf(file, 1).replace('/SigFlags 3', '/SigFlags 0') }),
      'forbidden',
    ],
  ])('%s', async (_, objects, expected) => {
    expect((await verdict(box, objects))[0]).toBe(expected)
  })
})

describe('the security store', () => {
  const stored = [
    PLAIN[0].replace('/Pages', '/DSS 7 0 R/Pages'),
    ...PLAIN.slice(1),
    '<</Certs[8 0 R 9 0 R]/VRI<</AB<</Cert[8 0 R]>>>>>>',
    stream('mot'),
    stream('hai'),
  ]
  it.each<[string, (file: Uint8Array) => Objects, Verdict]>([
    [
      'grows',
      () => ({
        7: '<</Certs[8 0 R 9 0 R 90 0 R]/CRLs[91 0 R]/VRI<</AB<</Cert[8 0 R]>>/CD<<>>>>>>',
        90: stream('ba'),
        91: stream('x'),
      }),
      'allowed',
    ],
    [
      'is written anew elsewhere with the same in it',
      () => ({ 7: '<</Certs[90 0 R 91 0 R]/VRI<</AB<</Cert[90 0 R]>>>>>>', 90: stream('mot'), 91: stream('hai') }),
      'none',
    ],
    ['is taken away', (file) => ({ 1: bodyOf(file, 1).replace('/DSS 7 0 R', '') }), 'forbidden'],
    ['loses a certificate', () => ({ 7: '<</Certs[8 0 R]/VRI<</AB<</Cert[8 0 R]>>>>>>' }), 'forbidden'],
    ['loses an entry', () => ({ 7: '<</Certs[8 0 R 9 0 R]>>' }), 'forbidden'],
    ['has a certificate exchanged in its place', () => ({ 9: stream('gia') }), 'forbidden'],
  ])('%s', async (_, objects, expected) => {
    expect((await verdict(stored, objects))[0]).toBe(expected)
  })
})

describe('structure and actions that lead to fields', () => {
  const tagDocument = (outline: string) => [
    PLAIN[0].replace('/Pages', '/StructTreeRoot 7 0 R/Outlines 10 0 R/Pages'),
    ...PLAIN.slice(1),
    '<</Type/StructTreeRoot/K[8 0 R]>>',
    '<</Type/StructElem/S/Document/P 7 0 R/K[9 0 R]>>',
    '<</Type/StructElem/S/P/P 8 0 R/Pg 3 0 R/K 0>>',
    '<</Type/Outlines/First 11 0 R/Last 11 0 R/Count 1>>',
    `<</Title(Muc 1)/Parent 10 0 R${outline}>>`,
  ]
  const grown = {
    8: '<</Type/StructElem/S/Document/P 7 0 R/K[9 0 R 90 0 R]>>',
    90: '<</Type/StructElem/S/Form/P 8 0 R>>',
  }
  it.each([
    ['no outline', '/Dest[3 0 R/Fit]'],
    ['a structure element of an outline', '/Dest[3 0 R/Fit]/SE 9 0 R'],
    ['a structure destination', '/A<</S/GoTo/D[3 0 R/Fit]/SD[9 0 R/Fit]>>'],
  ])('structure grows under %s', async (_, outline) => {
    expect(await verdict(tagDocument(outline), grown)).toEqual(['allowed', ['structure-tree']])
  })
  it('the title of an outline is no structure', async () => {
    expect((await verdict(tagDocument('/SE 9 0 R'), { 11: '<</Title(Khac)/Parent 10 0 R/SE 9 0 R>>' }))[0]).toBe(
      'forbidden',
    )
  })
  it('a field that the document hides by an action may still be filled in', async () => {
    const hiding = PLAIN.map((body, i) =>
      i === 0 ? body.replace('/Pages', '/OpenAction<</S/Hide/T 6 0 R>>/Pages') : body,
    )
    expect((await verdict(hiding, (file) => ({ 6: bodyOf(file, 6).replace('(cu)', '(moi)') })))[0]).toBe('allowed')
  })
})
