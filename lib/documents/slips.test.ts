import { describe, expect, it } from 'vitest'
import type { Block } from './block'
import { composeTerminationNotice } from './kinds/notices'
import { composeSupplementRequest } from './kinds/supplement-request'
import { SPECIMENS } from './specimens'

/** What stands on the paper, block by block. */
const wordsOf = (blocks: readonly Block[]): string => blocks.map(wordsIn).join('\n')

function wordsIn(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.spans.map(({ text }) => text).join('')
    case 'columns':
      return block.columns.map(({ blocks, foot = [] }) => wordsOf([...blocks, ...foot])).join('\n')
    case 'table':
      return block.rows.map((row) => row.map((cell) => cell.map(({ text }) => text).join('')).join(' | ')).join('\n')
    case 'lookUp':
      return block.caption.map(({ text }) => text).join('')
    case 'place':
    case 'rule':
    case 'space':
      return ''
  }
}

describe('the slip of a supplement request', () => {
  const slip = (more: Partial<(typeof SPECIMENS)['supplementRequest']> = {}) =>
    wordsOf(composeSupplementRequest({ ...SPECIMENS.supplementRequest, ...more }).blocks)

  it('says of the first that it asks once for everything', () => {
    expect(slip({ round: 1 })).toContain('Cơ quan yêu cầu bổ sung một lần, đầy đủ các nội dung trên.')
    expect(slip({ round: 1 })).not.toContain('lần yêu cầu bổ sung thứ')
  })

  it.each([2, 3])('says of number %i which it is, and never that one is all', (round) => {
    expect(slip({ round })).toContain(`Đây là lần yêu cầu bổ sung thứ ${String(round)} của hồ sơ này.`)
    expect(slip({ round })).not.toContain('một lần')
  })

  it('says what becomes of the term, as it is', () => {
    const stands = 'Thời hạn giải quyết tạm dừng từ ngày 06 tháng 10 năm 2026 và'
    expect(slip({ clock: 'restarts' })).toContain(`${stands} được tính lại từ đầu khi hồ sơ được bổ sung đầy đủ.`)
    expect(slip({ clock: 'resumes' })).toContain(`${stands} được tính tiếp phần còn lại khi hồ sơ được bổ sung đầy đủ.`)
    const before = slip({ clock: 'notStarted' })
    expect(before).toContain('Thời hạn giải quyết chưa bắt đầu; thời hạn được tính từ khi hồ sơ được tiếp nhận.')
    expect(before).not.toContain('tạm dừng')
    expect(before).toContain('Mã nộp hồ sơ: ')
  })

  it('names each thing asked for with its fault and how to mend it, the ground, the day and whom to ask', () => {
    const words = slip({ contact: { name: 'Trần Văn Minh' } })
    expect(words).toContain('2 | Ảnh chân dung | Mờ, không đọc được | Ảnh bị mờ')
    expect(words).toContain('Căn cứ: Nghị định số 118/2025/NĐ-CP')
    expect(words).toContain('Thời hạn bổ sung: trước 17 giờ 00 phút, ngày 05/11/2026.')
    expect(words).toContain('đề nghị liên hệ Trần Văn Minh để được hướng dẫn.')
    expect(slip()).toContain('chuyên viên thụ lý, số điện thoại 024 3942 0000, để được hướng dẫn.')
  })
})

describe('the notice that processing stops', () => {
  const notice = SPECIMENS.terminationNotice
  const { request: _, ...unasked } = notice

  it('prints how far it came, the applicant’s reason and the agency’s', () => {
    const words = wordsOf(composeTerminationNotice(notice).blocks)
    expect(words).toContain('Theo đề nghị ngày 07 tháng 10 năm 2026 của ông Nguyễn Văn An, ')
    expect(words).toContain('1. Giai đoạn giải quyết khi dừng: đang xử lý.')
    expect(words).toContain('2. Lý do người nộp đề nghị dừng: Tôi đã tìm thấy giấy phép lái xe.')
    expect(words).toContain('3. Lý do cơ quan đồng ý: Hồ sơ chưa có kết quả')
    expect(words).toContain('4. Phí, lệ phí đã nộp qua cổng: 135.000 đồng (hoàn trả toàn bộ trong 10 ngày làm việc).')
  })

  it('has one reason where nobody asked for it, or where none was kept', () => {
    const words = wordsOf(composeTerminationNotice({ ...unasked, feePaid: 0 }).blocks)
    expect(words).not.toContain('Theo đề nghị')
    expect(words).toContain('2. Lý do: Hồ sơ chưa có kết quả')
    expect(words).toContain('3. Phí, lệ phí đã nộp qua cổng: không có.')
    const before = wordsOf(
      composeTerminationNotice({ ...notice, request: { by: 'bà Lê Thị Hà', at: notice.issuedAt } }).blocks,
    )
    expect(before).toContain('của bà Lê Thị Hà, ')
    expect(before).toContain('2. Lý do: Hồ sơ')
  })
})
