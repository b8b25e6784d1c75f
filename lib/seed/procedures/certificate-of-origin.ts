import type { Field, FormDefinition } from '@/lib/forms'
import { signed, uploaded } from './parts/documents'
import { commitmentPage } from './parts/ending'
import { organisationFields } from './parts/organisation'
import { asFee, fixedFee, ifAny, oneCase, procedure, required, steps } from './parts/procedure'
import { optional, page, q } from './parts/question'
import { COMMON_REFUSALS, workingHours } from './parts/rules'
import { options, t } from './parts/text'
import { CO_FORMS, certificateOfOriginResult } from './results/certificate-of-origin'

const ORIGIN_CRITERIA = ['WO', 'PE', 'CC', 'CTH', 'CTSH', 'CTC', 'RVC', 'PSR']
const same = (codes: readonly string[]) => options(...codes.map((code) => [code, code, code] as const))

const CASES = options(['NEW', 'Cấp mới', 'New certificate'], ['REISSUE', 'Cấp lại', 'Re-issue'])

const transport: Field[] = [
  q('transport.mode', 'choice', ['Phương thức vận chuyển', 'Mode of transport'], {
    options: options(
      ['SEA', 'Đường biển', 'Sea'],
      ['AIR', 'Đường hàng không', 'Air'],
      ['ROAD', 'Đường bộ', 'Road'],
      ['RAIL', 'Đường sắt', 'Rail'],
    ),
    appearance: 'radio',
    sample: 'SEA',
  }),
  q('transport.vessel', 'text', ['Tên tàu, số chuyến', 'Vessel or flight'], { sample: 'HAIAN TIME 123E' }),
  q('transport.departureDate', 'date', ['Ngày khởi hành', 'Departure'], { sample: '20/11/2026' }),
  q('transport.portFrom', 'text', ['Cảng đi', 'From'], { sample: 'Hải Phòng' }),
  q('transport.portTo', 'text', ['Cảng đến', 'To'], { sample: 'Yokohama' }),
  q('transport.billNo', 'text', ['Số vận đơn', 'Bill of lading'], { maxLength: 40, sample: 'HPH2611200001' }),
]

const items = q('items', 'group', ['Hàng hóa', 'Goods'], {
  rowLabel: t('mặt hàng', 'item'),
  min: 1,
  max: 50,
  fields: [
    q('hsExport', 'text', ['Mã HS xuất khẩu (8 số)', 'Export HS code (8 digits)'], {
      digits: 8,
      sample: '64041190',
    }),
    q('hsImport', 'text', ['Mã HS nhập khẩu (6 số)', 'Import HS code (6 digits)'], {
      digits: 6,
      sample: '640411',
    }),
    q('description', 'text', ['Mô tả', 'Description'], { sample: 'Giày thể thao' }),
    q('packages', 'text', ['Số kiện, ký hiệu', 'Packages and marks'], { sample: '100 thùng, SM-01/100' }),
    q('grossWeight', 'decimal', ['Trọng lượng cả bì', 'Gross weight'], {
      scale: 3,
      unit: t('kg', 'kg'),
      sample: '1.250,5',
    }),
    q('qty', 'decimal', ['Số lượng', 'Quantity'], { scale: 3, sample: '2.000' }),
    q('unit', 'text', ['Đơn vị tính', 'Unit'], { maxLength: 20, sample: 'đôi' }),
    q('fobValue', 'decimal', ['Trị giá FOB (USD)', 'FOB value (USD)'], { sample: '30000' }),
    q('originCriterion', 'choice', ['Tiêu chí xuất xứ', 'Origin criterion'], {
      options: same(ORIGIN_CRITERIA),
      appearance: 'select',
      sample: 'CTH',
    }),
    q('rvcPercent', 'decimal', ['Hàm lượng giá trị khu vực', 'Regional value content'], {
      showWhen: { field: '.originCriterion', eq: 'RVC' },
      max: 100,
      unit: t('%', '%'),
      sample: '45',
    }),
  ],
})

