import type { Field } from '@/lib/forms'
import { optional, q } from './question'

/** The organisation that applies, proven by its electronic identity; ids begin with `prefix`. */
export function organisationFields(prefix: string): Field[] {
  return [
    q(`${prefix}.name`, 'text', ['Tên thương nhân', 'Name of the organisation'], {
      fact: 'organisation.name',
      autocomplete: 'organization',
      sample: 'Công ty TNHH Thương mại Sao Mai',
    }),
    q(`${prefix}.taxCode`, 'taxCode', ['Mã số thuế', 'Tax code'], {
      fact: 'organisation.taxCode',
      sample: '0312687878',
    }),
    q(`${prefix}.address`, 'address', ['Trụ sở chính', 'Registered office'], {
      fact: 'organisation.address',
      sample: { provinceCode: '79', wardCode: '26740', detail: '15 Lê Lợi' },
    }),
    q(`${prefix}.contact`, 'personName', ['Người liên hệ', 'Contact person'], { sample: 'Lê Hoàng Nam' }),
    q(`${prefix}.phone`, 'phone', ['Điện thoại liên hệ', 'Telephone'], {
      autocomplete: 'tel',
      sample: '028 3822 1234',
    }),
    q(`${prefix}.email`, 'email', ['Email', 'E-mail'], {
      ...optional,
      autocomplete: 'email',
      sample: 'lienhe@saomai.vn',
    }),
  ]
}
