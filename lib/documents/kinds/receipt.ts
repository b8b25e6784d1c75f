import { z } from 'zod'
import { paragraph, table } from '../block'
import { bold, italic, plain } from '../face'
import { timeAndDate, twoDigits, vnd } from '../format'
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
import { issuer, line, lookUp, numbering, party, procedure, signer } from '../shapes'

export const COPY_FORMS = {
  original: 'Bản chính',
  certified: 'Bản sao chứng thực',
  copy: 'Bản sao',
  electronic: 'Bản điện tử',
} as const

/** Form 01: Giấy tiếp nhận hồ sơ và hẹn trả kết quả. */
export const receipt = z.object({
  issuer,
  number: numbering,
  dossierCode: line,
  applicant: party,
  procedure,
  components: z.array(
    z.object({ name: line, copies: z.int().positive(), form: z.enum(['original', 'certified', 'copy', 'electronic']) }),
  ),
  sets: z.int().positive(),
  /** `5 ngày làm việc`. */
  timeLimit: line,
  acceptedAt: z.date(),
  dueAt: z.date(),
  /** Why it is due then, sentence by sentence. */
  dueExplanation: z.array(line),
  delivery: line,
  feeAmount: z.int().nonnegative().nullable(),
  submitterName: line,
  submittedHow: line,
  signer,
  lookUp,
})
export type Receipt = z.infer<typeof receipt>

export function composeReceipt(data: Receipt): Composition {
  return {
    title: `Giấy tiếp nhận hồ sơ và hẹn trả kết quả ${data.dossierCode}`,
    blocks: [
      ...letterhead(data.issuer, data.number, data.acceptedAt),
      ...heading('Giấy tiếp nhận hồ sơ và hẹn trả kết quả'),
      lookUpBlock(data.lookUp, 'Mã hồ sơ'),
      paragraph([plain(`${data.issuer.name} tiếp nhận hồ sơ của:`)], { before: 6, align: 'left' }),
      ...partyFields(data.applicant),
      ...procedureField(data.procedure),
      paragraph([plain('Thành phần hồ sơ nộp gồm:')], { align: 'left', keep: true }),
      componentTable(data.components),
      ...field('Số lượng hồ sơ', `${twoDigits(data.sets)} bộ`),
      ...field('Thời gian giải quyết hồ sơ theo quy định', data.timeLimit),
      ...field('Thời gian nhận hồ sơ', timeAndDate(data.acceptedAt)),
      ...field('Thời gian trả kết quả giải quyết hồ sơ', timeAndDate(data.dueAt)),
      paragraph([italic(`Cách tính: ${data.dueExplanation.join(' ')}`)], { size: 11.5 }),
      ...field('Đăng ký nhận kết quả', data.delivery),
      ...field('Phí, lệ phí', vnd(data.feeAmount)),
      ...closing(submitterSide('NGƯỜI NỘP HỒ SƠ', data.submittedHow, data.submitterName), data.signer),
    ],
  }
}

function componentTable(components: Receipt['components']) {
  return table(
    [
      { title: 'TT', share: 8, align: 'centre' },
      { title: 'Tên giấy tờ', share: 88 },
      { title: 'Số bản', share: 17, align: 'centre' },
      { title: 'Loại', share: 30 },
    ],
    components.map(({ name, copies, form }, index) => [
      [plain(String(index + 1))],
      [plain(name)],
      [bold(twoDigits(copies))],
      [plain(COPY_FORMS[form])],
    ]),
  )
}
