import type { ProcedureDefinition } from '@/lib/catalogue'
import { q } from '../parts/question'
import { t } from '../parts/text'

/** A business that is no company is not called one; its kind stands before its own name already. */
export const NOT_IN_NAMES = ['công ty', 'doanh nghiệp', 'hộ kinh doanh']

/** The certificate of a household business. */
export const householdBusinessResult: ProcedureDefinition['result'] = {
  name: t('Giấy chứng nhận đăng ký hộ kinh doanh', 'Household business certificate'),
  delivery: ['ELECTRONIC', 'DESK', 'POST'],
  decides: 'Cấp Giấy chứng nhận đăng ký hộ kinh doanh cho Hộ kinh doanh {businessName}, chủ hộ {owner}.',
  fields: [
    q('businessName', 'text', ['Tên hộ kinh doanh', 'Name of the business'], {
      hint: t('Tên riêng, không gồm cụm từ “Hộ kinh doanh”.', 'The own name, without “Hộ kinh doanh”.'),
      maxLength: 100,
      withoutWords: NOT_IN_NAMES,
      sample: 'Sao Mai',
    }),
    q('businessCode', 'taxCode', ['Mã số hộ kinh doanh', 'Code of the business'], {
      hint: t('Đồng thời là mã số thuế, do cơ quan thuế cung cấp.', 'Also its tax code, given by the tax authority.'),
      allowPersonalId: true,
      sample: '001090000001',
    }),
    q('owner', 'personName', ['Chủ hộ kinh doanh', 'Owner'], { sample: 'Nguyễn Văn An' }),
    q('seat', 'text', ['Trụ sở', 'Seat'], { maxLength: 300, sample: '20 phố Đội Cấn, Phường Ba Đình, Hà Nội' }),
    q('lines', 'multiline', ['Ngành, nghề kinh doanh', 'Lines of business'], { sample: '4711 – Bán lẻ tổng hợp' }),
    q('funds', 'money', ['Vốn kinh doanh', 'Capital'], { min: 1, sample: '100.000.000' }),
  ],
  fromAnswers: {
    businessName: 'name',
    businessCode: 'person.personalId',
    owner: 'person.fullName',
    seat: 'headquarters',
    lines: 'industries',
    funds: 'capital',
  },
}
