import { z } from 'zod'
import { paragraph, table } from '../block'
import { plain } from '../face'
import { timeAndDate } from '../format'
import { field, heading, letterhead, lookUpBlock } from '../letterhead'
import type { Composition } from '../composition'
import { issuer, line, lookUp, numbering } from '../shapes'

export const STEP_OUTCOMES = {
  early: 'Trước hạn',
  onTime: 'Đúng hạn',
  late: 'Quá hạn',
  open: 'Đang thực hiện',
} as const

/** Form 06: Phiếu kiểm soát quá trình giải quyết hồ sơ, filled from the history. */
export const processControlSlip = z.object({
  issuer,
  number: numbering,
  issuedAt: z.date(),
  dossierCode: line,
  leadAgency: line,
  cooperatingAgencies: z.array(line),
  acceptedAt: z.date(),
  dueAt: z.date(),
  steps: z.array(
    z.object({
      name: line,
      from: line,
      to: line,
      handedAt: z.date(),
      outcome: z.enum(['early', 'onTime', 'late', 'open']),
      note: line.optional(),
    }),
  ),
  lookUp,
})
export type ProcessControlSlip = z.infer<typeof processControlSlip>

export function composeProcessControlSlip(data: ProcessControlSlip): Composition {
  return {
    title: `Phiếu kiểm soát quá trình giải quyết hồ sơ ${data.dossierCode}`,
    blocks: [
      ...letterhead(data.issuer, data.number, data.issuedAt),
      ...heading('Phiếu kiểm soát quá trình giải quyết hồ sơ'),
      lookUpBlock(data.lookUp, 'Mã hồ sơ'),
      ...field('Cơ quan chủ trì giải quyết', data.leadAgency),
      ...field(
        'Cơ quan phối hợp',
        data.cooperatingAgencies.length === 0 ? undefined : data.cooperatingAgencies.join('; '),
      ),
      ...field('Thời gian nhận hồ sơ', timeAndDate(data.acceptedAt)),
      ...field('Hẹn trả kết quả', timeAndDate(data.dueAt)),
      stepTable(data.steps),
      paragraph(
        [
          plain(
            'Phiếu được lập tự động từ nhật ký của hệ thống; mỗi lần giao, nhận đã được người thực hiện xác nhận bằng tài khoản của mình.',
          ),
        ],
        { size: 11.5, before: 4 },
      ),
    ],
  }
}

function stepTable(steps: ProcessControlSlip['steps']) {
  return table(
    [
      { title: 'TT', share: 8, align: 'centre' },
      { title: 'Bước', share: 32 },
      { title: 'Bên giao', share: 32 },
      { title: 'Bên nhận', share: 32 },
      { title: 'Thời gian giao, nhận', share: 30 },
      { title: 'Kết quả', share: 20 },
      { title: 'Ghi chú', share: 20 },
    ],
    steps.map((step, index) =>
      [
        String(index + 1),
        step.name,
        step.from,
        step.to,
        timeAndDate(step.handedAt),
        STEP_OUTCOMES[step.outcome],
        step.note ?? '',
      ].map((text) => [plain(text)]),
    ),
    10.5,
  )
}
