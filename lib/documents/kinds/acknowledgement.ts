import { z } from 'zod'
import { paragraph, space, table } from '../block'
import { bold, italic, plain } from '../face'
import { fileSize, longDate, timeAndDate, vnd } from '../format'
import { field, heading, letterhead, lookUpBlock, partyFields, procedureField } from '../letterhead'
import type { Composition } from '../composition'
import { issuer, line, lookUp, party, procedure } from '../shapes'

/** What the portal confirms at submission: nothing is accepted yet, but this is what was received, byte by byte. */
export const acknowledgement = z.object({
  issuer,
  submissionCode: line,
  submittedAt: z.date(),
  applicant: party,
  /** Who sent it, where that is another person. */
  submitter: line.optional(),
  procedure,
  agencyName: line,
  delivery: line,
  feeAmount: z.int().nonnegative().nullable(),
  /** Until when the agency accepts it, asks or refuses. */
  answerDueAt: z.date(),
  files: z.array(
    z.object({
      requirement: line,
      name: line,
      size: z.int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      pages: z.int().positive().optional(),
    }),
  ),
  lookUp,
})
export type Acknowledgement = z.infer<typeof acknowledgement>

export function composeAcknowledgement(data: Acknowledgement): Composition {
  return {
    title: `Xác nhận nộp hồ sơ ${data.submissionCode}`,
    blocks: [
      ...letterhead(data.issuer, null, data.submittedAt),
      ...heading('Xác nhận nộp hồ sơ trực tuyến'),
      lookUpBlock(data.lookUp, 'Mã nộp hồ sơ'),
      space(6),
      ...field('Thời điểm hệ thống nhận', timeAndDate(data.submittedAt)),
      ...partyFields(data.applicant, 'Chủ hồ sơ'),
      ...field('Người nộp', data.submitter),
      ...procedureField(data.procedure, 'Thủ tục'),
      ...field('Cơ quan giải quyết', data.agencyName),
      ...field('Nhận kết quả', data.delivery),
      ...field('Phí, lệ phí', vnd(data.feeAmount)),
      paragraph([
        plain('Cơ quan giải quyết sẽ tiếp nhận, yêu cầu bổ sung hoặc từ chối có nêu lý do trước '),
        bold(timeAndDate(data.answerDueAt)),
        plain('. Mã hồ sơ và ngày hẹn trả kết quả có khi hồ sơ được tiếp nhận.'),
      ]),
      paragraph([bold(`Các tệp đã lưu (${String(data.files.length)})`)], { role: 'H2', before: 4, keep: true }),
      fileTable(data.files),
      paragraph(
        [
          italic(
            `Mã SHA-256 là dấu vân tay của từng tệp: tính lại trên tệp gốc phải cho đúng mã này. Xác nhận do hệ thống lập tự động ${longDate(data.submittedAt)}, không thay giấy tiếp nhận hồ sơ.`,
          ),
        ],
        { size: 11.5, before: 4 },
      ),
    ],
  }
}

function fileTable(files: Acknowledgement['files']) {
  return table(
    [
      { title: 'TT', share: 7, align: 'centre' },
      { title: 'Thành phần hồ sơ, tên tệp', share: 47 },
      { title: 'Dung lượng', share: 19, align: 'right' },
      { title: 'SHA-256', share: 62 },
    ],
    files.map((file, index) => [
      [plain(String(index + 1))],
      [plain(`${file.requirement}\n`), italic(file.name)],
      [plain(`${fileSize(file.size)}${file.pages === undefined ? '' : `\n${String(file.pages)} trang`}`)],
      [plain(file.sha256.replace(/(.{16})(?=.)/g, '$1 '))],
    ]),
    11,
  )
}
