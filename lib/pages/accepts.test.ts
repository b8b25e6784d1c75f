import { expect, test } from 'vitest'
import { accepts } from './accepts'

test.each([
  ['gzip, deflate, br, zstd', true, true],
  ['gzip,br', true, true],
  ['br;q=1.0, gzip;q=0.8, *;q=0.1', true, true],
  ['GZIP', true, false],
  ['  gzip ; q=0.001  ', true, false],
  // A weight of nothing is a refusal.
  ['gzip;q=0, br', false, true],
  ['br;q=0.000,gzip;q=1', true, false],
  ['gzip;q=0.0', false, false],
  // Another coding may have the same letters in its name.
  ['x-gzip, vibrant, sdbr', false, false],
  ['identity', false, false],
  ['', false, false],
  [undefined, false, false],
])('%j takes gzip: %s, br: %s', (header, gzip, br) => {
  expect([accepts(header, 'gzip'), accepts(header, 'br')]).toEqual([gzip, br])
})
