import { describe, expect, it } from 'vitest'
import { bodyOf, firstOf, codesRefused, update } from './test-attacker'
import { documentOf, PLAIN, signedOver } from './test-documents'

const signCertified = (certify: 1 | 2 | 3) => signedOver(documentOf(PLAIN), { certify })
const seal = {
  box: { left: 60, bottom: 740, width: 300, height: 40 },
  picture: { width: 1, height: 1, rgba: Uint8Array.of(255, 255, 255, 255) },
}

/** The file with one more annotation on its page. */
function annotate(file: Uint8Array, annotation: string): Promise<Uint8Array> {
  const page = bodyOf(file, 3).replace('/Annots [', '/Annots [91 0 R ')
  return update(file, { 3: page, 91: annotation })
}

describe('certified documents', () => {
  it.each([2, 3] as const)(
    'sneaky signature: a visible signature is laid over a certified page (level %i)',
    async (level) => {
      expect(await codesRefused(await signedOver(await signCertified(level), { appearance: seal }))).toContain(
        'signature-placed',
      )
    },
  )

  it('an invisible signature, and a visible one without certification, are what they seem', async () => {
    expect((await firstOf(await signedOver(await signCertified(2)))).laterChanges).toBe('allowed')
    expect(await firstOf(await signedOver(await signedOver(documentOf(PLAIN)), { appearance: seal }))).toMatchObject({
      laterChanges: 'allowed',
      changes: [{ code: 'signature-added' }, { code: 'signature-placed', page: 1 }],
    })
  })

  it.each(['FreeText', 'Stamp', 'Redact'])(
    'evil annotation: %s on a certified page, even where annotations are let pass',
    async (kind) => {
      const evil = `<</Type/Annot/Subtype/${kind}/Rect[60 750 300 790]/P 3 0 R/Contents(Tu choi)>>`
      expect(await codesRefused(await annotate(await signCertified(3), evil))).toEqual(['annotation-added'])
      expect(await codesRefused(await annotate(await signCertified(2), evil))).toEqual(['annotation-added'])
    },
  )

  it('evil annotation: a harmless stamp of the certified page becomes another', async () => {
    const bodies = PLAIN.map((body, i) => (i === 2 ? body.replace('[6 0 R]', '[6 0 R 7 0 R]') : body))
    const stamp = '<</Type/Annot/Subtype/Stamp/Rect[500 10 520 30]/P 3 0 R>>'
    const file = await signedOver(documentOf([...bodies, stamp]), { certify: 3 })
    expect(await codesRefused(await update(file, { 7: stamp.replace('[500 10 520 30]', '[0 0 595 842]') }))).toEqual([
      'annotation-changed',
    ])
  })

  it('evil annotation: what a stamp shows is redrawn behind its back', async () => {
    const bodies = PLAIN.map((body, i) => (i === 2 ? body.replace('[6 0 R]', '[6 0 R 7 0 R]') : body))
    const stamp = '<</Type/Annot/Subtype/Stamp/Rect[60 700 400 790]/P 3 0 R/AP<</N 8 0 R>>>>'
    const look = (content: string) =>
      `<</Subtype/Form/BBox[0 0 1 1]/Length ${String(content.length)}>>\nstream\n${content}\nendstream`
    const file = await signedOver(documentOf([...bodies, stamp, look('')]), { certify: 3 })
    expect(await codesRefused(await update(file, { 8: look('1 g 0 0 1 1 re f') }))).toEqual(['annotation-changed'])
  })

  it('a note or a highlight passes at level 3', async () => {
    for (const kind of ['Text', 'Highlight']) {
      const note = `<</Type/Annot/Subtype/${kind}/Rect[500 10 520 30]/P 3 0 R>>`
      expect((await firstOf(await annotate(await signCertified(3), note))).laterChanges).toBe('allowed')
    }
  })
})
