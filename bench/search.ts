import { inTransaction } from '@/db/client'
import { plain } from '@/lib/catalogue/plain'
import type { ProcedureDefinition } from '@/lib/catalogue'
import { insertRevision, lockedLatest } from '@/lib/catalogue/repository'
import { searchProcedures } from '@/lib/catalogue/server'
import { SAMPLE_PROCEDURES } from '@/lib/seed/procedures'
import { database, testCtx } from '@/lib/testing'
import type { TestDatabase } from '@/lib/testing'
import type { BenchRow } from './row'
import { ratioOf, round } from './row'

/** About what the national database of procedures holds. */
const PROCEDURES = 6_000
const NOW = new Date('2026-11-20T03:00:00Z')
/** Nobody notices less. */
const LIMIT_MS = 50
const ROUNDS = 60
const WARM_UP = 10

const ACTS = [
  ...['Cấp', 'Cấp lại', 'Cấp đổi', 'Gia hạn', 'Thu hồi', 'Sửa đổi, bổ sung', 'Đăng ký', 'Đăng ký lại', 'Công nhận'],
  ...['Xác nhận', 'Thẩm định', 'Phê duyệt', 'Chấm dứt', 'Thông báo', 'Điều chỉnh', 'Chuyển đổi', 'Công bố', 'Kiểm tra'],
]
const THINGS = [
  ...['giấy phép', 'giấy chứng nhận', 'chứng chỉ hành nghề', 'quyết định', 'hồ sơ', 'văn bản chấp thuận', 'thẻ', 'sổ'],
  ...['giấy xác nhận', 'phương án', 'dự án đầu tư', 'giấy đăng ký', 'hợp đồng', 'chế độ', 'trợ cấp', 'danh mục'],
]
const FIELDS = [
  ...[
    'lái xe',
    'kinh doanh vận tải',
    'khai thác khoáng sản',
    'xây dựng nhà ở',
    'hoạt động khuyến mại',
    'an toàn thực phẩm',
  ],
  ...['khám bệnh, chữa bệnh', 'sử dụng đất', 'hộ tịch có yếu tố nước ngoài', 'bảo hiểm xã hội', 'lao động nước ngoài'],
  ...['xuất khẩu hàng hóa', 'nhập khẩu thuốc thú y', 'quảng cáo ngoài trời', 'hoạt động văn hóa', 'tài nguyên nước'],
  ...['môi trường', 'phòng cháy chữa cháy', 'xuất bản phẩm', 'viễn thông', 'giáo dục mầm non', 'dạy nghề', 'thủy sản'],
]

const QUERIES = [
  ...['doi bang lai xe', 'dang ky khai sinh', 'giay phep xay dung', 'ly lich tu phap', 'the bao hiem y te'],
  ...['doi bang lai xa', 'giay chung nhan an toan thuc pham', 'ho kinh doanh', 'cap lai giay phep', 'khuyen mai'],
]

function nth(words: readonly string[], at: number): string {
  return words[at % words.length] ?? ''
}

/** A procedure like a sample, under a name nobody else has. */
function procedureAt(at: number): ProcedureDefinition {
  const like = SAMPLE_PROCEDURES[at % SAMPLE_PROCEDURES.length]
  if (like === undefined) throw new Error('there are no samples')
  const [act, thing] = [nth(ACTS, at), nth(THINGS, Math.floor(at / ACTS.length))]
  const field = nth(FIELDS, Math.floor(at / ACTS.length / THINGS.length))
  const vi = `${act} ${thing} ${field} (trường hợp ${String(at)})`
  const code = `6.${String(900_000 + at)}`
  const synonyms = { vi: [`${act} ${thing}`, `${thing} ${field}`], en: [`service ${String(at)}`] }
  return { ...like, code, slug: plain(vi).replaceAll(' ', '-'), name: { vi, en: `Service ${String(at)}` }, synonyms }
}

async function fill(test: TestDatabase): Promise<void> {
  await inTransaction(test, async ({ db }) => {
    for (let at = 0; at < PROCEDURES; at += 1) {
      const definition = procedureAt(at)
      await lockedLatest(db, definition, NOW)
      const id = crypto.randomUUID()
      await insertRevision(db, definition, { id, number: 1, sha256: '0'.repeat(64), publishedAt: NOW })
    }
  })
  await test.sql`vacuum analyze procedure_search, procedure_terms, procedure_revisions`
}

/** p95 of the search, by the words people type, with as many procedures as there are. */
export async function run(): Promise<BenchRow[]> {
  const test = await database()
  try {
    await fill(test)
    const ctx = testCtx(test.db, { kind: 'anonymous' }, NOW)
    const times: number[] = []
    for (let at = -WARM_UP; at < ROUNDS; at += 1) {
      const began = performance.now()
      await searchProcedures(ctx, { q: nth(QUERIES, at + WARM_UP) })
      if (at >= 0) times.push(performance.now() - began)
    }
    const value = round(times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN)
    const name = `search among ${String(PROCEDURES)} procedures, p95`
    return [{ name, value, unit: 'ms', limit: LIMIT_MS, ratio: ratioOf(value, LIMIT_MS) }]
  } finally {
    await test.close()
  }
}
