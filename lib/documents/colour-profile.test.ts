import { expect, test } from 'vitest'
import { colourProfile } from './colour-profile'

test('the profile counts itself right, and each tag lies whole at a multiple of four (ICC.1, 7.2 and 7.3)', () => {
  const bytes = colourProfile()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const word = (at: number) => Buffer.from(bytes.subarray(at, at + 4)).toString('latin1')
  expect([view.getUint32(0), word(36)]).toEqual([bytes.length, 'acsp'])
  const count = view.getUint32(128)
  const entries = Array.from({ length: count }, (_, i) => 132 + i * 12)
  let free = 132 + count * 12
  for (const at of entries) {
    const [offset, size] = [view.getUint32(at + 4), view.getUint32(at + 8)]
    expect([word(at), offset % 4, offset >= free && offset - free < 4]).toEqual([word(at), 0, true])
    free = offset + size
  }
  expect(bytes.length - free).toBeLessThan(4)
  const needed = ['desc', 'cprt', 'wtpt', 'rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC']
  expect(entries.map(word)).toEqual(needed)
})
