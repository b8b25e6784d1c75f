import type { Rule } from '@/lib/forms'
import { options } from '../parts/text'

export const CASES = options(
  ['EXPIRED', 'Giấy phép hết hạn hoặc sắp hết hạn', 'The licence has expired or soon will'],
  ['DAMAGED', 'Giấy phép bị hỏng', 'The licence is damaged'],
  ['INFO_CHANGED', 'Thông tin trên giấy phép thay đổi hoặc sai', 'A detail on the licence has changed or is wrong'],
  ['PAPER_TO_PET', 'Đổi từ giấy bìa sang thẻ nhựa PET', 'From the paper licence to the plastic card'],
  ['CLASS_DOWNGRADE', 'Đổi từ hạng cao xuống hạng thấp', 'From a higher class to a lower one'],
)

export const CLASSES = options(
  ...['A1', 'A', 'B1', 'B', 'C1', 'C', 'D1', 'D2', 'D', 'BE', 'C1E', 'CE', 'D1E', 'D2E', 'DE'].map(
    (code) => [code, code, code] as const,
  ),
)

export const SMALL_CLASSES = ['A1', 'A', 'B1']

/** Not for A1, A and B1 without a term. */
export const NEEDS_HEALTH_CERTIFICATE: Rule = {
  not: {
    all: [
      { field: 'licence.class', in: SMALL_CLASSES },
      { field: 'licence.isUnlimited', eq: true },
    ],
  },
}
