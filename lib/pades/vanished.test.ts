import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyOf, bytes, codesRefused, text, update } from './test-attacker'
import { concat, documentOf, PLAIN, signedOver, validate } from './test-documents'
import { rangeSearch } from './range-search'

const sign = () => signedOver(documentOf(PLAIN))
const FIELD = /\n(\d+) 0 obj\n<<\/Type \/Annot/

/** An update without /Prev: what was before is out of reach. */
function cutOff(file: Uint8Array, body = '', rows = '0 0\n'): Uint8Array {
  const xref = file.length + body.length
  return concat(file, bytes(`${body}xref\n${rows}trailer\n<</Size 9/Root 1 0 R>>\nstartxref\n${String(xref)}\n%%EOF\n`))
}

describe('a signature never vanishes', () => {
  it.each([
    [
      'the form is taken from the catalog',
      (file: Uint8Array) => ({ 1: bodyOf(file, 1).replace('/AcroForm', '/FormerForm') }),
    ],
    [
      'the list of fields is emptied',
      (file: Uint8Array) => ({ 1: bodyOf(file, 1).replace(/\/Fields \[.*?\]/, '/Fields []') }),
    ],
    ['the field is freed', (file: Uint8Array) => ({ [FIELD.exec(text(file))?.[1] ?? '0']: 'null' })],
    ['another catalog takes its place', () => ({ 1: '<</Type/Catalog/Pages 2 0 R>>' })],
  ])('%s', async (_, change) => {
    const file = await sign()
    const { signatures } = await validate(await update(file, change(file)))
    expect(signatures).toMatchObject([{ intact: true, standing: 'removed', laterChanges: 'forbidden' }])
  })

  it('its dictionary is written anew: what was signed is shown, and that it was rewritten', async () => {
    const file = await signedOver(documentOf(PLAIN), { reason: 'Dong y' })
    const [, num = '0'] = /\n(\d+) 0 obj\n<<\/Type \/Sig /.exec(text(file)) ?? []
    const forged = bodyOf(file, Number(num))
      .replace(/\/M \(.*?\)/, '/M (D:20200101000000Z)')
      .replace('Dong y', 'Tu choi')
    const { signatures } = await validate(await update(file, { [num]: forged }))
    expect(signatures).toMatchObject([
      {
        intact: true,
        standing: 'replaced',
        laterChanges: 'forbidden',
        reason: 'Dong y',
        claimedTime: new Date('2026-06-01T03:00:00Z'),
      },
    ])
    expect(signatures[0]?.changes).toMatchObject([{ code: 'signature-changed', allowed: false }])
  })

  it('nothing leads to the catalog any more: read as of the revision before, and said', async () => {
    for (const attacked of [cutOff(await sign()), cutOff(await sign(), '', '0 1\n0000000000 65535 f \n')]) {
      const { signatures, damage } = await validate(attacked)
      expect(signatures).toMatchObject([{ intact: true, standing: 'unreachable', laterChanges: 'forbidden' }])
      expect(damage.map(({ code }) => code)).toContain('catalog-unreachable')
    }
  })

  it('a whole other document is appended that leads nowhere else', async () => {
    const file = await sign()
    const other = '1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n'
    const at = (offset: number) => String(file.length + offset).padStart(10, '0')
    const rows = `1 2\n${at(0)} 00000 n \n${at(other.indexOf('2 0 obj'))} 00000 n \n`
    const { signatures } = await validate(cutOff(file, other, rows))
    expect(signatures).toMatchObject([{ intact: true, standing: 'unreachable', laterChanges: 'forbidden' }])
  })

  /** As a writer may put it that spells names its own way (ISO 32000-2 7.3.5); the bytes signed are left as long as they were. */
  const spellOtherwise = (file: Uint8Array) => {
    const names = { ByteRange: 'Byte#52ange', Contents: 'Cont#65nts', Sig: '#53ig' }
    return Object.entries(names).reduce(
      (now, [name, spelling]) => now.replaceAll(new RegExp(`/${name}(?![\\w.])`, 'g'), `/${spelling}`),
      text(file),
    )
  }

  it.each([
    ['as usual', text],
    ['with escapes', spellOtherwise],
  ])('remains of one are told where its names are written %s', async (_, write) => {
    const file = bytes(write(await sign()))
    const place = text(file).search(/\/Byte(?:R|#52)ange/)
    // Cut where its value ends, and where nothing but its range is left: nothing leads to it in either.
    for (const length of [file.length - 200, place + 200]) {
      const { signatures } = await validate(file.subarray(0, length))
      expect(signatures).toMatchObject([{ intact: false, standing: 'unreachable', laterChanges: 'forbidden' }])
    }
  })

  it('a signature nothing leads to is listed, however its names are written', async () => {
    const name = 'Byte#52ange'
    const decoy = `<</Type/#53ig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/${name}[0 10 20 10]/Cont#65nts<3000>>>`
    const file = await update(documentOf(PLAIN), { 50: decoy })
    expect((await validate(documentOf(PLAIN))).signatures).toEqual([])
    expect((await validate(file)).signatures).toMatchObject([{ intact: false, standing: 'unreachable' }])
  })

  it('a cut file says that its end is missing, wherever it is cut', async () => {
    const file = await sign()
    const place = text(file).indexOf('/ByteRange')
    for (const length of [file.length - 40, file.length - 200, place + 200]) {
      const { signatures, damage } = await validate(file.subarray(0, length))
      expect(signatures).toMatchObject([
        { intact: false, laterChanges: 'forbidden', coverageFaults: ['file-cut-short'] },
      ])
      expect(damage[0]).toMatchObject({ code: 'cut-short', lost: expect.any(Number) as number })
    }
  })

  it('revisions that point at each other in a circle do not hide it', async () => {
    const file = text(await sign())
    const last = /startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1] ?? ''
    const cyclic = file.replace(/\/Prev \d+>>\nstartxref\n\d+\n%%EOF\n$/, (end) =>
      end.replace(/\/Prev \d+/, `/Prev ${last}`),
    )
    expect((await validate(bytes(cyclic))).signatures).toMatchObject([{ laterChanges: 'forbidden' }])
  })

  it('a signed file kept inside another as an attachment is no signature of that one', async () => {
    const inner = text(await sign())
    const holder = documentOf([
      ...PLAIN,
      `<</Type/EmbeddedFile/Length ${String(inner.length)}>>\nstream\n${inner}\nendstream`,
    ])
    expect(await validate(holder)).toMatchObject({ signatures: [], damage: [] })
  })

  it('an old signature shown once more in a field of another name', async () => {
    const file = await sign()
    const [, num = '0'] = /\n(\d+) 0 obj\n<<\/Type \/Sig /.exec(text(file)) ?? []
    const form = bodyOf(file, 1).replace('/Fields [', '/Fields [90 0 R ')
    const twice = await update(file, { 1: form, 90: `<</FT/Sig/T(Giam doc)/V ${num} 0 R>>` })
    expect(await codesRefused(twice)).toContain('field-added')
  })
})

describe('looking for byte ranges', () => {
  it('finds them wherever chunks are cut', () => {
    const whole = bytes(`${'/Byte'.repeat(7)}/ByteRange[0 1]${'x'.repeat(30)}/ByteRange`)
    for (let size = 1; size <= whole.length; size++) {
      const search = rangeSearch()
      for (let at = 0; at < whole.length; at += size) search.update(whole.subarray(at, at + size))
      expect(search.offsets).toEqual([35, 80])
    }
  })

  it('finds every spelling of the name wherever chunks are cut, and no other name', () => {
    const escaped = Array.from('ByteRange').map((letter) => `#${letter.charCodeAt(0).toString(16)}`)
    const spellings = ['/Byte#52ange', '/#42yteRange', '/ByteRang#65', '/B#79teR#61#6E#67e', `/${escaped.join('')}`]
    const others = ['/Byte#53ange', '/#ByteRange', '/ByteRang#6', '/Byte#5 2ange', '//Byte#', '/byte#52ange']
    const parts = [...spellings, ...others].flatMap((spelling) => [spelling, '[0 1]'])
    const whole = bytes(`${parts.join('')}${'#'.repeat(40)}`)
    const expected = spellings.map((spelling) => text(whole).indexOf(spelling))
    for (let size = 1; size <= whole.length; size++) {
      const search = rangeSearch()
      for (let at = 0; at < whole.length; at += size) search.update(whole.subarray(at, at + size))
      expect(search.offsets).toEqual(expected)
    }
  })

  it('lets nothing pass for any way of writing the letters (property)', () => {
    const letter = (char: string) => {
      const hex = char.charCodeAt(0).toString(16)
      return fc.constantFrom(char, `#${hex}`, `#${hex.toUpperCase()}`)
    }
    const name = fc.tuple(...Array.from('ByteRange').map(letter)).map((letters) => `/${letters.join('')}`)
    fc.assert(
      fc.property(
        name,
        fc.string({ unit: fc.constantFrom(...Array.from('#/ByteRang5246')), maxLength: 40 }),
        (word, before) => {
          const search = rangeSearch()
          search.update(bytes(`${before}${word}[`))
          expect(search.offsets).toContain(before.length)
        },
      ),
    )
  })
})
