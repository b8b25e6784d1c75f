import { readFileSync } from 'node:fs'
import path from 'node:path'
import { nodeEngine } from '@/lib/pades/node-engine'
import { nodeHashes } from '@/lib/pades/node-hash'
import type { Engine, SignatureCheck } from '@/lib/trust'

export const NOW = new Date('2026-06-01T03:00:00Z')
export const hashes = nodeHashes

const MOST_KNOWN = 2_000
const verifications = new Map<string, Promise<boolean | undefined>>()

function keyOf({ scheme, spki, data, signature }: SignatureCheck): string {
  return [JSON.stringify(scheme), ...[spki, data, signature].map((part) => Buffer.from(part).toString('latin1'))].join(
    '|',
  )
}

/** A check already made is not made again: most mutations leave the certificates and their signatures as they were. */
export const engine: Engine = {
  digest: nodeEngine.digest,
  verify(check) {
    const key = keyOf(check)
    const answer = verifications.get(key) ?? nodeEngine.verify(check)
    if (verifications.size >= MOST_KNOWN) verifications.clear()
    verifications.set(key, answer)
    return answer
  },
}

/** A file of those that are mutated. */
export function readSubject(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(path.join(process.cwd(), 'bench/fuzz/subjects', name)))
}
