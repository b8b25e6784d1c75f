import { z } from 'zod'
import { paragraph, table } from '../block'
import { bold, italic, plain } from '../face'
import { field, heading } from '../letterhead'
import type { Composition } from '../composition'
import { line, prose } from '../shapes'

/** What the portal found out about the signatures on a file. */
export const verificationReport = z.object({
  fileName: line,
  sha256: line,
  size: line,
  judgedAt: line,
  summary: prose,
  /** Whose, and what is to be shown of it, in order. */
  signatures: z.array(
    z.object({ title: line, rows: z.array(z.object({ label: line, value: prose })), changes: z.array(line) }),
  ),
  warnings: z.array(prose),
})
export type VerificationReportData = z.infer<typeof verificationReport>

export function composeVerificationReport(data: VerificationReportData): Composition {
  return {
    title: `Báo cáo kiểm tra chữ ký số ${data.fileName}`,
    blocks: [
      ...heading('Báo cáo kiểm tra chữ ký số'),
      ...field('Tệp', data.fileName),
      ...field('Dung lượng', data.size),
      ...field('SHA-256', data.sha256),
      ...field('Thời điểm kiểm tra', data.judgedAt),
      paragraph([bold(data.summary)], { before: 6, after: 8, align: 'left' }),
      ...data.warnings.map((warning) => paragraph([bold(warning)], { align: 'left' })),
      ...data.signatures.flatMap(signatureBlocks),
      paragraph(
        [
          italic(
            'Báo cáo do Cổng lập tự động cho đúng tệp có giá trị SHA-256 nêu trên; báo cáo này không thay cho tệp đã ký.',
          ),
        ],
        { size: 11.5, before: 6 },
      ),
    ],
  }
}

function signatureBlocks({ title, rows, changes }: VerificationReportData['signatures'][number]) {
  return [
    paragraph([bold(title)], { role: 'H2', before: 8, align: 'left', keep: true }),
    table(
      [
        { title: 'Nội dung', share: 36 },
        { title: 'Kết quả kiểm tra', share: 98 },
      ],
      rows.map(({ label, value }) => [[plain(label)], [plain(value)]]),
    ),
    ...(changes.length === 0
      ? []
      : [paragraph([plain(`Thay đổi sau khi ký: ${changes.join('; ')}.`)], { align: 'left' })]),
  ]
}
