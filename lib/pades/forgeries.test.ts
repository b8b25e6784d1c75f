import { describe, expect, it } from 'vitest'
import { authorityAt, concat, documentOf, NOW, PLAIN, signedOver, validated } from './test-documents'

const bytes = (content: string) => Uint8Array.from(content, (char) => char.charCodeAt(0))
const text = (file: Uint8Array) => Buffer.from(file).toString('latin1')

/** Whether any signature of the file is said to be intact; a file that cannot be read has none. */
async function isIntact(file: Uint8Array): Promise<boolean> {
  const report = await validated(file, { trusting: false }).catch(() => undefined)
  return report?.signatures.some((one) => one.intact) ?? false
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

  it('an empty field and a stamp picture are told to be no signatures', async () => {
    const bodies = PLAIN.map((body, i) =>
      i === 0 ? body.replace('[6 0 R]', '[6 0 R 8 0 R]') : i === 2 ? body.replace('[6 0 R]', '[6 0 R 7 0 R]') : body,
    )
    const stamp = '<</Type/Annot/Subtype/Stamp/Rect[50 50 150 150]/P 3 0 R>>'
    const empty = '<</Type/Annot/Subtype/Widget/FT/Sig/T(trong)/Rect[0 0 9 9]/P 3 0 R>>'
    const report = await validated(documentOf([...bodies, stamp, empty]))
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
