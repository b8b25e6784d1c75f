import type { Text } from '@/lib/i18n'
import type { CaseDocument, DocumentRequirement, Fee, ProcedureDefinition, SignatureLevel } from './definition'

export const LEVEL_WORDS = {
  FULL: { vi: 'Toàn trình', en: 'Wholly online' },
  PARTIAL: { vi: 'Một phần', en: 'Partly online' },
} as const satisfies Record<ProcedureDefinition['level'], Text>

export const DELIVERY_WORDS = {
  POST: { vi: 'Qua bưu chính công ích', en: 'By public post' },
  DESK: { vi: 'Tại bộ phận một cửa', en: 'At the one-stop desk' },
  ELECTRONIC: { vi: 'Bản điện tử', en: 'Electronically' },
} as const satisfies Record<ProcedureDefinition['result']['delivery'][number], Text>

export const SIGNATURE_WORDS = {
  CONFIRM: { vi: 'Xác nhận bằng tài khoản định danh', en: 'Confirmed with the electronic identity' },
  PERSON_CERT: { vi: 'Ký số cá nhân', en: 'Signed with a personal certificate' },
  ORG_CERT: { vi: 'Ký số tổ chức', en: 'Signed with an organisation certificate' },
} as const satisfies Record<SignatureLevel, Text>

export const DOCUMENT_FORM_WORDS = {
  ORIGINAL: { vi: 'Bản chính', en: 'Original' },
  CERTIFIED_COPY: { vi: 'Bản chứng thực', en: 'Certified copy' },
  COPY: { vi: 'Bản sao hoặc ảnh chụp', en: 'Copy or photograph' },
  ELECTRONIC: { vi: 'Bản điện tử', en: 'Electronic' },
} as const satisfies Record<DocumentRequirement['form'], Text>

export const DOCUMENT_ORIGIN_WORDS = {
  form: { vi: 'Điền trực tuyến trong hồ sơ này', en: 'Filled in online here' },
  upload: { vi: 'Bạn tải lên', en: 'You upload it' },
  database: { vi: 'Cơ quan tự tra cứu, bạn không phải nộp', en: 'The agency looks it up; you need not give it' },
} as const satisfies Record<DocumentRequirement['origin'], Text>

export const FEE_KIND_WORDS = {
  FEE: { vi: 'Phí', en: 'Fee' },
  CHARGE: { vi: 'Lệ phí', en: 'Charge' },
} as const satisfies Record<Fee['kind'], Text>

/** Whether a document must be there. */
export function requirednessOf({ isRequired }: Pick<CaseDocument, 'isRequired'>): Text {
  return isRequired ? { vi: 'Bắt buộc', en: 'Required' } : { vi: 'Nếu có', en: 'If there is one' }
}

export const CATALOGUE_WORDS = {
  sample: {
    vi: 'Dữ liệu minh họa – kiểm tra tại quyết định công bố thủ tục.',
    en: 'Sample data – check the published decision.',
  },
  offline: {
    vi: 'Chưa tiếp nhận trực tuyến trên cổng thử nghiệm này. Hãy nộp tại bộ phận một cửa nơi thuận tiện nhất.',
    en: 'Not yet taken online here. File it at the one-stop desk that suits you best.',
  },
  free: { vi: 'Không thu', en: 'Free of charge' },
  byCouncil: {
    vi: 'Theo nghị quyết của Hội đồng nhân dân cấp tỉnh',
    en: 'Set by the provincial people’s council',
  },
  atMost: { vi: 'Nhiều nhất {amount}', en: 'At most {amount}' },
} as const satisfies Record<string, Text>
