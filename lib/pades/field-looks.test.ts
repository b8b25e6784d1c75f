import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { bodyOf } from './test-attacker'
import { FORM, look, verdict, words } from './test-revisions'
import type { Objects, Verdict } from './test-revisions'

const [FIELD, BOX] = [FORM[5] ?? '', FORM[7] ?? '']

const fillField = (text: string, value: string) => ({
  6: FIELD.replace('(cu)', `(${value})`).replace('7 0 R', '90 0 R'),
  90: look(words(text)),
})
const swapAppearance = (content: string, resources?: string) => ({
  6: FIELD.replace('7 0 R', '90 0 R'),
  90: look(content, resources),
})

describe('what fields show', () => {
  it.each<[string, Objects, Verdict]>([
    ['filled in, with its looks', fillField('moi', 'moi'), 'allowed'],
    [
      'filled in, letter by letter',
      { ...fillField('', 'moi'), 90: look('BT /F 12 Tf 2 5 Td [(m)-20(o)3(i)] TJ ET') },
      'allowed',
    ],
    ['filled in, showing another text', fillField('900', '9'), 'forbidden'],
    ['filled in, its old text still shown', { 6: FIELD.replace('(cu)', '(900)') }, 'forbidden'],
    ['emptied, with its looks', { 6: FIELD.replace('/V(cu)', ''), 7: look('/Tx BMC EMC') }, 'allowed'],
    ['another text under the same value', swapAppearance(words('900')), 'forbidden'],
    ['the same, in the stream itself', { 7: look(words('900')) }, 'forbidden'],
    ['the same text drawn anew', swapAppearance(`1 g 0 0 240 20 re f ${words('cu')}`), 'allowed'],
    [
      'the same look, compressed',
      {
        7: (() => {
          const data = deflateSync(words('cu')).toString('latin1')
          return `<</Type/XObject/Subtype/Form/BBox[0 0 240 20]/Resources<</Font<</F 5 0 R>>>>/Filter/FlateDecode/Length ${String(data.length)}>>\nstream\n${data}\nendstream`
        })(),
      },
      'none',
    ],
    ['the same text in white', swapAppearance(words('cu').replace('0 g', '1 g')), 'forbidden'],
    ['the same text, painted over', swapAppearance(`${words('cu')} 1 g 0 0 240 20 re f`), 'forbidden'],
    ['the same text, invisible', swapAppearance(words('cu', '3 Tr ')), 'forbidden'],
    ['the same text, out of sight', swapAppearance(words('cu').replace('2 5 Td', '2 500 Td')), 'forbidden'],
    ['the same text, clipped away', swapAppearance(`0 0 0 0 re W n ${words('cu')}`), 'forbidden'],
    ['the same text beside a picture', swapAppearance(`${words('cu')} /FRM Do`), 'forbidden'],
    [
      'the same text in letters that may look like anything',
      swapAppearance(words('cu'), '<</Font<</F 91 0 R>>>>'),
      'forbidden',
    ],
    ['the look taken away', { 6: FIELD.replace('/AP<</N 7 0 R>>', '') }, 'forbidden'],
    ['another default appearance', { 6: FIELD.replace('/F 12 Tf 0 g', '/F 1 Tf 1 g') }, 'forbidden'],
    ['a caption of its own', { 6: FIELD.replace('/F 4', '/F 4/MK<</CA(900)>>') }, 'forbidden'],
    ['hidden', { 6: FIELD.replace('/F 4', '/F 2') }, 'forbidden'],
    ['a password from now on', { 6: FIELD.replace('/F 4', '/F 4/Ff 8192') }, 'forbidden'],
    ['read-only from now on', { 6: FIELD.replace('/F 4', '/F 4/Ff 1') }, 'allowed'],
    ['another name', { 6: FIELD.replace('ghi_chu', 'ghi_them') }, 'forbidden'],
    ['a script', { 6: FIELD.replace('/F 4', '/F 4/AA<</F<</S/JavaScript/JS(1)>>>>') }, 'forbidden'],
    ['ticked', { 8: BOX.replace('/V/Off/AS/Off', '/V/Yes/AS/Yes') }, 'allowed'],
    ['shown as ticked without being it', { 8: BOX.replace('/AS/Off', '/AS/Yes') }, 'forbidden'],
    ['looks of a box exchanged', { 8: BOX.replace('/Yes 9 0 R/Off 10 0 R', '/Yes 10 0 R/Off 9 0 R') }, 'forbidden'],
    [
      'looks of a box exchanged while it is ticked',
      { 8: BOX.replace('/V/Off/AS/Off', '/V/Yes/AS/Yes').replace('/Yes 9 0 R/Off 10 0 R', '/Yes 10 0 R/Off 9 0 R') },
      'forbidden',
    ],
  ])('%s', async (_, objects, expected) => {
    const odd = '<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/CharProcs<<>>/Encoding<<>>>>'
    expect((await verdict(FORM, '90' in objects ? { ...objects, 91: odd } : objects))[0]).toBe(expected)
  })

  it('drawn anew on demand: only where every value is what is shown', async () => {
    const ask = (file: Uint8Array) => ({
      1: bodyOf(file, 1).replace('/AcroForm <<', '/AcroForm <</NeedAppearances true'),
    })
    expect((await verdict(FORM, ask))[0]).toBe('allowed')
    const hidden = FORM.map((body, i) => (i === 5 ? body.replace('(cu)', '(900)') : body))
    expect(await verdict(hidden, ask)).toEqual(['forbidden', ['appearance-mismatch']])
  })

  it('a waiting signature field may not show a picture before it is signed', async () => {
    const waiting = '<</Type/Annot/Subtype/Widget/FT/Sig/T(ky)/F 4/Rect[60 400 300 440]/P 3 0 R>>'
    const bodies = [
      ...FORM.map((body, i) =>
        body.replace(
          i === 0 ? '[6 0 R 8 0 R]' : '/Annots[6 0 R 8 0 R]',
          i === 0 ? '[6 0 R 8 0 R 14 0 R]' : '/Annots[6 0 R 8 0 R 14 0 R]',
        ),
      ),
      waiting,
    ]
    const painted = { 14: waiting.replace('/F 4', '/F 4/AP<</N 92 0 R>>'), 92: look('BT /F 12 Tf (Da ky) Tj ET') }
    expect((await verdict(bodies, painted))[0]).toBe('forbidden')
    expect((await verdict(bodies, { 14: waiting.replace('/F 4', '/F 132') }))[0]).toBe('allowed')
  })
})

