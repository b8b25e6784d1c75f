import type { DocumentData } from './kinds'

const at = (text: string): Date => new Date(`${text}:00+07:00`)

const issuer = {
  parentName: 'Công an thành phố Hà Nội',
  name: 'Phòng Cảnh sát giao thông',
  place: 'Hà Nội',
}
const applicant = {
  name: 'Nguyễn Văn An',
  idNumber: '001090000001',
  address: 'Số 12 phố Đội Cấn, Phường Ba Đình, Thành phố Hà Nội',
  phone: '0912 345 678',
  email: 'an.nguyen@example.vn',
}
const procedure = { code: '1.002809', name: 'Đổi giấy phép lái xe', caseName: 'Giấy phép lái xe hết hạn' }
const dossierCode = 'G01.126.08-261005-0007'
const lookUp = { url: `https://motcua.example.vn/tra-cuu?ma=${dossierCode}`, code: dossierCode }
const check = { url: 'https://motcua.example.vn/kiem-tra-chu-ky?van-ban=7K2M9QX4T0ZC5WJ8R3VN', code: dossierCode }
const signer = { authority: ['Người tiếp nhận hồ sơ'], name: 'Nguyễn Thị Hoa' }
const leader = { authority: ['KT. Trưởng phòng', 'Phó Trưởng phòng'], name: 'Phạm Quốc Dũng' }
const submittedHow = '(Nộp trực tuyến, xác thực bằng tài khoản định danh điện tử)'

const issued = {
  issuer,
  number: { value: 5, notation: 'QĐ-CSGT' },
  issuedAt: at('2026-02-05T10:30'),
  dossierCode,
  grounds: [
    'Căn cứ Luật Trật tự, an toàn giao thông đường bộ 36/2024/QH15',
    `Xét hồ sơ mã số ${dossierCode} của ông (bà) Nguyễn Văn An`,
  ],
  recipients: ['Ông Nguyễn Văn An', 'Công an phường Ba Đình', 'Lưu: VT, hồ sơ'],
  signer: leader,
  check,
  lookUp,
  authority: 'Trưởng phòng Cảnh sát giao thông',
}

const licenceResult = {
  template: 'drivingLicence' as const,
  ...issued,
  holder: { ...applicant, birthDate: '12/05/1990' },
  exchangeReason: 'giấy phép lái xe hết hạn',
  previous: {
    number: '010123456789',
    class: 'B2',
    issuedOn: at('2016-09-01T00:00'),
    expiresOn: at('2026-09-01T00:00'),
  },
}

