import { unitId } from '@/db/unit-id'

type Kind = 'oneStop' | 'professional' | 'registry' | 'leadership'
type Row = readonly [code: string, kind: Kind, vi: string, en: string]

/** The demo agency of each level: Bộ Công an, the traffic police of Hà Nội, the People's Committee of Ba Đình. */
const DEMO: Record<string, readonly Row[]> = {
  G01: [
    ['MC', 'oneStop', 'Bộ phận Một cửa Bộ Công an', 'One-stop desk of the Ministry'],
    ['TH', 'professional', 'Phòng Tổng hợp, kiểm soát thủ tục hành chính', 'Procedure control division'],
    ['VT', 'registry', 'Phòng Văn thư', 'Registry'],
    ['LD', 'leadership', 'Lãnh đạo Bộ', 'Leadership of the Ministry'],
  ],
  'G01.126.08': [
    ['MC', 'oneStop', 'Bộ phận Một cửa', 'One-stop desk'],
    ['GPLX', 'professional', 'Đội Sát hạch, quản lý giấy phép lái xe', 'Driving licence team'],
    ['DKX', 'professional', 'Đội Đăng ký, quản lý phương tiện', 'Vehicle registration team'],
    ['VT', 'registry', 'Bộ phận Văn thư', 'Registry'],
    ['LD', 'leadership', 'Lãnh đạo Phòng', 'Leadership of the division'],
  ],
  'H26.101': [
    ['MC', 'oneStop', 'Trung tâm Phục vụ hành chính công phường Ba Đình', 'Ba Đình public service centre'],
    ['KT', 'professional', 'Phòng Kinh tế, Hạ tầng và Đô thị', 'Economy, infrastructure and urban division'],
    ['VHXH', 'professional', 'Phòng Văn hóa – Xã hội', 'Culture and social affairs division'],
    [
      'VT',
      'registry',
      'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân',
      'Office of the People’s Council and Committee',
    ],
    ['LD', 'leadership', 'Lãnh đạo Ủy ban nhân dân', 'Leadership of the People’s Committee'],
  ],
}

export const DEMO_UNITS = Object.entries(DEMO).flatMap(([agencyCode, rows]) =>
  rows.map(([code, kind, vi, en]) => ({
    id: unitId(agencyCode, code),
    agencyCode,
    code,
    kind,
    name: { vi, en },
    effectiveFrom: '2025-07-01',
    effectiveTo: null,
    source: 'Dữ liệu mẫu',
    isSample: true,
  })),
)
