import { err } from '@/lib/kernel'
import type { Result } from '@/lib/kernel'
import { examinePdf, judgePdf } from '@/lib/pades'
import type { Examined, ExaminationInput, JudgingInput } from '@/lib/pades'
import type { ByteSource, PdfFault } from '@/lib/pdf'
import { faultReport, reportOf } from './report-of-validation'
import type { VerificationReport } from '../report/report'
import { pathOutcomesIn } from './open-questions'
import { judgeWithAnswers } from './rounds'
import type { Authorities, JudgingState } from './rounds'

type Judging = ExaminationInput & Omit<JudgingInput, 'evidence' | 'algorithms' | 'hasAskedAuthorities'>
/** `fileDigest` where one was asked for and the file is a PDF that can be read at all. */
type Judged = { report: VerificationReport; fileDigest: Uint8Array | undefined }

/**
 * Judges every signature of a PDF, here or in a browser, asking what stays open in between: the bytes are read once, whatever
 * the answers. Hostile bytes end in a report that says so; only a source that cannot be read throws.
 */
export async function judgeInRounds(judging: Judging, authorities: Authorities): Promise<Judged> {
  const watched = watch(judging.source)
  const { size } = judging.source
  const examined = await answer(watched, () => examinePdf({ ...judging, source: watched.source }))
  if (!examined.ok) return { report: faultReport(examined.error, size, judging.at), fileDigest: undefined }
  const judge = (state: JudgingState) => judgeOnce(watched, examined.value, { ...judging, ...state })
  const { value, at } = await judgeWithAnswers(judge, judging, authorities)
  const report = value.ok ? reportOf(value.value, at) : faultReport(value.error, size, at)
  return { report, fileDigest: examined.value.fileDigest }
}

async function judgeOnce(watched: Watched, examined: Examined, input: JudgingInput) {
  const value = await answer(watched, () => judgePdf(examined, input))
  return { value, outcomes: value.ok ? pathOutcomesIn(value.value) : [] }
}

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
  const noteFailure = <T>(reading: Promise<T>) =>
    reading.catch((error: unknown) => {
      failed = true
      throw error
    })
  const into = source.readInto?.bind(source)
  return {
    source: {
      size: source.size,
      read: (offset, length) => noteFailure(source.read(offset, length)),
      ...(into && { readInto: (offset, target) => noteFailure(into(offset, target)) }),
    },
    hasFailed: () => failed,
  }
}
