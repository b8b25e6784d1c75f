import { plain } from '@/lib/catalogue/server'
import type { Database } from '@/db/client'
import { signposts } from '@/db/schema/catalogue'

const NATIONAL = {
  vi: 'Cổng thử nghiệm này chưa có thủ tục này. Hãy tìm và nộp trên Cổng Dịch vụ công quốc gia, dichvucong.gov.vn.',
  en: 'It is not on this trial portal. Find and file it at the National Public Service Portal, dichvucong.gov.vn.',
}
const SOURCE = 'Kênh nộp duy nhất từ 01/7/2025: Cổng Dịch vụ công quốc gia'

const row = (code: string, [vi, en]: readonly [string, string], terms: readonly string[]) => ({
  code,
  name: { vi, en },
  doneBy: NATIONAL,
  terms: [vi, en, ...terms].map(plain),
  source: SOURCE,
  effectiveFrom: '2025-07-01',
})

/** What people ask for most that no procedure here does, in the words they use. */
const SIGNPOSTS = [
  row(
    'dat-dai',
    ['Cấp, đổi, sang tên Giấy chứng nhận quyền sử dụng đất (sổ đỏ, sổ hồng)', 'Land use right certificate'],
    ['sổ đỏ', 'sổ hồng', 'làm sổ đỏ', 'sang tên sổ đỏ', 'cấp sổ đỏ', 'đất đai', 'tách thửa', 'red book', 'land title'],
  ),
  row(
    'dang-ky-xe',
    ['Đăng ký xe, cấp biển số xe', 'Vehicle registration and number plates'],
    ['đăng ký xe máy', 'đăng ký xe ô tô', 'đăng ký xe', 'cà vẹt xe', 'sang tên xe', 'biển số xe', 'register a vehicle'],
  ),
  row(
    'phat-giao-thong',
    ['Nộp phạt vi phạm giao thông (phạt nguội)', 'Paying a traffic fine'],
    ['nộp phạt nguội', 'phạt nguội', 'nộp phạt', 'tra cứu phạt nguội', 'nộp phạt giao thông', 'traffic fine'],
  ),
  row(
    'can-cuoc',
    ['Cấp, đổi, cấp lại thẻ căn cước', 'Identity card: issue, renewal, replacement'],
    ['cccd', 'căn cước', 'căn cước công dân', 'làm căn cước', 'đổi căn cước', 'mất căn cước', 'cmnd', 'chứng minh thư'],
  ),
  row(
    'doanh-nghiep',
    ['Đăng ký thành lập doanh nghiệp', 'Company registration'],
    ['mở công ty', 'thành lập công ty', 'đăng ký doanh nghiệp', 'giấy phép kinh doanh công ty', 'start a company'],
  ),
  row(
    'thue',
    ['Khai thuế, nộp thuế', 'Tax returns and payment'],
    ['đóng thuế', 'nộp thuế', 'khai thuế', 'mã số thuế cá nhân', 'hoàn thuế', 'quyết toán thuế', 'pay tax'],
  ),
]

/** Writes the signposts that are missing; rows an administrator has changed stay changed. */
export async function seedSignposts(db: Database): Promise<void> {
  await db.insert(signposts).values(SIGNPOSTS).onConflictDoNothing()
}
