import { expect, it } from 'vitest'
import { onePage } from '@/lib/testing/hostile/pdf-file'
import { outlineOf } from './outline'

const MEGABYTE = 1024 ** 2
const GENUINE = Buffer.from(onePage('', '0 0 300 300 re f'))

/** A file of this size that ends so, of which no more than is asked for exists. */
function ending(size: number, end: (at: number) => string) {
  const [tail, counter] = [Buffer.from(end(size)), { bytes: 0 }]
  const read = (offset: number, length: number) => {
    counter.bytes += length
    const bytes = Buffer.alloc(Math.max(0, Math.min(length, size + tail.length - offset)), 32)
    if (offset >= size) tail.copy(bytes, 0, offset - size, offset - size + bytes.length)
    else tail.copy(bytes, size - offset)
    return Promise.resolve(new Uint8Array(bytes))
  }
  return { counter, outline: () => outlineOf(size + tail.length, read) }
}
const of = (bytes: Uint8Array) =>
  outlineOf(bytes.length, (from, length) => Promise.resolve(bytes.subarray(from, from + length)))

it('tells a whole file from one that was cut, whose section is elsewhere, or that is locked', async () => {
  expect(await of(GENUINE)).toBe('whole')
  expect(await of(GENUINE.subarray(0, -20))).toBe('broken')
  expect(await of(Buffer.from(GENUINE.toString('latin1').replace(/startxref\n\d+/, 'startxref\n20'), 'latin1'))).toBe(
    'broken',
  )
  const locked = GENUINE.toString('latin1').replace('/Root', '/Encrypt 9 0 R/Root')
  expect(await of(Buffer.from(locked, 'latin1'))).toBe('locked')
})

it.each([
  [
    'a table of five million rows',
    (at: number) =>
      `xref\n0 5000000\n${'0000000010 00000 n \n'.repeat(200_000)}trailer\n<</Root 1 0 R>>\nstartxref\n${String(at)}\n%%EOF\n`,
  ],
  [
    'a stream that unpacks to gigabytes',
    (at: number) =>
      `9 0 obj\n<</Type/XRef/Size 900000000/W[1 2 1]/Root 1 0 R>>\nstream\n${'x'.repeat(4_000_000)}\nendstream\nendobj\nstartxref\n${String(at)}\n%%EOF\n`,
  ],
  [
    'sections without end',
    (at: number) =>
      `${`xref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R/Prev ${String(at)}>>\n`.repeat(20_000)}startxref\n${String(at)}\n%%EOF\n`,
  ],
])('reads a few KB of a file of hundreds of megabytes with %s', async (_, end) => {
  const { counter, outline } = ending(400 * MEGABYTE, end)
  expect(await outline()).toBe('whole')
  expect(counter.bytes).toBeLessThanOrEqual(8192)
})
