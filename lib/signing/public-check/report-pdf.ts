import 'server-only'
import { renderDocument } from '@/lib/documents'
import { officialFonts } from '@/lib/documents/server'
import { mandatoryData } from '../report/mandatory-data'
import type { ReportOn } from './public-report'
import { notSignedWords } from '../report/not-signed-words'
import { exactMoment, signerWords } from '../report/signature-words'
import { HOLDER_WORDS, SUMMARY_WORDS } from '../report/words'

/** The report as an official-looking page in Vietnamese, with the same facts as on screen. */
export async function reportPdf({ fileName, sha256, report }: ReportOn): Promise<Uint8Array> {
  const { signatures, notSigned, damage = [], judgedAt, fault, summary, size } = report
  const data = {
    fileName,
    sha256,
    size: `${size.toLocaleString('vi-VN')} byte`,
    judgedAt: exactMoment(judgedAt),
    summary: fault === null ? SUMMARY_WORDS[summary].sentence.vi : fault.vi,
    signatures: signatures.map((entry, index) => ({
      title: `${String(index + 1)}. ${HOLDER_WORDS[entry.holder].vi}: ${signerWords(entry).vi}`,
      rows: mandatoryData(entry).map(({ label, value }) => ({ label: label.vi, value: value.vi })),
      changes: entry.changes.map(({ words, allowed }) => `${words.vi} (${allowed ? 'được phép' : 'KHÔNG được phép'})`),
    })),
    warnings: [...damage.map(({ vi }) => vi), ...notSigned.map((entry) => notSignedWords(entry).vi)],
  }
  const { bytes } = await renderDocument('verificationReport', data, {
    fonts: await officialFonts(),
    now: new Date(judgedAt),
  })
  return bytes
}