const form: FormDefinition = {
  pages: [
    page(
      'loai',
      ['Loại đề nghị', 'What you ask for'],
      [
        q('requestType', 'choice', ['Bạn đề nghị', 'You ask for a'], {
          options: CASES,
          appearance: 'radio',
          sample: 'NEW',
        }),
        q('formCode', 'choice', ['Mẫu C/O', 'Form'], {
          options: CO_FORMS,
          appearance: 'select',
          sample: 'AJ',
        }),
        q('previousNo', 'text', ['Số C/O đã cấp', 'Number of the certificate issued'], {
          showWhen: { field: 'requestType', eq: 'REISSUE' },
          maxLength: 40,
          sample: 'VN-JP 26/02/00123',
        }),
      ],
    ),
    page('thuong-nhan', ['Thương nhân', 'The trader'], organisationFields('trader')),
    page(
      'nguoi-nhan',
      ['Bên nhập khẩu', 'The importer'],
      [
        q('importCountry', 'text', ['Nước nhập khẩu', 'Importing country'], { maxLength: 60, sample: 'Nhật Bản' }),
        q('consignee', 'text', ['Người nhận hàng', 'Consignee'], { sample: 'Sakura Trading Co., Ltd.' }),
      ],
    ),
    page('van-chuyen', ['Vận chuyển', 'Transport'], transport),
    page(
      'to-khai-hoa-don',
      ['Tờ khai và hóa đơn', 'Declaration and invoice'],
      [
        q('exportDeclaration.no', 'text', ['Số tờ khai xuất khẩu', 'Export declaration'], {
          maxLength: 20,
          sample: '306123456789',
        }),
        q('exportDeclaration.date', 'date', ['Ngày tờ khai', 'Its date'], { notAfter: 'today', sample: '18/11/2026' }),
        q('invoice.no', 'text', ['Số hóa đơn', 'Invoice'], { maxLength: 40, sample: 'SM-2026-118' }),
        q('invoice.date', 'date', ['Ngày hóa đơn', 'Its date'], { notAfter: 'today', sample: '15/11/2026' }),
        q('invoice.value', 'decimal', ['Trị giá', 'Value'], { sample: '30000' }),
        q('invoice.currency', 'choice', ['Đồng tiền', 'Currency'], {
          options: same(['USD', 'EUR', 'JPY', 'VND', 'CNY']),
          appearance: 'select',
          sample: 'USD',
        }),
      ],
    ),
    page('hang-hoa', ['Hàng hóa', 'Goods'], [items]),
    page(
      'truong-hop-rieng',
      ['Trường hợp riêng', 'Special cases'],
      [
        q('special', 'multiChoice', ['Đánh dấu nếu có', 'Tick what applies'], {
          ...optional,
          options: options(
            ['THIRD_COUNTRY_INVOICE', 'Hóa đơn nước thứ ba', 'Third-country invoice'],
            ['BACK_TO_BACK', 'C/O giáp lưng', 'Back-to-back'],
            ['EXHIBITION', 'Hàng triển lãm', 'Exhibition'],
            ['ISSUED_RETROACTIVELY', 'C/O cấp sau', 'Issued retroactively'],
          ),
        }),
      ],
    ),
    commitmentPage(
      'Chúng tôi cam đoan nội dung khai và chứng từ là đúng.',
      'We declare that answers and papers are true.',
    ),
  ],
}

const papers = ['DON', 'TKXK', 'HD', 'VD', 'BK']

