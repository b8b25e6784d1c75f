import type { FormDefinition } from '@/lib/forms'
import { signed, uploaded } from './parts/documents'
import { commitmentPage } from './parts/ending'
import { organisationFields } from './parts/organisation'
import { fixedFee, ifAny, oneCase, procedure, required, steps } from './parts/procedure'
import { optional, page, q } from './parts/question'
import { COMMON_REFUSALS, workingDays } from './parts/rules'
import { options, t } from './parts/text'

const FORMS = options(
  ['SAMPLE', 'Đưa hàng mẫu dùng thử', 'Samples'],
  ['GIFT', 'Tặng hàng hóa, dịch vụ', 'Gifts'],
  ['DISCOUNT', 'Giảm giá', 'Discounts'],
  ['VOUCHER', 'Phiếu mua hàng', 'Purchase vouchers'],
  ['CONTEST', 'Phiếu dự thi', 'Contest entries'],
  ['LOYALTY', 'Khách hàng thường xuyên', 'Loyalty programme'],
  ['CULTURE', 'Chương trình văn hóa, giải trí', 'Cultural programme'],
)

const prizes = q('prizeStructure', 'group', ['Cơ cấu giải thưởng', 'Prizes'], {
  rowLabel: t('giải', 'prize'),
  required: false,
  max: 50,
  fields: [
    q('name', 'text', ['Tên giải', 'Name'], { sample: 'Giải nhất' }),
    q('qty', 'integer', ['Số lượng', 'Quantity'], { min: 1, sample: '1' }),
    q('unitPrice', 'money', ['Đơn giá', 'Unit price'], { sample: '10.000.000' }),
    q('total', 'money', ['Thành tiền', 'Total'], { sample: '10.000.000' }),
  ],
})

const partners = q('coMerchants', 'group', ['Thương nhân cùng thực hiện', 'Partners'], {
  rowLabel: t('thương nhân', 'partner'),
  required: false,
  max: 30,
  fields: [
    q('name', 'text', ['Tên', 'Name'], { sample: 'Công ty Sông Hồng' }),
    q('taxCode', 'taxCode', ['Mã số thuế', 'Tax code'], { sample: '0100109106' }),
    q('content', 'text', ['Nội dung tham gia', 'Part taken'], { sample: 'Cung cấp quà tặng' }),
    q('responsibility', 'text', ['Trách nhiệm', 'Responsibility'], { sample: 'Giao quà đúng hạn' }),
  ],
})

const form: FormDefinition = {
  pages: [
    page('thuong-nhan', ['Thương nhân', 'The business'], organisationFields('merchant')),
    page(
      'chuong-trinh',
      ['Chương trình khuyến mại', 'The promotion'],
      [
        q('programmeName', 'text', ['Tên chương trình', 'Name'], { sample: 'Mừng xuân 2027' }),
        q('form', 'choice', ['Hình thức', 'Form'], {
          hint: t(
            'Khuyến mại mang tính may rủi phải đăng ký theo thủ tục khác.',
            'Lucky draws need registration, another procedure.',
          ),
          options: FORMS,
          appearance: 'select',
          sample: 'DISCOUNT',
        }),
        q('areas', 'multiChoice', ['Nơi tổ chức', 'Provinces'], {
          hint: t('Thông báo được gửi tới Sở Công Thương của từng nơi.', 'Each province’s department is notified.'),
          optionsFrom: 'provinces',
          min: 1,
          max: 34,
          sample: ['79'],
        }),
        q('from', 'date', ['Bắt đầu', 'Begins'], {
          hint: t('Thông báo trước ít nhất 3 ngày làm việc.', 'Notify at least 3 working days before.'),
          notBefore: 'today+3D',
          sample: '15/1/2027',
        }),
        q('to', 'date', ['Kết thúc', 'Ends'], { notBeforeField: 'from', sample: '15/2/2027' }),
        q('customers', 'text', ['Khách hàng được hưởng', 'Customers'], { sample: 'Mọi khách mua tại cửa hàng' }),
      ],
    ),
    page(
      'hang-hoa',
      ['Hàng hóa, dịch vụ', 'Goods and services'],
      [
        q('goodsPromoted', 'multiline', ['Được khuyến mại', 'Promoted'], { sample: 'Giày thể thao' }),
        q('goodsUsed', 'multiline', ['Dùng để khuyến mại', 'Used for the promotion'], {
          sample: 'Giày thể thao giảm giá 30 %',
        }),
        q('quantity', 'text', ['Số lượng', 'Quantity'], { ...optional, sample: '5.000 đôi' }),
        prizes,
        q('totalValue', 'money', ['Tổng giá trị', 'Total value'], {
          hint: t(
            'Dưới 100 triệu đồng, hoặc chỉ bán qua sàn thương mại điện tử: không phải thông báo.',
            'Below 100 million VND, or only online: no notice is needed.',
          ),
          min: 100_000_000,
          sample: '250.000.000',
        }),
        q('detail', 'multiline', ['Nội dung chi tiết', 'Details'], {
          maxLength: 10_000,
          sample: 'Giảm 30 % giá bán lẻ tại ba cửa hàng.',
        }),
        partners,
      ],
    ),
    commitmentPage(
      'Chúng tôi cam kết thực hiện đúng nội dung thông báo và chịu trách nhiệm trước pháp luật.',
      'We undertake to keep to this notice and answer for it.',
    ),
  ],
}

