import { err } from '@/lib/kernel'
import type { Result } from '@/lib/kernel'
import { examinePdf, judgePdf } from '@/lib/pades'
import type { ExaminationInput, JudgingInput, SecurityStore } from '@/lib/pades'
import type { ByteSource, PdfFault } from '@/lib/pdf'
import { faultReport, reportOf } from './present'
import type { VerificationReport } from './report'
import { openQuestions } from './open-questions'
import type { Answers, OpenQuestion } from './open-questions'

/** Responders first; lists for what is still open; then the last word. */
const ROUNDS = 3

type Judging = ExaminationInput & Omit<JudgingInput, 'evidence' | 'algorithms'>
/** Asks authorities what the file does not tell; in the second round their lists. */
type Ask = (questions: readonly OpenQuestion[], round: number) => Promise<Answers>
/** `fileDigest` where one was asked for and the file is a PDF that can be read at all. */
type Judged = { report: VerificationReport; fileDigest: Uint8Array | undefined }

/**
 * Judges every signature of a PDF, here or in a browser, asking what stays open in between: the bytes are read once, whatever
 * the answers. Hostile bytes end in a report that says so; only a source that cannot be read throws.
 */
export async function judgeInRounds(judging: Judging, ask: Ask): Promise<Judged> {
  const watched = watch(judging.source)
  const examined = await answer(watched, () => examinePdf({ ...judging, source: watched.source }))
  if (!examined.ok) {
    return { report: faultReport(examined.error, judging.source.size, judging.at), fileDigest: undefined }
  }
  const { fileDigest } = examined.value
  let evidence: SecurityStore = { certificates: [], ocsps: [], crls: [] }
  let { at } = judging
  for (let round = 1; ; round++) {
    const judged = await answer(watched, () => judgePdf(examined.value, { ...judging, at, evidence }))
    if (!judged.ok) return { report: faultReport(judged.error, judging.source.size, at), fileDigest }
    const questions = round < ROUNDS ? openQuestions(judged.value, judging.anchors) : []
    const { store, receivedAt } = questions.length === 0 ? NO_ANSWER : await ask(questions, round)
    if (receivedAt === null) return { report: reportOf(judged.value, at), fileDigest }
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

type Watched = { source: ByteSource; hasFailed: () => boolean }

async function answer<T>(
  watched: Watched,
  work: () => Promise<Result<T, PdfFault>>,
): Promise<Result<T, PdfFault['code'] | 'not-judged'>> {
  try {
    const result = await work()
    return result.ok ? result : err(result.error.code)
  } catch (error) {
    // What a file's content brings about is an answer about the file; a disk that fails is not.
    if (watched.hasFailed()) throw error
    return err('not-judged')
  }
}

function watch(source: ByteSource): Watched {
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