export const certificateOfOrigin = procedure({
  code: '1.000432',
  otherCodes: [
    { code: '1.000431', name: t('Cấp C/O mẫu VK', 'Certificate of origin form VK') },
    { code: '1.000382', name: t('Cấp C/O mẫu EAV', 'Certificate of origin form EAV') },
    { code: '1.014119', name: t('Cấp C/O mẫu VI', 'Certificate of origin form VI') },
  ],
  slug: 'cap-giay-chung-nhan-xuat-xu-hang-hoa',
  name: t('Cấp Giấy chứng nhận xuất xứ hàng hóa (C/O)', 'Certificate of origin (C/O)'),
  summary: t(
    'Chứng nhận hàng xuất khẩu có xuất xứ Việt Nam; mỗi mẫu có mã thủ tục riêng.',
    'Certifies that exports originate in Vietnam; each form has a code of its own.',
  ),
  synonyms: {
    vi: ['Xin C/O', 'Giấy chứng nhận xuất xứ', 'C/O form E', 'C/O form D', 'eCoSys'],
    en: ['C/O', 'Export origin certificate'],
  },
  serviceField: 'xuat-nhap-khau',
  audience: ['business'],
  lifeEvents: ['xuat-khau'],
  level: 'FULL',
  online: true,
  handledBy: t(
    'Sở Công Thương; Cục Xuất nhập khẩu, Bộ Công Thương',
    'Department of Industry and Trade; Agency of Foreign Trade',
  ),
  routing: { by: 'province', function: 'industryTrade', address: 'trader.address' },
  documents: [
    signed('DON', t('Đơn đề nghị và mẫu C/O đã khai', 'Application and completed form'), 'ORG_CERT'),
    uploaded('TKXK', t('Tờ khai hải quan xuất khẩu', 'Export customs declaration'), { dictionaryCode: 'TP12' }),
    uploaded('HD', t('Hóa đơn thương mại', 'Commercial invoice'), { dictionaryCode: 'TP10' }),
    uploaded('VD', t('Vận tải đơn', 'Bill of lading'), { dictionaryCode: 'TP11' }),
    uploaded('BK', t('Bảng kê khai chi tiết hàng đạt tiêu chí xuất xứ', 'Statement of how the criterion is met')),
    uploaded(
      'NSX',
      t('Bản khai xuất xứ của nhà sản xuất, quy trình sản xuất', 'Producer’s declaration, production process'),
    ),
    uploaded('NL', t('Tờ khai nhập khẩu, hóa đơn nguyên liệu', 'Import declarations and invoices of materials')),
    uploaded('GPXK', t('Giấy phép xuất khẩu', 'Export licence')),
  ],
  cases: CASES.map(({ value, label }) =>
    oneCase(value, label, {
      documents:
        value === 'NEW'
          ? [...required(...papers), ...ifAny('NSX', 'NL', 'GPXK')]
          : [...required('DON'), ...ifAny('TKXK', 'HD', 'VD')],
      fees: [asFee(fixedFee(value === 'NEW' ? 60_000 : 30_000, 'TT 36/2023/TT-BTC', 'F'))],
      timeLimits: [
        workingHours(6, 'Trang thủ tục; cách viết nhớ lại', 'R-high', {
          note: t('Nộp trực tiếp 8 giờ, qua bưu điện 24 giờ', '8 hours at the desk, 24 by post'),
        }),
      ],
    }),
  ),
  caseField: 'requestType',
  steps: steps(
    t('Kiểm tra tiêu chí xuất xứ', 'The criterion of origin is checked'),
    t('Cấp số, ký C/O điện tử', 'The certificate is numbered and signed'),
  ),
  legalBasis: [
    { title: t('Nghị định 31/2018/NĐ-CP', 'Decree 31/2018/NĐ-CP'), confidence: 'F' },
    { title: t('Nghị định 146/2025/NĐ-CP, Điều 28', 'Decree 146/2025/NĐ-CP, Article 28'), confidence: 'F' },
    { title: t('Thông tư 40/2025/TT-BCT', 'Circular 40/2025/TT-BCT'), from: '2025-07-01', confidence: 'F' },
    { title: t('Thông tư 26/2026/TT-BCT', 'Circular 26/2026/TT-BCT'), from: '2026-08-01', confidence: 'F' },
  ],
  result: certificateOfOriginResult,
  signature: 'ORG_CERT',
  refusalGrounds: [
    {
      code: 'CRITERION_NOT_MET',
      words: t('Hàng hóa không đạt tiêu chí xuất xứ', 'The goods do not meet the criterion'),
    },
    { code: 'TRADER_UNKNOWN', words: t('Chưa có hồ sơ thương nhân', 'The trader is not registered') },
    ...COMMON_REFUSALS,
  ],
  form,
  source: 'Mã và mẫu: kho công khai; thời hạn: trang thủ tục; lệ phí: TT 36/2023/TT-BTC',
  confidence: 'F',
})
