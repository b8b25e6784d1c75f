/** Words of a day, in both languages. */
type Name = { vi: string; en: string }

/** One year's exceptions to Monday-to-Friday for civil servants, as published; `MM-DD` with its name. */
export type PublishedYear = {
  year: number
  status: 'official' | 'provisional'
  source: string
  off: readonly (readonly [string, Name])[]
  working: readonly (readonly [string, Name])[]
}

const newYear = { vi: 'Tết Dương lịch', en: 'New Year’s Day' }
const tet = { vi: 'Tết Nguyên đán', en: 'Lunar New Year' }
const hungKings = { vi: 'Giỗ Tổ Hùng Vương', en: 'Hùng Kings’ Commemoration' }
const hungKingsInLieu = { vi: 'Nghỉ bù Giỗ Tổ Hùng Vương', en: 'Hùng Kings’ Commemoration (day in lieu)' }
const victory = { vi: 'Ngày Chiến thắng', en: 'Victory Day' }
const labour = { vi: 'Quốc tế Lao động', en: 'Labour Day' }
const labourInLieu = { vi: 'Nghỉ bù Quốc tế Lao động', en: 'Labour Day (day in lieu)' }
const national = { vi: 'Quốc khánh', en: 'National Day' }
const culture = { vi: 'Ngày Văn hóa Việt Nam', en: 'Vietnam Culture Day' }
const offFor = (date: string): Name => ({ vi: `Nghỉ hoán đổi, làm bù ngày ${date}`, en: `Swapped with ${date}` })
const workedFor = (date: string): Name => ({ vi: `Làm bù cho ngày ${date}`, en: `Worked in exchange for ${date}` })

/** What was published for 2024-2027 (Tết 2027 and the day beside 2 September 2027 not yet decided). */
export const YEARS: readonly PublishedYear[] = [
  {
    year: 2024,
    status: 'official',
    source: 'Thông báo 5015/TB-LĐTBXH và 1570/TB-LĐTBXH',
    off: [
      ['01-01', newYear],
      ['02-08', tet],
      ['02-09', tet],
      ['02-12', tet],
      ['02-13', tet],
      ['02-14', tet],
      ['04-18', hungKings],
      ['04-29', offFor('04/05/2024')],
      ['04-30', victory],
      ['05-01', labour],
      ['09-02', national],
      ['09-03', national],
    ],
    working: [['05-04', workedFor('29/04/2024')]],
  },
  {
    year: 2025,
    status: 'official',
    source: 'Thông báo 6150/TB-BLĐTBXH',
    off: [
      ['01-01', newYear],
      ['01-27', tet],
      ['01-28', tet],
      ['01-29', tet],
      ['01-30', tet],
      ['01-31', tet],
      ['04-07', hungKings],
      ['04-30', victory],
      ['05-01', labour],
      ['05-02', offFor('26/04/2025')],
      ['09-01', national],
      ['09-02', national],
    ],
    working: [['04-26', workedFor('02/05/2025')]],
  },
  {
    year: 2026,
    status: 'official',
    source:
      'Thông báo 9441/TB-BNV; công văn 12729/VPCP-KGVX và 3383/BNV-CVL; Nghị quyết 28/2026/QH16 (ngày 24/11). Hoán đổi 02/01 và 10/01: độ tin cậy cao, chưa đối chiếu toàn văn.',
    off: [
      ['01-01', newYear],
      ['01-02', offFor('10/01/2026')],
      ['02-16', tet],
      ['02-17', tet],
      ['02-18', tet],
      ['02-19', tet],
      ['02-20', tet],
      ['04-27', hungKingsInLieu],
      ['04-30', victory],
      ['05-01', labour],
      ['08-31', offFor('22/08/2026')],
      ['09-01', national],
      ['09-02', national],
      ['11-24', culture],
    ],
    working: [
      ['01-10', workedFor('02/01/2026')],
      ['08-22', workedFor('31/08/2026')],
    ],
  },
  {
    year: 2027,
    status: 'provisional',
    source:
      'Dự kiến: Bộ luật Lao động 2019 Điều 111, 112; Tết theo phương án 04–10/02 hoặc 05–14/02 của Bộ Nội vụ, chưa quyết định; ngày liền kề Quốc khánh chưa quyết định',
    off: [
      ['01-01', newYear],
      ['02-05', tet],
      ['02-08', tet],
      ['02-09', tet],
      ['02-10', tet],
      ['02-11', tet],
      ['04-16', hungKings],
      ['04-30', victory],
      ['05-03', labourInLieu],
      ['09-02', national],
      ['09-03', national],
      ['11-24', culture],
    ],
    working: [],
  },
]

/** One row for each exception, ready for the table `calendar_days`. */
export function publishedDays() {
  return YEARS.flatMap(({ year, status, source, off, working }) => [
    ...off.map(([day, name]) => ({ date: `${String(year)}-${day}`, kind: 'off' as const, name, status, source })),
    ...working.map(([day, name]) => ({
      date: `${String(year)}-${day}`,
      kind: 'working' as const,
      name,
      status,
      source,
    })),
  ])
}