export const promotionNotice = procedure({
  code: '2.000033',
  slug: 'thong-bao-hoat-dong-khuyen-mai',
  name: t('Thông báo hoạt động khuyến mại', 'Notify a sales promotion'),
  summary: t(
    'Thương nhân thông báo chương trình khuyến mại tới Sở Công Thương ít nhất 3 ngày làm việc trước khi bắt đầu.',
    'A business notifies its promotion at least 3 working days before it begins.',
  ),
  synonyms: {
    vi: ['Đăng ký khuyến mãi', 'Thông báo khuyến mại', 'Chương trình giảm giá', 'Khuyến mãi'],
    en: ['Sales promotion', 'Discount campaign'],
  },
  serviceField: 'xuc-tien-thuong-mai',
  audience: ['business'],
  lifeEvents: ['van-hanh-kinh-doanh'],
  level: 'FULL',
  online: true,
  handledBy: t('Sở Công Thương nơi tổ chức khuyến mại', 'Department of Industry and Trade where the promotion runs'),
  routing: { by: 'province', function: 'industryTrade', address: 'merchant.address' },
  documents: [
    signed('TB', t('Thông báo thực hiện khuyến mại (Mẫu 01)', 'Notice of the promotion (Form 01)'), 'ORG_CERT'),
    uploaded('TL', t('Thể lệ, tài liệu kèm theo', 'Rules and further papers')),
  ],
  cases: [
    oneCase('NOTICE', t('Thông báo khuyến mại', 'Notice'), {
      documents: [...required('TB'), ...ifAny('TL')],
      fees: [fixedFee(0, 'NĐ 81/2018/NĐ-CP', 'F')],
      timeLimits: [
        workingDays(3, 'Hạn nội bộ của bản minh họa; luật chỉ buộc thương nhân báo trước 3 ngày làm việc', 'D'),
      ],
    }),
  ],
  conditions: [
    {
      code: 'THREE_DAYS',
      words: t('Gửi trước khi bắt đầu ít nhất 3 ngày làm việc.', 'Sent at least 3 working days before.'),
      source: 'NĐ 81/2018/NĐ-CP Điều 17',
    },
    {
      code: 'HALF_PRICE',
      words: t(
        'Giảm giá không quá 50 % (100 % trong chương trình tập trung).',
        'Discounts up to 50 % (100 % in concentrated programmes).',
      ),
      source: 'NĐ 81/2018/NĐ-CP',
    },
    {
      code: 'DAYS_A_YEAR',
      words: t(
        'Tổng số ngày giảm giá của một nhãn hiệu không quá 120 ngày một năm.',
        'At most 120 discount days a year for a brand.',
      ),
      source: 'NĐ 81/2018/NĐ-CP',
    },
  ],
  steps: steps(t('Kiểm tra, công khai chương trình từ ngày bắt đầu', 'Examination; publication from the first day on')),
  legalBasis: [
    { title: t('Nghị định 81/2018/NĐ-CP, Điều 17', 'Decree 81/2018/NĐ-CP, Article 17'), confidence: 'F' },
    { title: t('Nghị định 128/2024/NĐ-CP', 'Decree 128/2024/NĐ-CP'), confidence: 'R-high' },
  ],
  result: {
    name: t('Xác nhận đã nhận thông báo', 'Acknowledgement of the notice'),
    delivery: ['ELECTRONIC'],
    decides: 'Xác nhận đã nhận thông báo thực hiện chương trình khuyến mại “{programme}” của {applicant}.',
    fields: [
      q('programme', 'text', ['Tên chương trình', 'Name of the promotion'], { sample: 'Mừng xuân 2027' }),
      q('kind', 'choice', ['Hình thức khuyến mại', 'Form'], {
        options: FORMS,
        appearance: 'select',
        sample: 'DISCOUNT',
      }),
      q('begins', 'date', ['Từ ngày', 'From'], { sample: '15/1/2027' }),
      q('ends', 'date', ['Đến ngày', 'Until'], { notBeforeField: 'begins', sample: '15/2/2027' }),
      q('where', 'multiline', ['Nơi thực hiện', 'Where it runs'], { sample: 'Thành phố Hồ Chí Minh' }),
    ],
    fromAnswers: { programme: 'programmeName', kind: 'form', begins: 'from', ends: 'to', where: 'areas' },
  },
  signature: 'ORG_CERT',
  refusalGrounds: [
    {
      code: 'TOO_LATE',
      words: t('Gửi muộn hơn 3 ngày làm việc trước khi bắt đầu', 'Sent less than 3 working days before'),
    },
    {
      code: 'NEEDS_REGISTRATION',
      words: t('Khuyến mại mang tính may rủi, phải đăng ký', 'A lucky draw, which needs registration'),
    },
    {
      code: 'TAX_CODE_DIFFERS',
      words: t(
        'Mã số thuế trong chứng thư số khác mã số thuế thương nhân',
        'The tax code in the certificate is another',
      ),
    },
    ...COMMON_REFUSALS,
  ],
  form,
  source: 'NĐ 81/2018/NĐ-CP (Pháp điển); mã thủ tục nhớ lại',
  confidence: 'R-high',
})
