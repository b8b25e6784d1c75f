import { describe, expect, it } from 'vitest'
import { bodyOf, bytes, text, update } from './test-attacker'
import { authorityAt, concat, documentOf, NOW, PLAIN, signedOver, validate } from './test-documents'

/** Whether any signature of the file is said to be intact; a file that cannot be read has none. */
async function isIntact(file: Uint8Array): Promise<boolean> {
  const report = await validate(file, { trusting: false }).catch(() => undefined)
  return report?.signatures.some((signature) => signature.intact) ?? false
}

describe('the signature itself', () => {
  const range = (file: Uint8Array) =>
    (/\/ByteRange \[(\d+) (\d+) (\d+) (\d+)/.exec(text(file)) ?? []).slice(1).map(Number)

  it('signature wrapping: the second part is moved behind slipped-in content', async () => {
    const file = await signedOver(documentOf(PLAIN))
    const [, , b = 0, c = 0] = range(file)
    const slipped = bytes(' '.repeat(300))
    const wrapped = concat(file.subarray(0, b), slipped, file.subarray(b))
    const moved = text(wrapped).replace(`${String(b)} ${String(c)}`, `${String(b + 300)} ${String(c)}`)
    expect(await isIntact(bytes(moved))).toBe(false)
  })

  it.each([
    ['a wider gap', (a: number, b: number, c: number) => [0, a - 9, b, c]],
    ['a range from another place', (a: number, b: number, c: number) => [9, a - 9, b, c]],
    ['a shorter end', (a: number, b: number, c: number) => [0, a, b, c - 40]],
    ['a gap cut short', (a: number, b: number, c: number) => [0, a, b - 2, c + 2]],
  ])('%s is never intact over the whole', async (_, shift) => {
    const file = await signedOver(documentOf(PLAIN))
    const [, a = 0, b = 0, c = 0] = range(file)
    const attacked = text(file).replace(/\/ByteRange \[\d+ \d+ \d+ \d+/, `/ByteRange [${shift(a, b, c).join(' ')}`)
    expect(await isIntact(bytes(attacked))).toBe(false)
  })

  it('one changed byte anywhere in the signed range is found', async () => {
    const file = await signedOver(documentOf(PLAIN))
    const [, a = 0, b = 0] = range(file)
    const places = Array.from({ length: Math.floor(file.length / 41) }, (_, i) => i * 41)
    for (const at of places.filter((place) => place < a || place >= b)) {
      const changed = file.map((byte, i) => (i === at ? byte ^ 1 : byte))
      expect(await isIntact(changed)).toBe(false)
    }
  })

  const replaceBytes = async (from: RegExp, to: string) => {
    const file = text(await signedOver(documentOf(PLAIN)))
    expect(file).toMatch(from)
    return bytes(file.replace(from, (match) => to.padEnd(match.length).slice(0, Math.max(match.length, to.length))))
  }
  const RANGE = /\/ByteRange \[[^\]]*\]/
  const CONTENTS = /\/Contents <[^>]*>/

  it.each([
    ['no ByteRange', RANGE, ''],
    ['a null ByteRange', RANGE, '/ByteRange null'],
    ['an empty ByteRange', RANGE, '/ByteRange []'],
    ['a ByteRange of nothing', RANGE, '/ByteRange [0 0 0 0]'],
    ['a ByteRange of three numbers', RANGE, '/ByteRange [0 10 20]'],
    ['a ByteRange of six numbers', RANGE, '/ByteRange [0 1 2 3 4 5]'],
    ['a negative ByteRange', RANGE, '/ByteRange [0 -1 -1 0]'],
    ['a ByteRange of words', RANGE, '/ByteRange [/a /b /c /d]'],
    ['a ByteRange beyond the file', RANGE, '/ByteRange [0 99 999 99999999]'],
    ['no Contents', CONTENTS, ''],
    ['null Contents', CONTENTS, '/Contents null'],
    ['empty Contents', CONTENTS, '/Contents <>'],
    ['Contents of a zero', CONTENTS, '/Contents <00>'],
    ['Contents of zeros', CONTENTS, `/Contents <${'00'.repeat(16_384)}>`],
    ['Contents of an empty sequence', CONTENTS, '/Contents <3000>'],
    ['Contents that are no string', CONTENTS, '/Contents 4 0 R'],
  ])('universal forgery: %s', async (_, from, to) => {
    const report = await validate(await replaceBytes(from, to))
    expect(report.signatures).toMatchObject([{ intact: false }])
    expect(report.signatures[0]?.verdict.indication).not.toBe('TOTAL_PASSED')
  })

  it.each([
    ['ByteRange', (range: string) => `${range}/ByteRange [0 1 2 3]`],
    ['ByteRange, the other way round', (range: string) => `/ByteRange [0 1 2 3]${range}`],
    ['Contents', (range: string) => `${range}/Contents <3000>`],
  ])('a key written twice is not intact: %s', async (_, twice) => {
    const file = text(await signedOver(documentOf(PLAIN)))
    expect(await isIntact(bytes(file.replace(RANGE, twice)))).toBe(false)
  })

  it('signature wrapping: a second signature dictionary with a range of its own takes the field', async () => {
    const file = await signedOver(documentOf(PLAIN))
    const [, num = '0'] = /\n(\d+) 0 obj\n<<\/Type \/Sig /.exec(text(file)) ?? []
    const body = bodyOf(file, Number(num))
    const [, a = 0, b = 0, c = 0] = range(file)
    const wrapped = await update(file, {
      [num]: body.replace(RANGE, `/ByteRange [0 ${String(a)} ${String(b)} ${String(c)}]`),
    })
    const { signatures } = await validate(wrapped)
    expect(signatures).toMatchObject([{ intact: true, standing: 'replaced', laterChanges: 'forbidden' }])
    expect(signatures[0]?.verdict.indication).toBe('INDETERMINATE')
  })

  it('an update that takes over the signature but hides its revision from the chain is seen', async () => {
    const base = documentOf(PLAIN)
    const file = text(await signedOver(base))
    const [, first = ''] = /startxref\n(\d+)/.exec(text(base)) ?? []
    const other = bodyOf(bytes(file), 4).replace('Giay', 'Quyt')
    const rows = [...file.slice(base.length).matchAll(/(?:^|\n)(\d+) 0 obj\n/g)].map(({ 1: num = '', index }) => {
      const at = base.length + index + (file[base.length + index] === '\n' ? 1 : 0)
      return `${num} 1\n${String(at).padStart(10, '0')} 00000 n \n`
    })
    const changed = `4 1\n${String(file.length).padStart(10, '0')} 00000 n \n`
    const body = `4 0 obj\n${other}\nendobj\n`
    const trailer = `trailer\n<</Size 99/Root 1 0 R/Prev ${first}>>\nstartxref\n${String(file.length + body.length)}\n%%EOF\n`
    const report = await validate(bytes(`${file}${body}xref\n${changed}${rows.join('')}${trailer}`), {
      trusting: false,
    })
    expect(report.signatures).toMatchObject([
      { coverage: 'partial', coverageFaults: ['ends-inside-revision'], laterChanges: 'forbidden' },
    ])
  })

  it('an empty field and a stamp picture are told to be no signatures', async () => {
    const bodies = PLAIN.map((body, i) =>
      i === 0 ? body.replace('[6 0 R]', '[6 0 R 8 0 R]') : i === 2 ? body.replace('[6 0 R]', '[6 0 R 7 0 R]') : body,
    )
    const stamp = '<</Type/Annot/Subtype/Stamp/Rect[50 50 150 150]/P 3 0 R>>'
    const empty = '<</Type/Annot/Subtype/Widget/FT/Sig/T(trong)/Rect[0 0 9 9]/P 3 0 R>>'
    const report = await validate(documentOf([...bodies, stamp, empty]))
    expect(report.signatures).toEqual([])
    expect(report.notSigned).toEqual([
      { kind: 'empty-field', field: 'trong' },
      { kind: 'stamp-picture', page: 1 },
    ])
  })

  it('a timestamp over something else proves nothing', async () => {
    const other = { stamp: () => authorityAt(NOW).stamp(new Uint8Array(32)) }
    await expect(signedOver(documentOf(PLAIN), { authority: other })).rejects.toThrow('timestamp-failed')
  })
})
