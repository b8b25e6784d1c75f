import {
  createMD5,
  createRIPEMD160,
  createSHA1,
  createSHA224,
  createSHA256,
  createSHA3,
  createSHA384,
  createSHA512,
} from 'hash-wasm'
import type { IHasher } from 'hash-wasm'
import type { HashEngine, Hasher } from './hashing'

const MAKERS: Record<string, () => Promise<IHasher>> = {
  '1.2.840.113549.2.5': createMD5,
  '1.3.14.3.2.26': createSHA1,
  '1.3.36.3.2.1': createRIPEMD160,
  '2.16.840.1.101.3.4.2.1': createSHA256,
  '2.16.840.1.101.3.4.2.2': createSHA384,
  '2.16.840.1.101.3.4.2.3': createSHA512,
  '2.16.840.1.101.3.4.2.4': createSHA224,
  '2.16.840.1.101.3.4.2.7': () => createSHA3(224),
  '2.16.840.1.101.3.4.2.8': () => createSHA3(256),
  '2.16.840.1.101.3.4.2.9': () => createSHA3(384),
  '2.16.840.1.101.3.4.2.10': () => createSHA3(512),
}

function hasherOf(hasher: IHasher, make: () => Promise<IHasher>): Hasher {
  return {
    update: (bytes) => void hasher.update(bytes),
    digest: () => hasher.digest('binary'),
    async copy() {
      const other = await make()
      return hasherOf(other.load(hasher.save()), make)
    },
  }
}

/** Streaming digests by WebAssembly, for browsers: WebCrypto cannot digest a stream. */
export const webHashes: HashEngine = async (oid) => {
  const make = MAKERS[oid]
  return make === undefined ? undefined : hasherOf((await make()).init(), make)
}
