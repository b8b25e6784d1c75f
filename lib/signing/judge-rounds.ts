import { err } from '@/lib/kernel'
import type { Result } from '@/lib/kernel'
import { validatePdf } from '@/lib/pades'
import type { SecurityStore, ValidationInput, ValidationReport } from '@/lib/pades'
import type { ByteSource, PdfFault } from '@/lib/pdf'
import { faultReport, reportOf } from './present'
import type { VerificationReport } from './report'
import { openQuestions } from './open-questions'
import type { Answers, OpenQuestion } from './open-questions'

/** Responders first; lists for what is still open; then the last word. */
const ROUNDS = 3

type Judging = Omit<ValidationInput, 'evidence' | 'algorithms'>
/** Asks authorities what the file does not tell; in the second round their lists. */
type Ask = (questions: readonly OpenQuestion[], round: number) => Promise<Answers>

/**
 * Judges every signature of a PDF, here or in a browser, asking what stays open in between. Hostile bytes end in a report that
 * says so; only a source that cannot be read throws.
 */
export async function judgeInRounds(judging: Judging, ask: Ask): Promise<VerificationReport> {
  const { source, anchors } = judging
  let evidence: SecurityStore = { certificates: [], ocsps: [], crls: [] }
  let { at } = judging
  for (let round = 1; ; round++) {
    const judged = await judge({ ...judging, at, evidence })
    if (!judged.ok) return faultReport(judged.error, source.size, at)
    const questions = round < ROUNDS ? openQuestions(judged.value, anchors) : []
    const { store, receivedAt } = questions.length === 0 ? NO_ANSWER : await ask(questions, round)
    if (receivedAt === null) return reportOf(judged.value, at)
    // An answer given a moment after the question may not be judged as one from the future.
    if (receivedAt > at) at = receivedAt
    evidence = {
      certificates: [],
      ocsps: [...evidence.ocsps, ...store.ocsps],
      crls: [...evidence.crls, ...store.crls],
    }
  }
}

const NO_ANSWER: Answers = { store: { certificates: [], ocsps: [], crls: [] }, receivedAt: null }

async function judge(input: ValidationInput): Promise<Result<ValidationReport, PdfFault['code'] | 'not-judged'>> {
  const watched = watch(input.source)
  try {
    const result = await validatePdf({ ...input, source: watched.source })
    return result.ok ? result : err(result.error.code)
  } catch (error) {
    // What a file's content brings about is an answer about the file; a disk that fails is not.
    if (watched.hasFailed()) throw error
    return err('not-judged')
  }
}

function watch(source: ByteSource): { source: ByteSource; hasFailed: () => boolean } {
  let failed = false
  const noted = <T>(reading: Promise<T>) =>
    reading.catch((error: unknown) => {
      failed = true
      throw error
    })
  const into = source.readInto?.bind(source)
  return {
    source: {
      size: source.size,
      read: (offset, length) => noted(source.read(offset, length)),
      ...(into && { readInto: (offset, target) => noted(into(offset, target)) }),
    },
    hasFailed: () => failed,
  }
}
