import { z } from 'zod'
import { paragraph, space } from '../block'
import { bold, plain } from '../face'
import { longDate, shortDate, timeAndDate, vnd } from '../format'
import { closing, heading, letterhead, lookUpBlock, recipients } from '../letterhead'
import type { Composition } from '../composition'
import { issuer, line, lookUp, numbering, party, procedure, prose, signer } from '../shapes'

const body = { indent: 28, after: 6 }

/** Form 05: Thông báo dừng giải quyết hồ sơ, at the applicant's request or because a supplement was not answered. */
export const terminationNotice = z.object({
  issuer,
  number: numbering,
  issuedAt: z.date(),
  dossierCode: line,
  applicant: party,
  procedure,
  /** Whose wish it is, where it is the applicant's, and why in their own words, where they are kept. */
  request: z.object({ by: line, at: z.date(), reason: prose.optional() }).optional(),
  /** How far it had come. */
  stage: line,
  /** Why the agency stops. */
  reason: prose,
  /** Through the portal: what was paid elsewhere it does not know. */
  feePaid: z.int().nonnegative(),
  /** What becomes of a fee already paid. */
  feeHandling: line.optional(),
  returnedPapers: z.array(line),
  signer,
  lookUp,
})
export type TerminationNotice = z.infer<typeof terminationNotice>

export function composeTerminationNotice(data: TerminationNotice): Composition {
  const papers = data.returnedPapers.length === 0 ? 'không có' : data.returnedPapers.join('; ')
  return {
    title: `Thông báo dừng giải quyết hồ sơ ${data.dossierCode}`,
    blocks: [
      ...letterhead(data.issuer, data.number, data.issuedAt),
      ...heading('Thông báo', 'Về việc dừng giải quyết hồ sơ'),
      paragraph([plain('Kính gửi: '), bold(data.applicant.name)], { align: 'centre', after: 8 }),
      paragraph(
        [
          plain(`${onRequest(data)}${data.issuer.name} thông báo dừng giải quyết hồ sơ mã số `),
          bold(data.dossierCode),
          plain(` về thủ tục “${data.procedure.name}” (mã ${data.procedure.code}).`),
        ],
        body,
      ),
      ...points([
        `Giai đoạn giải quyết khi dừng: ${data.stage}.`,
        ...reasonsIn(data),
        `Phí, lệ phí đã nộp qua cổng: ${feeIn(data)}.`,
        `Giấy tờ trả lại: ${papers}.`,
      ]),
      paragraph([plain('Các tệp đã nộp vẫn được lưu để người nộp sử dụng lại khi nộp hồ sơ mới.')], body),
      ...closing(recipients([data.applicant.name, 'Lưu: hồ sơ']), data.signer),
      space(14),
      lookUpBlock(data.lookUp, 'Mã hồ sơ'),
    ],
  }
}

const points = (texts: readonly string[]) =>
  texts.map((text, index) => paragraph([plain(`${String(index + 1)}. ${text}`)], body))

/** The applicant's reason beside the agency's, where it was the applicant's wish. */
function reasonsIn({ request, reason }: TerminationNotice): string[] {
  if (request?.reason === undefined) return [`Lý do: ${reason}`]
  return [`Lý do người nộp đề nghị dừng: ${request.reason}`, `Lý do cơ quan đồng ý: ${reason}`]
}

function feeIn({ feePaid, feeHandling }: TerminationNotice): string {
  if (feePaid === 0) return 'không có'
  return feeHandling === undefined ? vnd(feePaid) : `${vnd(feePaid)} (${feeHandling})`
}

const onRequest = ({ request }: TerminationNotice) =>
  request === undefined ? '' : `Theo đề nghị ${longDate(request.at)} của ${request.by}, `

/** Form 04: Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết; at most once for a dossier. */
export const apologyExtension = z.object({
  issuer,
  number: numbering,
  issuedAt: z.date(),
  dossierCode: line,
  applicant: party,
  procedure,
  acceptedAt: z.date(),
  previousDueAt: z.date(),
  reason: prose,
  newDueAt: z.date(),
  signer,
  lookUp,
})
export type ApologyExtension = z.infer<typeof apologyExtension>

export function composeApologyExtension(data: ApologyExtension): Composition {
  return {
    title: `Xin lỗi và đề nghị gia hạn thời gian giải quyết hồ sơ ${data.dossierCode}`,
    blocks: [
      ...letterhead(data.issuer, data.number, data.issuedAt),
      ...heading('Văn bản xin lỗi', 'Và đề nghị gia hạn thời gian giải quyết hồ sơ'),
      paragraph([plain('Kính gửi: '), bold(data.applicant.name)], { align: 'centre', after: 8 }),
      paragraph(
        [
          plain(`Ngày ${shortDate(data.acceptedAt)}, ${data.issuer.name} tiếp nhận hồ sơ mã số `),
          bold(data.dossierCode),
          plain(` về thủ tục “${data.procedure.name}”, hẹn trả kết quả lúc ${timeAndDate(data.previousDueAt)}.`),
        ],
        body,
      ),
      paragraph([plain(`Đến nay hồ sơ chưa giải quyết xong. Lý do: ${data.reason}`)], body),
      paragraph(
        [plain(`${data.issuer.name} chân thành xin lỗi vì sự chậm trễ này và những bất tiện đã gây ra.`)],
        body,
      ),
      paragraph(
        [
          plain('Cơ quan đề nghị gia hạn và hẹn trả kết quả vào '),
          bold(timeAndDate(data.newDueAt)),
          plain('. Theo quy định, việc hẹn lại chỉ thực hiện một lần.'),
        ],
        body,
      ),
      paragraph([plain('Rất mong nhận được sự thông cảm.')], body),
      ...closing(recipients([data.applicant.name, 'Lưu: hồ sơ']), data.signer),
      space(14),
      lookUpBlock(data.lookUp, 'Mã hồ sơ'),
    ],
  }
}
