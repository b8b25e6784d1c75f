import type { SecurityStore } from '@/lib/pades'
import type { Anchor, Certificate } from '@/lib/trust'
import { addressesIn } from '@/lib/trust'
import { MAX_MISSING } from '../protocol/check-limits'
import { openQuestions } from './open-questions'
import type { RevocationAnswers, OpenQuestion, PathOutcome } from './open-questions'

/** Responders first; lists for what is still open; then the last word. */
const ROUNDS = 3
/** Issuers fetched one above the other. */
const MAX_CLIMB = 4

/** Asks authorities what the evidence does not tell; in the second round their lists. */
export type Ask = (questions: readonly OpenQuestion[], round: number) => Promise<RevocationAnswers>
/** DER of issuers of these certificates, as far as they can be had. */
export type FindIssuers = (missing: readonly Certificate[]) => Promise<readonly Uint8Array[]>
export type Authorities = { ask: Ask; issuersOf: FindIssuers }

/** What is known at one moment of judging. */
export type JudgingState = { at: Date; evidence: SecurityStore; hasAskedAuthorities: boolean }
type Judge<T> = (state: JudgingState) => Promise<{ value: T; outcomes: readonly PathOutcome[] }>

const NOTHING: SecurityStore = { certificates: [], ocsps: [], crls: [] }

/** Judges, fetches issuers that are missing, asks about revocation, and judges again, each a bounded number of times. */
export async function judgeWithAnswers<T>(
  judge: Judge<T>,
  { at, anchors }: { at: Date; anchors: readonly Anchor[] },
  authorities: Authorities,
): Promise<{ value: T } & JudgingState> {
  const started = await judgeWithIssuers(
    judge,
    { at, evidence: NOTHING, hasAskedAuthorities: false },
    authorities.issuersOf,
  )
  let { state, judged } = started
  for (let round = 1; round < ROUNDS; round++) {
    const questions = openQuestions(judged.outcomes, anchors)
    if (questions.length === 0) break
    const { store, receivedAt } = await authorities.ask(questions, round)
    state = withAnswers(state, store, receivedAt)
    judged = await judge(state)
    if (receivedAt === null) break
  }
  return { value: judged.value, ...state }
}

/** Goes up from certificate to issuer as long as issuers are found. */
async function judgeWithIssuers<T>(judge: Judge<T>, from: JudgingState, issuersOf: FindIssuers) {
  const looked = new Set<string>()
  let state = from
  for (let height = 0; ; height++) {
    const judged = await judge(state)
    const missing =
      height < MAX_CLIMB
        ? certificatesWithoutIssuer(judged.outcomes).filter((certificate) => isNew(looked, certificate))
        : []
    const issuers = missing.length === 0 ? [] : await issuersOf(missing)
    if (issuers.length === 0) return { state, judged }
    const certificates = [...state.evidence.certificates, ...issuers]
    state = { ...state, evidence: { ...state.evidence, certificates } }
  }
}

/** Certificates whose issuer is missing and that say where it can be had. */
function certificatesWithoutIssuer(outcomes: readonly PathOutcome[]): Certificate[] {
  return outcomes.flatMap(({ missing }) => missing).filter((certificate) => addressesIn(certificate).issuer.length > 0)
}

function isNew(looked: Set<string>, { issuer, serial }: Certificate): boolean {
  const key = `${issuer.text}:${serial}`
  if (looked.has(key) || looked.size >= MAX_MISSING) return false
  looked.add(key)
  return true
}

/** An answer given a moment after the question may not be judged as one from the future. */
function withAnswers({ at, evidence }: JudgingState, store: SecurityStore, receivedAt: Date | null): JudgingState {
  return {
    at: receivedAt !== null && receivedAt > at ? receivedAt : at,
    hasAskedAuthorities: true,
    evidence: {
      certificates: evidence.certificates,
      ocsps: [...evidence.ocsps, ...store.ocsps],
      crls: [...evidence.crls, ...store.crls],
    },
  }
}
