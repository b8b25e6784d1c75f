import { z } from 'zod'
import { paragraph, space, table } from '../block'
import { bold, plain } from '../face'
import { longDate, timeAndDate } from '../format'
import {
  closing,
  field,
  heading,
  letterhead,
  lookUpBlock,
  partyFields,
  procedureField,
  recipients,
} from '../letterhead'
import type { Composition } from '../composition'
import { issuer, line, lookUp, numbering, party, procedure, prose, signer } from '../shapes'

/** Why an item must be mended. */
export const SUPPLEMENT_FAULTS = {
  missing: 'Thiếu',
  wrong: 'Sai',
  unreadable: 'Mờ, không đọc được',
  expired: 'Hết hạn',
  mismatch: 'Không khớp',
} as const

/** Form 02: Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ. */
export const supplementRequest = z.object({
  issuer,
  number: numbering,
  requestedAt: z.date(),
  /** Dossier code, or the submission number before acceptance. */
  reference: line,
  applicant: party,
  procedure,
  items: z
    .array(
      z.object({
        name: line,
        fault: z.enum(['missing', 'wrong', 'unreadable', 'expired', 'mismatch']),
        guidance: prose,
        basis: line.optional(),
        copies: z.int().positive().optional(),
      }),
    )
    .min(1),
  reason: prose,
  answerBy: z.date(),
  /** What becomes of the term of the dossier: it has not begun, or begins anew, or goes on, once all is supplied. */
  clock: z.enum(['notStarted', 'restarts', 'resumes']),
  /** The first request is 1; the law has one. */
  round: z.int().positive(),
  basis: line,
  /** Whom to ask. */
  contact: z.object({ name: line, phone: line.optional() }),
  signer,
  lookUp,
})
export type SupplementRequestData = z.infer<typeof supplementRequest>

export function composeSupplementRequest(data: SupplementRequestData): Composition {
  const { contact } = data
  return {
    title: `Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ ${data.reference}`,
    blocks: [
      ...letterhead(data.issuer, data.number, data.requestedAt),
      ...heading('Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ'),
      lookUpBlock(data.lookUp, data.clock === 'notStarted' ? 'Mã nộp hồ sơ' : 'Mã hồ sơ'),
      space(6),
      ...field('Hồ sơ của', data.applicant.name),
      ...partyFields(data.applicant).slice(1),
      ...procedureField(data.procedure),
      paragraph([plain('Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:')], { align: 'left', before: 2, keep: true }),
      itemTable(data.items),
      ...field('Lý do', data.reason),
      paragraph(
        [
          plain('Thời hạn bổ sung: trước '),
          bold(timeAndDate(data.answerBy)),
          plain('. Mở hồ sơ theo địa chỉ tra cứu ở trên để bổ sung.'),
        ],
        { align: 'left' },
      ),
      paragraph([plain(`${roundSentence(data.round)} ${clockSentence(data)}`)]),
      ...field('Căn cứ', data.basis),
      paragraph([
        plain(`Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc, đề nghị liên hệ ${contact.name}`),
        plain(
          contact.phone === undefined ? ' để được hướng dẫn.' : `, số điện thoại ${contact.phone}, để được hướng dẫn.`,
        ),
      ]),
      ...closing(recipients([data.applicant.name, 'Lưu: hồ sơ']), data.signer),
    ],
  }
}

function roundSentence(round: number): string {
  return round === 1
    ? 'Cơ quan yêu cầu bổ sung một lần, đầy đủ các nội dung trên.'
    : `Đây là lần yêu cầu bổ sung thứ ${String(round)} của hồ sơ này.`
}

function clockSentence({ clock, requestedAt }: SupplementRequestData): string {
  if (clock === 'notStarted') return 'Thời hạn giải quyết chưa bắt đầu; thời hạn được tính từ khi hồ sơ được tiếp nhận.'
  const then = clock === 'restarts' ? 'được tính lại từ đầu' : 'được tính tiếp phần còn lại'
  return `Thời hạn giải quyết tạm dừng từ ${longDate(requestedAt)} và ${then} khi hồ sơ được bổ sung đầy đủ.`
}

function itemTable(items: SupplementRequestData['items']) {
  return table(
    [
      { title: 'TT', share: 8, align: 'centre' },
      { title: 'Giấy tờ, mục cần bổ sung', share: 46 },
      { title: 'Yêu cầu', share: 22 },
      { title: 'Hướng dẫn, căn cứ', share: 72 },
      { title: 'Số bản', share: 15, align: 'centre' },
    ],
    items.map(({ name, fault, guidance, basis, copies }, index) => [
      [plain(String(index + 1))],
      [plain(name)],
      [plain(SUPPLEMENT_FAULTS[fault])],
      [plain(guidance), plain(basis === undefined ? '' : `\nCăn cứ: ${basis}`)],
      [plain(copies === undefined ? '' : String(copies))],
    ]),
  )
}
