/** Level-1 organ code, names; for the ministries closed on 1 March 2025 also who took over. */
const OPEN = [
  ['G01', 'Bộ Công an', 'Ministry of Public Security'],
  ['G02', 'Bộ Công Thương', 'Ministry of Industry and Trade'],
  ['G03', 'Bộ Giáo dục và Đào tạo', 'Ministry of Education and Training'],
  ['G06', 'Bộ Khoa học và Công nghệ', 'Ministry of Science and Technology'],
  ['G08', 'Bộ Ngoại giao', 'Ministry of Foreign Affairs'],
  ['G09', 'Bộ Nội vụ', 'Ministry of Home Affairs'],
  ['G10', 'Bộ Nông nghiệp và Môi trường', 'Ministry of Agriculture and Environment'],
  ['G11', 'Bộ Quốc phòng', 'Ministry of National Defence'],
  ['G12', 'Bộ Tài chính', 'Ministry of Finance'],
  ['G15', 'Bộ Tư pháp', 'Ministry of Justice'],
  ['G16', 'Bộ Văn hóa, Thể thao và Du lịch', 'Ministry of Culture, Sports and Tourism'],
  ['G17', 'Bộ Xây dựng', 'Ministry of Construction'],
  ['G18', 'Bộ Y tế', 'Ministry of Health'],
  ['G19', 'Ngân hàng Nhà nước Việt Nam', 'State Bank of Vietnam'],
  ['G20', 'Thanh tra Chính phủ', 'Government Inspectorate'],
  ['G21', 'Bộ Dân tộc và Tôn giáo', 'Ministry of Ethnic and Religious Affairs'],
  ['G22', 'Văn phòng Chính phủ', 'Office of the Government'],
] as const

const CLOSED = [
  ['G04', 'Bộ Giao thông vận tải', 'Ministry of Transport', 'G17'],
  ['G05', 'Bộ Kế hoạch và Đầu tư', 'Ministry of Planning and Investment', 'G12'],
  ['G07', 'Bộ Lao động – Thương binh và Xã hội', 'Ministry of Labour, Invalids and Social Affairs', 'G09'],
  ['G13', 'Bộ Tài nguyên và Môi trường', 'Ministry of Natural Resources and Environment', 'G10'],
  ['G14', 'Bộ Thông tin và Truyền thông', 'Ministry of Information and Communications', 'G06'],
] as const

/** Departments of ministries that procedures name; their codes are samples. */
const DEPARTMENTS = [
  [
    'G01.01',
    'Cục Hồ sơ nghiệp vụ – Bộ Công an',
    'Department of Police Records – Ministry of Public Security',
    'policeRecords',
  ],
  [
    'G01.08',
    'Cục Cảnh sát giao thông – Bộ Công an',
    'Traffic Police Department – Ministry of Public Security',
    'trafficPolice',
  ],
  [
    'G02.01',
    'Cục Xuất nhập khẩu – Bộ Công Thương',
    'Agency of Foreign Trade – Ministry of Industry and Trade',
    'exportImport',
  ],
] as const

const SOURCE = 'Quyết định 20/2020/QĐ-TTg; cơ cấu Chính phủ nhiệm kỳ 2026–2031'

const nowhere = { level: 'ministry' as const, provinceCode: null, wardCode: null }

/** The fourteen ministries and three ministerial agencies, those closed in 2025, and the departments procedures name. */
export const CENTRAL_AGENCIES = [
  ...OPEN.map(([code, vi, en]) => ({
    ...nowhere,
    code,
    name: { vi, en },
    function: 'ministry',
    parentCode: null,
    superiorCode: null,
    successorCode: null,
    effectiveFrom: '2025-03-01',
    effectiveTo: null,
    source: SOURCE,
    isSample: false,
  })),
  ...CLOSED.map(([code, vi, en, successorCode]) => ({
    ...nowhere,
    code,
    name: { vi, en },
    function: 'ministry',
    parentCode: null,
    superiorCode: null,
    successorCode,
    effectiveFrom: '2007-08-01',
    effectiveTo: '2025-02-28',
    source: 'Sắp xếp bộ máy Chính phủ, kết thúc hoạt động từ 01/3/2025',
    isSample: false,
  })),
  ...DEPARTMENTS.map(([code, vi, en, role]) => ({
    ...nowhere,
    code,
    name: { vi, en },
    function: role,
    parentCode: code.slice(0, 3),
    superiorCode: code.slice(0, 3),
    successorCode: null,
    effectiveFrom: '2025-03-01',
    effectiveTo: null,
    source: 'Mã mẫu',
    isSample: true,
  })),
]
