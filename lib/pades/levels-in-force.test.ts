import { describe, expect, it } from 'vitest'
import { bodyOf, refusedCodes, text, update } from './test-attacker'
import { authorityAt, documentOf, NOW, PLAIN, signedOver, validate } from './test-documents'
import { verdict } from './test-revisions'
import type { Objects, Verdict } from './test-revisions'

describe('levels', () => {
  const note = (file: Uint8Array) => ({
    3: bodyOf(file, 3).replace('/Annots [', '/Annots [91 0 R '),
    91: '<</Type/Annot/Subtype/Text/Rect[9 9 20 20]/P 3 0 R>>',
  })
  const empty = (file: Uint8Array) => ({
    1: bodyOf(file, 1).replace('/Fields [', '/Fields [92 0 R '),
    92: '<</FT/Sig/T(trong)>>',
  })
  const tabs = (file: Uint8Array) => ({ 3: bodyOf(file, 3).replace('<<', '<</Tabs/S') })
  it.each<[string, 1 | 2 | 3 | undefined, (file: Uint8Array) => Objects, Verdict]>([
    ['an empty field, level 1', 1, empty, 'forbidden'],
    ['an empty field, level 2', 2, empty, 'forbidden'],
    ['an empty field, level 3', 3, empty, 'allowed'],
    ['an empty field, not certified', undefined, empty, 'allowed'],
    ['tab order, level 2', 2, tabs, 'forbidden'],
    ['tab order, level 3', 3, tabs, 'allowed'],
    ['an unused object, level 1', 1, () => ({ 90: '(x)' }), 'allowed'],
  ])('%s', async (_, certify, objects, expected) => {
    expect((await verdict(PLAIN, objects, certify === undefined ? {} : { certify }))[0]).toBe(expected)
  })

  it.each<[1 | 2 | 3, Verdict[]]>([
    [3, ['allowed', 'allowed']],
    [2, ['forbidden', 'forbidden']],
  ])('a later signature inherits level %i', async (certify, expected) => {
    const twice = await signedOver(await signedOver(documentOf(PLAIN), { certify }))
    const { signatures } = await validate(await update(twice, note(twice)))
    expect(signatures.map(({ laterChanges }) => laterChanges)).toEqual(expected)
  })

  it.each<[string, number, Verdict]>([
    ['looser', 3, 'forbidden'],
    ['as strict', 2, 'allowed'],
    ['stricter', 1, 'allowed'],
  ])('a later Lock that is %s', async (_, level, expected) => {
    const lock = `<</Type/SigFieldLock/Action/Include/Fields[]/P ${String(level)}>>`
    const bodies = [
      ...PLAIN.map((body, i) => (i === 0 ? body.replace('[6 0 R]', '[6 0 R 7 0 R]') : body)),
      `<</FT/Sig/T(ky)/Lock ${lock}>>`,
    ]
    const twice = await signedOver(await signedOver(documentOf(bodies), { certify: 2 }), { field: 'ky' })
    const [first] = (await validate(twice)).signatures.filter(({ permissions }) => permissions.certifies)
    expect(first?.laterChanges).toBe(expected)
    expect(refusedCodes(first?.changes ?? [])).toEqual(expected === 'forbidden' ? ['permissions-loosened'] : [])
  })

  it('a certification must come first, and is not made behind a signature', async () => {
    const file = await signedOver(documentOf(PLAIN))
    await expect(signedOver(file, { certify: 2 })).rejects.toThrow('signing-forbidden')
    const second = await signedOver(file)
    const dictionary = [...text(second).matchAll(/\n(\d+) 0 obj\n<<\/Type \/Sig /g)].at(-1)?.[1] ?? ''
    const certifyRoot = (root: Uint8Array) => ({
      1: bodyOf(root, 1).replace('<<', `<</Perms<</DocMDP ${dictionary} 0 R>>`),
    })
    const [first] = (await validate(await update(second, certifyRoot(second)))).signatures
    expect(refusedCodes(first?.changes ?? [])).toEqual(['certification-not-first'])
  })

  it('signatures over one another: a warning where nobody certified, a refusal where somebody did', async () => {
    const appearance = {
      box: { left: 60, bottom: 700, width: 100, height: 40 },
      picture: { width: 1, height: 1, rgba: Uint8Array.of(9, 9, 9, 255) },
    }
    const over = async (certify?: 2) =>
      signedOver(await signedOver(documentOf(PLAIN), { appearance, ...(certify ? { certify } : {}) }), {
        appearance,
        authority: authorityAt(NOW),
      })
    const [plain] = (await validate(await over())).signatures
    expect(plain).toMatchObject({ laterChanges: 'allowed' })
    expect(plain?.changes.map(({ code }) => code)).toContain('annotation-overlap')
    expect((await validate(await over(2))).signatures[0]).toMatchObject({ laterChanges: 'forbidden' })
  })
})
