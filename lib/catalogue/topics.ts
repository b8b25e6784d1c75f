import type { Text } from '@/lib/i18n'

export const AUDIENCES = ['citizen', 'business'] as const
export type Audience = (typeof AUDIENCES)[number]
export const AUDIENCE_WORDS = {
  citizen: { vi: 'Công dân', en: 'Citizens' },
  business: { vi: 'Doanh nghiệp, hộ kinh doanh', en: 'Businesses' },
} as const satisfies Record<Audience, Text>

/** Fields of administration (lĩnh vực); the codes are also parts of addresses. Local to this portal. */
export const FIELD_CODES = [
  'giao-thong',
  'ly-lich-tu-phap',
  'xuc-tien-thuong-mai',
  'ho-kinh-doanh',
  'xay-dung',
  'ho-tich',
  'xuat-nhap-khau',
  'bao-hiem',
  'lien-thong',
  'chung-thuc',
  'cu-tru',
  'xuat-nhap-canh',
  'can-cuoc',
  'bao-tro-xa-hoi',
  'viec-lam',
  'giao-duc',
] as const
export type FieldCode = (typeof FIELD_CODES)[number]
export const FIELD_WORDS = {
  'giao-thong': { vi: 'Giao thông', en: 'Road traffic' },
  'ly-lich-tu-phap': { vi: 'Lý lịch tư pháp', en: 'Judicial records' },
  'xuc-tien-thuong-mai': { vi: 'Xúc tiến thương mại', en: 'Trade promotion' },
  'ho-kinh-doanh': { vi: 'Thành lập và hoạt động hộ kinh doanh', en: 'Household businesses' },
  'xay-dung': { vi: 'Xây dựng', en: 'Construction' },
  'ho-tich': { vi: 'Hộ tịch', en: 'Civil status' },
  'xuat-nhap-khau': { vi: 'Xuất nhập khẩu', en: 'Import and export' },
  'bao-hiem': { vi: 'Bảo hiểm xã hội, bảo hiểm y tế', en: 'Social and health insurance' },
  'lien-thong': { vi: 'Dịch vụ liên thông', en: 'Bundled services' },
  'chung-thuc': { vi: 'Chứng thực', en: 'Certification' },
  'cu-tru': { vi: 'Cư trú', en: 'Residence' },
  'xuat-nhap-canh': { vi: 'Xuất nhập cảnh', en: 'Passports and borders' },
  'can-cuoc': { vi: 'Căn cước', en: 'Identity cards' },
  'bao-tro-xa-hoi': { vi: 'Bảo trợ xã hội', en: 'Social protection' },
  'viec-lam': { vi: 'Việc làm', en: 'Employment' },
  'giao-duc': { vi: 'Giáo dục và đào tạo', en: 'Education' },
} as const satisfies Record<FieldCode, Text>

export const LIFE_EVENT_CODES = [
  'co-con',
  'hoc-tap',
  'hon-nhan',
  'cu-tru-giay-to',
  'lai-xe',
  'nha-o',
  'suc-khoe',
  'tuoi-gia-bao-tro',
  'nguoi-than-qua-doi',
  'viec-lam',
  'khoi-su-kinh-doanh',
  'van-hanh-kinh-doanh',
  'xuat-khau',
] as const
export type LifeEvent = (typeof LIFE_EVENT_CODES)[number]
export const LIFE_EVENT_WORDS = {
  'co-con': { vi: 'Có con nhỏ', en: 'Having a child' },
  'hoc-tap': { vi: 'Học tập', en: 'Going to school' },
  'hon-nhan': { vi: 'Hôn nhân và gia đình', en: 'Marriage and family' },
  'cu-tru-giay-to': { vi: 'Cư trú và giấy tờ tùy thân', en: 'Residence and identity papers' },
  'lai-xe': { vi: 'Lái xe', en: 'Driving' },
  'nha-o': { vi: 'Xây, sửa nhà', en: 'Building a home' },
  'suc-khoe': { vi: 'Sức khỏe và y tế', en: 'Health' },
  'tuoi-gia-bao-tro': { vi: 'Tuổi già, người cần trợ giúp', en: 'Old age and support' },
  'nguoi-than-qua-doi': { vi: 'Người thân qua đời', en: 'When a relative dies' },
  'viec-lam': { vi: 'Việc làm', en: 'Work' },
  'khoi-su-kinh-doanh': { vi: 'Khởi sự kinh doanh', en: 'Starting a business' },
  'van-hanh-kinh-doanh': { vi: 'Vận hành kinh doanh', en: 'Running a business' },
  'xuat-khau': { vi: 'Xuất khẩu hàng hóa', en: 'Exporting goods' },
} as const satisfies Record<LifeEvent, Text>

/** Why a service is not wholly online: the four reasons of NĐ 224/2026 Đ14, one of which must be published. */
export const PARTIAL_REASON_CODES = ['presence', 'site-verification', 'technical-fault', 'other-technical'] as const
export const PARTIAL_REASON_WORDS = {
  presence: { vi: 'Pháp luật yêu cầu người dân có mặt.', en: 'The law requires people to be present.' },
  'site-verification': { vi: 'Phải kiểm tra, xác minh thực tế.', en: 'An inspection on site is required.' },
  'technical-fault': {
    vi: 'Lỗi kỹ thuật chưa khắc phục được.',
    en: 'A technical fault has not been mended yet.',
  },
  'other-technical': { vi: 'Lý do kỹ thuật khác.', en: 'Another technical reason.' },
} as const satisfies Record<(typeof PARTIAL_REASON_CODES)[number], Text>

/** How sure the sample data are: found in a text, recalled (high, medium, low), or our own design. */
export const CONFIDENCES = ['F', 'R-high', 'R-med', 'R-low', 'D'] as const
export type Confidence = (typeof CONFIDENCES)[number]
export const CONFIDENCE_WORDS = {
  F: { vi: 'Đã đối chiếu văn bản nguồn', en: 'Checked against a source' },
  'R-high': { vi: 'Chưa đối chiếu văn bản; độ tin cậy cao', en: 'Not checked against a text; high confidence' },
  'R-med': {
    vi: 'Chưa đối chiếu văn bản; độ tin cậy trung bình',
    en: 'Not checked against a text; medium confidence',
  },
  'R-low': { vi: 'Chưa đối chiếu văn bản; độ tin cậy thấp', en: 'Not checked against a text; low confidence' },
  D: { vi: 'Thiết kế của bản minh họa này', en: 'A design decision of this demonstration' },
} as const satisfies Record<Confidence, Text>
