import type { CaseDocument, Fee, ProcedureCase, ProcedureDefinition } from '@/lib/catalogue'
import { declaration, uploaded } from '../parts/documents'
import { DELIVERY_FIELD } from '../parts/ending'
import { contactEmail } from '../parts/person'
import { COMMON_REFUSALS, SUPPLEMENT_REASONS, VERIFIED_ON, workingDays } from '../parts/rules'
import { t } from '../parts/text'
import { drivingLicenceResult } from '../results/driving-licence'
import { CASES, NEEDS_HEALTH_CERTIFICATE } from './cases'
import { form } from './form'

const FEE: Fee = {
  code: 'LP_GPLX',
  name: t('Lệ phí cấp đổi giấy phép lái xe', 'Charge for exchanging a driving licence'),
  kind: 'CHARGE',
  rows: [
    { to: '2023-11-30', amount: 135_000 },
    {
      from: '2023-12-01',
      to: '2025-12-31',
      amount: 115_000,
      note: t('Mức giảm khi nộp trực tuyến, đến hết 31/12/2025', 'Reduced for online filing until 31/12/2025'),
    },
    { from: '2026-01-01', amount: 135_000 },
  ],
  source: 'TT 37/2023/TT-BTC, sửa đổi bởi TT 63/2023/TT-BTC',
  confidence: 'F',
}

const TIME = workingDays(5, 'Trang thủ tục đã công bố; chưa đối chiếu với TT 108/2026/TT-BCA', 'F')

const DOCUMENTS: CaseDocument[] = [
  { code: 'DON', isRequired: true },
  { code: 'GPLX', isRequired: true },
  {
    code: 'GKSK',
    isRequired: true,
    when: NEEDS_HEALTH_CERTIFICATE,
    note: t('Không cần với hạng A1, A, B1 không thời hạn.', 'Not for classes A1, A and B1 without a term.'),
  },
  { code: 'ANH', isRequired: true },
  {
    code: 'HC',
    isRequired: true,
    when: { not: { field: 'person.nationality', eq: 'Việt Nam' } },
    note: t('Chỉ với người nước ngoài.', 'Only for foreigners.'),
  },
]

const PROOF: CaseDocument = { code: 'CM', isRequired: true }

const HINTS: Readonly<Record<string, ProcedureCase['hint']>> = {
  EXPIRED: t(
    'Hết hạn quá một năm phải sát hạch lại lý thuyết trước khi đổi.',
    'More than a year past expiry, the theory test comes first.',
  ),
  CLASS_DOWNGRADE: t('Chỉ đổi xuống hạng thấp hơn hạng đang có.', 'Only to a class below the present one.'),
}

function caseOf(code: string, name: ProcedureCase['name']): ProcedureCase {
  return {
    code,
    name,
    hint: HINTS[code],
    documents: code === 'INFO_CHANGED' ? [...DOCUMENTS, PROOF] : DOCUMENTS,
    fees: [FEE],
    timeLimits: [TIME],
  }
}

