import { z } from 'zod'
import { paragraph, space } from '../block'
import { plain } from '../face'
import { timeAndDate } from '../format'
import {
  closing,
  field,
  heading,
  letterhead,
  lookUpBlock,
  partyFields,
  procedureField,
  submitterSide,
} from '../letterhead'
import type { Composition } from '../composition'
import { issuer, line, lookUp, numbering, party, procedure, prose, signer } from '../shapes'

/** Form 03: Phiếu từ chối tiếp nhận giải quyết hồ sơ. */
export const refusal = z.object({
  issuer,
  number: numbering,
  refusedAt: z.date(),
  reference: line,
  submittedAt: z.date(),
  applicant: party,
  procedure,
  reason: prose,
  /** Article and text of law. */
  basis: line,
  /** What to do instead, and where. */
  guidance: prose.optional(),
  submitterName: line,
  submittedHow: line,
  signer,
  lookUp,
})
export type Refusal = z.infer<typeof refusal>

export function composeRefusal(data: Refusal): Composition {
  return {
    title: `Phiếu từ chối tiếp nhận giải quyết hồ sơ ${data.reference}`,
    blocks: [
      ...letterhead(data.issuer, data.number, data.refusedAt),
      ...heading('Phiếu từ chối tiếp nhận giải quyết hồ sơ'),
      lookUpBlock(data.lookUp, 'Mã nộp hồ sơ'),
      space(6),
      paragraph([plain(`${data.issuer.name} đã nhận hồ sơ của:`)], { align: 'left' }),
      ...partyFields(data.applicant),
      ...procedureField(data.procedure),
      ...field('Thời gian nộp', timeAndDate(data.submittedAt)),
      paragraph([plain('Qua xem xét, cơ quan thông báo không tiếp nhận, giải quyết hồ sơ này.')], { before: 4 }),
      ...field('Lý do', data.reason),
      ...field('Căn cứ', data.basis),
      ...field('Hướng dẫn', data.guidance),
      paragraph([
        plain(
          'Nếu không đồng ý, người nộp hồ sơ có quyền khiếu nại đến thủ trưởng cơ quan này trong thời hạn 90 ngày kể từ ngày nhận được phiếu, hoặc khởi kiện tại Tòa án theo quy định của Luật Khiếu nại và Luật Tố tụng hành chính. Việc từ chối không làm mất các tệp đã nộp; người nộp được dùng lại để nộp hồ sơ mới.',
        ),
      ]),
      ...closing(submitterSide('NGƯỜI NỘP HỒ SƠ', data.submittedHow, data.submitterName), data.signer),
    ],
  }
}
