import type { SecurityStore } from '@/lib/pades'
import type { Anchor, Certificate } from '@/lib/trust'
import { addressesIn } from '@/lib/trust'
import { MAX_MISSING } from '../protocol/check-limits'
import { openQuestions } from './open-questions'
import type { Answers, OpenQuestion, Way } from './open-questions'

/** Responders first; lists for what is still open; then the last word. */
const ROUNDS = 3
/** Issuers fetched one above the other. */
const MAX_CLIMB = 4

/** Asks authorities what the evidence does not tell; in the second round their lists. */
export type Ask = (questions: readonly OpenQuestion[], round: number) => Promise<Answers>
/** DER of issuers of these certificates, as far as they can be had. */
export type FindIssuers = (missing: readonly Certificate[]) => Promise<readonly Uint8Array[]>
export type Authorities = { ask: Ask; issuersOf: FindIssuers }

/** What is known at one moment of judging. */
export type Standing = { at: Date; evidence: SecurityStore; asked: boolean }
type Judge<T> = (standing: Standing) => Promise<{ value: T; ways: readonly Way[] }>

const NOTHING: SecurityStore = { certificates: [], ocsps: [], crls: [] }

/** Judges, fetches issuers that are missing, asks about revocation, and judges again, each a bounded number of times. */
export async function inRounds<T>(
  judge: Judge<T>,
  { at, anchors }: { at: Date; anchors: readonly Anchor[] },
  authorities: Authorities,
): Promise<{ value: T } & Standing> {
  const started = await climbed(judge, { at, evidence: NOTHING, asked: false }, authorities.issuersOf)
  let { standing, judged } = started
  for (let round = 1; round < ROUNDS; round++) {
    const questions = openQuestions(judged.ways, anchors)
    if (questions.length === 0) break
    const { store, receivedAt } = await authorities.ask(questions, round)
    standing = answered(standing, store, receivedAt)
    judged = await judge(standing)
    if (receivedAt === null) break
  }
  return { value: judged.value, ...standing }
}

/** Goes up from certificate to issuer as long as issuers are found. */
async function climbed<T>(judge: Judge<T>, from: Standing, issuersOf: FindIssuers) {
  const looked = new Set<string>()
  let standing = from
  for (let height = 0; ; height++) {
    const judged = await judge(standing)
    const missing = height < MAX_CLIMB ? missingIn(judged.ways).filter((one) => isNew(looked, one)) : []
    const found = missing.length === 0 ? [] : await issuersOf(missing)
    if (found.length === 0) return { standing, judged }
    const certificates = [...standing.evidence.certificates, ...found]
    standing = { ...standing, evidence: { ...standing.evidence, certificates } }
  }
}

/** Certificates whose issuer is missing and that say where it can be had. */
function missingIn(ways: readonly Way[]): Certificate[] {
  return ways.flatMap(({ missing }) => missing).filter((one) => addressesIn(one).issuer.length > 0)
}

function isNew(looked: Set<string>, { issuer, serial }: Certificate): boolean {
  const key = `${issuer.text}:${serial}`
  if (looked.has(key) || looked.size >= MAX_MISSING) return false
  looked.add(key)
  return true
}

/** An answer given a moment after the question may not be judged as one from the future. */
function answered({ at, evidence }: Standing, store: SecurityStore, receivedAt: Date | null): Standing {
  return {
    at: receivedAt !== null && receivedAt > at ? receivedAt : at,
    asked: true,
    evidence: {
      certificates: evidence.certificates,
      ocsps: [...evidence.ocsps, ...store.ocsps],
      crls: [...evidence.crls, ...store.crls],
    },
  }
}
