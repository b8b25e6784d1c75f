import type { Field, Page } from '@/lib/forms'
import { options, t } from './text'

const WAYS = {
  ELECTRONIC: ['ELECTRONIC', 'Bản điện tử trong tài khoản', 'Electronically, in your account'],
  POST: ['POST', 'Gửi qua bưu chính công ích', 'By public post'],
  DESK: ['DESK', 'Nhận tại bộ phận một cửa', 'At the one-stop desk'],
} as const

/** The id of the field that asks how the result comes back. */
export const DELIVERY_FIELD = 'delivery.way'

const deliveryAddress: Field = {
  id: 'delivery.address',
  kind: 'address',
  label: t('Địa chỉ nhận kết quả', 'Delivery address'),
  showWhen: { field: DELIVERY_FIELD, eq: 'POST' },
  sample: { provinceCode: '01', wardCode: '00004', detail: '12 phố Đội Cấn' },
}

/** How the result comes back. */
export function deliveryPage(...ways: readonly (keyof typeof WAYS)[]): Page {
  return {
    id: 'nhan-ket-qua',
    title: t('Nhận kết quả', 'Receiving the result'),
    fields: [
      {
        id: DELIVERY_FIELD,
        kind: 'choice',
        label: t('Bạn muốn nhận kết quả thế nào?', 'How do you want to receive the result?'),
        options: options(...ways.map((way) => WAYS[way])),
        appearance: 'radio',
        sample: ways[0],
      },
      ...(ways.includes('POST') ? [deliveryAddress] : []),
    ],
  }
}

/** The promise at the end of a declaration. */
export function commitmentPage(vi: string, en: string): Page {
  return {
    id: 'cam-ket',
    title: t('Cam kết', 'Declaration'),
    fields: [{ id: 'commitment', kind: 'commitment', label: t(vi, en), sample: 'on' }],
  }
}