/** One document of each kind, with the names of the demo people. */
export const SPECIMENS: DocumentData = {
  acknowledgement: {
    issuer: { parentName: null, name: 'Cổng Dịch vụ công Một Cửa', place: 'Hà Nội' },
    submissionCode: '7KQ2M9XA4T',
    submittedAt: at('2026-10-04T21:14'),
    applicant,
    procedure,
    agencyName: 'Phòng Cảnh sát giao thông – Công an thành phố Hà Nội',
    delivery: 'Qua bưu chính công ích, đến địa chỉ đã kê khai',
    feeAmount: 135_000,
    answerDueAt: at('2026-10-05T17:00'),
    files: [
      {
        requirement: 'Ảnh chân dung 3×4',
        name: 'IMG_2041 (chụp ngày 04-10).jpg',
        size: 2_411_724,
        sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      },
      {
        requirement: 'Giấy khám sức khỏe của người lái xe',
        name: 'giay-kham-suc-khoe.pdf',
        size: 684_032,
        sha256: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
        pages: 2,
      },
    ],
    lookUp: { url: 'https://motcua.example.vn/tra-cuu?ma=7KQ2M9XA4T', code: '7KQ2M9XA4T' },
  },
  receipt: {
    issuer,
    number: { value: 7, notation: 'TNHS' },
    dossierCode,
    applicant,
    procedure,
    components: [
      { name: 'Đơn đề nghị đổi, cấp lại giấy phép lái xe (biểu mẫu điện tử)', copies: 1, form: 'electronic' },
      { name: 'Ảnh giấy phép lái xe hiện có, hai mặt', copies: 1, form: 'electronic' },
      { name: 'Giấy khám sức khỏe của người lái xe còn giá trị', copies: 1, form: 'electronic' },
    ],
    sets: 1,
    timeLimit: '05 ngày làm việc',
    acceptedAt: at('2026-10-05T08:40'),
    dueAt: at('2026-10-12T17:00'),
    dueExplanation: [
      'Tiếp nhận 08:40 thứ Hai 05/10/2026.',
      'Thời hạn 5 ngày làm việc; không tính ngày tiếp nhận.',
      'Bỏ qua thứ Bảy, Chủ nhật.',
      'Hạn trả kết quả: 17:00 thứ Hai 12/10/2026.',
    ],
    delivery: 'Qua bưu chính công ích, đến địa chỉ đã kê khai',
    feeAmount: 135_000,
    submitterName: 'Nguyễn Văn An',
    submittedHow,
    signer,
    lookUp,
  },
  supplementRequest: {
    issuer,
    number: { value: 12, notation: 'HDHS' },
    requestedAt: at('2026-10-06T09:15'),
    reference: dossierCode,
    applicant,
    procedure,
    items: [
      {
        name: 'Giấy khám sức khỏe của người lái xe',
        fault: 'expired',
        guidance:
          'Giấy khám cấp ngày 02/9/2025 đã quá 12 tháng. Khám lại tại cơ sở y tế đủ điều kiện và tải lên bản mới.',
        basis: 'Điều 22 Thông tư 108/2026/TT-BCA',
        copies: 1,
      },
      {
        name: 'Ảnh chân dung',
        fault: 'unreadable',
        guidance: 'Ảnh bị mờ, nền không phải màu trắng hoặc xanh. Chụp lại, mặt chiếm 70–80 % ảnh.',
      },
    ],
    reason: 'Hồ sơ chưa đủ căn cứ để đổi giấy phép lái xe.',
    answerBy: at('2026-11-05T17:00'),
    clock: 'restarts',
    round: 1,
    basis: 'Nghị định số 118/2025/NĐ-CP',
    contact: { name: 'Trần Văn Minh, chuyên viên thụ lý', phone: '024 3942 0000' },
    signer: { authority: ['Người hướng dẫn'], name: 'Trần Văn Minh' },
    lookUp,
  },
  refusal: {
    issuer,
    number: { value: 3, notation: 'TCHS' },
    refusedAt: at('2026-10-05T10:00'),
    reference: '7KQ2M9XA4T',
    submittedAt: at('2026-10-04T21:14'),
    applicant,
    procedure,
    reason: 'Giấy phép lái xe do Bộ Quốc phòng cấp, không thuộc phạm vi giải quyết của thủ tục này.',
    basis: 'Điều 22 Thông tư 108/2026/TT-BCA',
    guidance: 'Nộp tại Cục Xe – Máy, Bộ Quốc phòng.',
    submitterName: 'Nguyễn Văn An',
    submittedHow,
    signer,
    lookUp: { url: 'https://motcua.example.vn/tra-cuu?ma=7KQ2M9XA4T', code: '7KQ2M9XA4T' },
  },
  terminationNotice: {
    issuer,
    number: { value: 4, notation: 'TB-CSGT' },
    issuedAt: at('2026-10-08T15:00'),
    dossierCode,
    applicant,
    procedure,
    request: { by: 'ông Nguyễn Văn An', at: at('2026-10-07T09:00'), reason: 'Tôi đã tìm thấy giấy phép lái xe.' },
    stage: 'đang xử lý',
    reason: 'Hồ sơ chưa có kết quả, người nộp không cần giải quyết tiếp.',
    feePaid: 135_000,
    feeHandling: 'hoàn trả toàn bộ trong 10 ngày làm việc',
    returnedPapers: [],
    signer: leader,
    lookUp,
  },
  apologyExtension: {
    issuer,
    number: { value: 9, notation: 'XL-CSGT' },
    issuedAt: at('2026-10-09T14:00'),
    dossierCode,
    applicant,
    procedure,
    acceptedAt: at('2026-10-05T08:40'),
    previousDueAt: at('2026-10-12T17:00'),
    reason: 'máy in thẻ gặp sự cố, đang chờ thay thế linh kiện.',
    newDueAt: at('2026-10-15T17:00'),
    signer: leader,
    lookUp,
  },
  processControlSlip: {
    issuer,
    number: { value: 7, notation: 'KSHS' },
    issuedAt: at('2026-10-12T16:00'),
    dossierCode,
    leadAgency: 'Phòng Cảnh sát giao thông – Công an thành phố Hà Nội',
    cooperatingAgencies: [],
    acceptedAt: at('2026-10-05T08:40'),
    dueAt: at('2026-10-12T17:00'),
    steps: Array.from({ length: 24 }, (_, index) => ({
      name: `Thẩm tra, bước ${String(index + 1)}`,
      from: 'Bộ phận Một cửa (Nguyễn Thị Hoa)',
      to: 'Đội Sát hạch, quản lý giấy phép lái xe (Trần Văn Minh)',
      handedAt: new Date(at('2026-10-05T08:40').getTime() + index * 3_600_000),
      outcome: 'onTime' as const,
    })),
    lookUp,
  },
  verificationReport: {
    fileName: 'giay-phep-da-ky.pdf',
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    size: '48.213 byte',
    judgedAt: '09:15:00 20/11/2026 (+07:00)',
    summary: 'Mọi chữ ký số trên tệp đều hợp lệ. Nội dung được ký không bị thay đổi.',
    signatures: [
      {
        title: '1. Cá nhân ký: Phạm Quốc Dũng, Trưởng phòng',
        rows: [
          { label: 'Tổ chức cấp chứng thư', value: 'CA chuyên dùng Chính phủ (mô phỏng)' },
          { label: 'Tính toàn vẹn', value: 'Toàn vẹn: phần đã ký không thay đổi' },
        ],
        changes: ['Thêm một chữ ký (được phép)'],
      },
    ],
    warnings: ['Ô chữ ký “Chữ ký 2” CHƯA được ký.'],
  },
  result: {
    ...licenceResult,
    outcome: {
      kind: 'granted',
      licence: {
        number: '010123456789',
        class: 'B',
        issuedOn: at('2026-10-09T00:00'),
        expiresOn: at('2036-10-09T00:00'),
      },
      delivery: 'qua bưu chính công ích',
    },
  },
}

export const DENIED: DocumentData['result'] = {
  ...licenceResult,
  number: { value: null, notation: 'QĐ-CSGT' },
  outcome: {
    kind: 'denied',
    reason: 'người đề nghị chưa thực hiện xong yêu cầu giải quyết vi phạm về trật tự, an toàn giao thông đường bộ.',
    basis: 'Luật Trật tự, an toàn giao thông đường bộ số 36/2024/QH15',
  },
}
