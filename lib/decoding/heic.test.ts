import { expect, it } from 'vitest'
import { boastfulHeic, gridHeic, heicOf, picture } from '@/lib/testing/hostile/heic-file'
import { inspectHeic } from './heic'

const MEGABYTE = 1024 ** 2

it('gives back what it took for a picture: two hundred in a row need no more than a few', {
  timeout: 180_000,
}, async () => {
  const photo = withWeight(gridHeic(6, 6), 4 * MEGABYTE)
  for (let turn = 0; turn < 5; turn++) await inspectHeic(photo)
  const before = process.memoryUsage.rss()
  for (let turn = 0; turn < 200; turn++) expect(await inspectHeic(photo)).toEqual({ outcome: 'opens', pages: 1 })
  // Left behind, the files alone would be 800 MB.
  expect(process.memoryUsage.rss() - before).toBeLessThan(150 * MEGABYTE)
})

/** The file with so many bytes more that no decoder looks at (`free`). */
function withWeight(file: Uint8Array, bytes: number): Uint8Array {
  const free = Buffer.alloc(bytes)
  free.writeUInt32BE(bytes)
  free.write('free', 4, 'latin1')
  return Buffer.concat([file, free])
}

it('measures a picture before it is decoded', async () => {
  expect(await inspectHeic(boastfulHeic(20_000, 20_000))).toEqual({ outcome: 'too-many-pixels' })
})

it('refuses what is cut off, or names a primary picture it does not hold', async () => {
  expect(await inspectHeic(gridHeic(2, 2).subarray(0, -20))).toEqual({ outcome: 'broken' })
  expect(await inspectHeic(heicOf([picture()], 7))).toEqual({ outcome: 'broken' })
})