/** Đổi giấy phép lái xe: the procedure the whole portal is measured by. */
export const drivingLicence: ProcedureDefinition = {
  code: '1.002809',
  slug: 'doi-giay-phep-lai-xe',
  name: t('Đổi giấy phép lái xe', 'Exchange a driving licence'),
  summary: t(
    'Đổi giấy phép lái xe do ngành giao thông hoặc công an cấp khi hết hạn, hỏng, sai thông tin, đổi sang thẻ nhựa hoặc xuống hạng thấp hơn. Nộp ở đâu cũng được.',
    'Exchange a Vietnamese driving licence that has expired, is damaged or wrong, is still on paper, or for a lower class. File it anywhere.',
  ),
  synonyms: {
    vi: [
      'Đổi bằng lái xe',
      'Bằng lái',
      'Gia hạn bằng lái xe',
      'Đổi GPLX',
      'Đổi bằng lái ô tô',
      'Đổi bằng lái xe máy',
      'Bằng lái hết hạn',
      'BLX',
      'GPLX',
      'Mất bằng lái',
      'Cấp lại bằng lái',
    ],
    en: ['Renew driving licence', 'Renew driver’s license', 'Driving license'],
  },
  serviceField: 'giao-thong',
  audience: ['citizen'],
  lifeEvents: ['lai-xe', 'cu-tru-giay-to'],
  level: 'FULL',
  online: true,
  handledBy: t(
    'Phòng Cảnh sát giao thông, Công an cấp tỉnh nơi bạn ở',
    'Traffic Police Division of the province you live in',
  ),
  routing: { by: 'province', function: 'trafficPolice', unitCode: 'GPLX', address: 'person.currentAddress' },
  documents: [
    declaration('DON', t('Đơn đề nghị đổi, cấp lại giấy phép lái xe', 'Application to exchange a driving licence')),
    uploaded('GPLX', t('Ảnh hai mặt giấy phép lái xe đang có', 'Both sides of your present licence'), {
      hint: t('Chụp rõ cả hai mặt, đủ bốn góc.', 'Photograph both sides sharply, all four corners visible.'),
      maxFiles: 2,
      maxMegabytes: 20,
    }),
    uploaded('GKSK', t('Giấy khám sức khỏe của người lái xe', 'Driver’s health certificate'), {
      hint: t('Còn giá trị: khám trong 12 tháng qua.', 'Still valid: examined within the last 12 months.'),
      dictionaryCode: 'TP02',
      maxMegabytes: 20,
    }),
    uploaded('ANH', t('Ảnh chân dung 3×4', 'Portrait photograph 3×4'), {
      hint: t(
        'Nền trắng hoặc xanh, khuôn mặt chiếm 70–80 % ảnh.',
        'White or blue background, the face fills 70–80 % of it.',
      ),
      dictionaryCode: 'TP15',
      accepts: ['image'],
      maxFiles: 1,
      maxMegabytes: 20,
    }),
    uploaded('HC', t('Hộ chiếu hoặc thẻ tạm trú', 'Passport or temporary residence card')),
    uploaded('CM', t('Giấy tờ chứng minh thông tin thay đổi', 'Proof of the changed detail')),
  ],
  cases: CASES.map(({ value, label }) => caseOf(value, label)),
  caseField: 'reason',
  contactField: contactEmail.id,
  deliveryField: DELIVERY_FIELD,
  conditions: [
    {
      code: 'IN_DATABASE',
      words: t('Giấy phép có trong cơ sở dữ liệu giấy phép lái xe.', 'The licence is in the licence database.'),
    },
    {
      code: 'NOT_HELD',
      words: t('Giấy phép không đang bị tạm giữ, tước hoặc thu hồi.', 'The licence is not held, suspended or revoked.'),
    },
    {
      code: 'VIOLATIONS_SETTLED',
      words: t(
        'Đã thực hiện xong yêu cầu giải quyết vi phạm giao thông, nếu có.',
        'Any traffic violation has been settled.',
      ),
      source: 'Luật Trật tự, an toàn giao thông đường bộ 36/2024/QH15',
    },
    {
      code: 'THEORY_RETEST',
      words: t(
        'Hết hạn quá một năm: phải đạt sát hạch lý thuyết lại.',
        'More than a year past expiry: the theory test is passed again.',
      ),
      source: 'Chưa đối chiếu (R-med)',
    },
  ],
  steps: [
    {
      name: t('Nhập số giấy phép, tra cơ sở dữ liệu', 'Give the licence number; the database is searched'),
      actor: 'applicant',
    },
    {
      name: t('Kê khai và tải ảnh, giấy khám sức khỏe', 'Declare, and upload photograph and certificate'),
      actor: 'applicant',
    },
    { name: t('Nộp lệ phí theo hướng dẫn của cơ quan', 'Pay the charge as the agency tells you'), actor: 'applicant' },
    { name: t('Tiếp nhận hồ sơ', 'Acceptance'), actor: 'agency', time: t('nửa ngày làm việc', 'half a working day') },
    { name: t('Thẩm tra hồ sơ', 'Examination'), actor: 'agency' },
    { name: t('Phê duyệt, ký', 'Approval and signature'), actor: 'agency' },
    { name: t('In thẻ, cấp giấy phép điện tử', 'The card is printed, the electronic licence issued'), actor: 'agency' },
    { name: t('Trả kết quả, thu lại thẻ cũ', 'The result is returned, the old card taken back'), actor: 'agency' },
  ],
  legalBasis: [
    {
      title: t(
        'Luật Trật tự, an toàn giao thông đường bộ 36/2024/QH15',
        'Road Traffic Order and Safety Law 36/2024/QH15',
      ),
      confidence: 'F',
    },
    { title: t('Thông tư 12/2025/TT-BCA', 'Circular 12/2025/TT-BCA'), to: '2026-06-30', confidence: 'F' },
    {
      title: t('Thông tư 108/2026/TT-BCA, Điều 22', 'Circular 108/2026/TT-BCA, Article 22'),
      from: '2026-07-01',
      confidence: 'F',
    },
    {
      title: t(
        'Thông tư 37/2023/TT-BTC, sửa đổi bởi Thông tư 63/2023/TT-BTC',
        'Circular 37/2023/TT-BTC as amended by 63/2023/TT-BTC',
      ),
      confidence: 'F',
    },
  ],
  result: drivingLicenceResult,
  signature: 'CONFIRM',
  supplementReasons: SUPPLEMENT_REASONS,
  refusalGrounds: [
    {
      code: 'NOT_IN_DATABASE',
      words: t('Giấy phép không có trong cơ sở dữ liệu giấy phép lái xe', 'The licence is not in the licence database'),
    },
    {
      code: 'HELD_OR_REVOKED',
      words: t('Giấy phép đang bị tạm giữ, tước hoặc thu hồi', 'The licence is held, suspended or revoked'),
    },
    {
      code: 'UNSETTLED_VIOLATION',
      words: t('Chưa thực hiện xong yêu cầu giải quyết vi phạm giao thông', 'A traffic violation has not been settled'),
      source: 'Luật Trật tự, an toàn giao thông đường bộ 36/2024/QH15',
    },
    {
      code: 'RETEST_NEEDED',
      words: t(
        'Hết hạn quá một năm, chưa sát hạch lại lý thuyết',
        'More than a year past expiry without the theory test',
      ),
    },
    ...COMMON_REFUSALS,
  ],
  form,
  effectiveFrom: '2025-07-01',
  source: 'Trang thủ tục thời Bộ Giao thông vận tải; mã mới sau 1/3/2025 chưa tìm thấy',
  verifiedOn: VERIFIED_ON,
  confidence: 'F',
  isSample: true,
}
