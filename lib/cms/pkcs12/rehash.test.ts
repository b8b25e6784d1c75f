import { createHash } from 'node:crypto'
import { md5, sha1 } from '@noble/hashes/legacy.js'
import { sha256, sha512 } from '@noble/hashes/sha2.js'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rehash } from './rehash'

it.each([
  ['sha1', sha1],
  ['sha256', sha256],
  ['sha512', sha512],
  ['md5', md5],
] as const)('%s over its own digest is what the platform makes of it', (name, hash) => {
  const once = (octets: Uint8Array) => new Uint8Array(createHash(name).update(octets).digest())
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(50), (message, rounds) => {
      let expected = once(message)
      for (let i = 0; i < rounds; i += 1) expected = once(expected)
      expect(Uint8Array.from(rehash(hash, once(message), rounds))).toEqual(expected)
    }),
  )
})