describe('resources of the form', () => {
  const helvetica = '<</Type/Font/Subtype/Type1/BaseFont/Courier>>'
  const fallback = FORM.map((body, i) => (i === 6 ? look('/FRM Do', '') : i === 5 ? body.replace('/V(cu)', '') : body))
  it.each<[string, readonly string[], Objects, Verdict]>([
    ['a font added', FORM, { 11: '<</Font<</F 5 0 R/G 90 0 R>>/XObject<</FRM 13 0 R>>>>', 90: helvetica }, 'allowed'],
    ['a kind added', FORM, { 11: '<</Font<</F 5 0 R>>/XObject<</FRM 13 0 R>>/ExtGState<<>>>>' }, 'allowed'],
    [
      'a font exchanged that fields use',
      FORM,
      { 11: '<</Font<</F 90 0 R>>/XObject<</FRM 13 0 R>>>>', 90: helvetica },
      'forbidden',
    ],
    ['a font taken away that fields use', FORM, { 11: '<</XObject<</FRM 13 0 R>>>>' }, 'forbidden'],
    [
      'a form nobody draws exchanged',
      FORM,
      { 11: '<</Font<</F 5 0 R>>/XObject<</FRM 90 0 R>>>>', 90: look('q q Q Q') },
      'allowed',
    ],
    ['the same, in the form itself', FORM, { 13: look('q q Q Q') }, 'allowed'],
    ['a form exchanged that an appearance falls back on', fallback, { 13: look('BT (900) Tj ET') }, 'forbidden'],
    ['moved elsewhere', FORM, { 11: '<</Font 90 0 R/XObject<</FRM 13 0 R>>>>', 90: '<</F 5 0 R>>' }, 'none'],
  ])('%s', async (_, bodies, objects, expected) => {
    expect((await verdict(bodies, objects))[0]).toBe(expected)
  })
})
