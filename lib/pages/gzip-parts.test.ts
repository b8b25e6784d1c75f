import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gzipOf, packPart } from './gzip-parts'

const part = fc.record({ text: fc.string({ unit: 'binary', maxLength: 300 }), isPacked: fc.boolean() })

const packed = async (text: string, isPacked: boolean) => (isPacked ? packPart(text) : Buffer.from(text))

test('any row of parts, compressed beforehand or not, is the gzip of the whole', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 12 }), async (parts) => {
      const packedParts = await Promise.all(parts.map(({ text, isPacked }) => packed(text, isPacked)))
      // gunzip itself compares the check sum and the length.
      expect(gunzipSync(gzipOf(packedParts)).toString()).toBe(
        Buffer.from(parts.map(({ text }) => text).join('')).toString(),
      )
    }),
  )
})

test('a part longer than one block may be, and a long packed one, keep their check sum', async () => {
  const [long, page] = [Buffer.alloc(150_000, 'ă'), '<p>trang</p>'.repeat(20_000)]
  const whole = gunzipSync(gzipOf([await packPart(page), long, await packPart(page), Buffer.from('x')]))
  expect(whole.equals(Buffer.concat([Buffer.from(page), long, Buffer.from(page), Buffer.from('x')]))).toBe(true)
})

test('what is always the same is sent compressed', async () => {
  const page = '<p>trang</p>'.repeat(1000)
  expect(gzipOf([await packPart(page), Buffer.from('An')]).length).toBeLessThan(400)
})
