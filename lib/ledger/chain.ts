import { canonicalJson } from './canonical'

/** What one audit row says; its hash binds all of it and the row before. */
export type Entry = {
  subjectKind: string
  subjectId: string
  entry: number
  at: Date
  actorKind: string
  actorId: string | null
  action: string
  data: Record<string, unknown>
  requestId: string
}

/** The hash before the first entry of a subject. */
export const GENESIS = '0'.repeat(64)

/** The bytes whose SHA-256 is the entry's hash. */
export function chainedText(entry: Entry, previousHash: string): string {
  return canonicalJson({ ...entry, at: entry.at.toISOString(), previousHash })
}

/** The first entry of a subject whose hash, number or predecessor does not fit; null when the chain is whole. */
export function firstBreak(
  entries: readonly (Entry & { hash: string; previousHash: string })[],
  sha256: (text: string) => string,
): number | null {
  let previousHash = GENESIS
  for (const [index, { hash, previousHash: stated, ...entry }] of entries.entries()) {
    const fits =
      entry.entry === index + 1 && stated === previousHash && sha256(chainedText(entry, previousHash)) === hash
    if (!fits) return index + 1
    previousHash = hash
  }
  return null
}
