import { expect, it } from 'vitest'
import { contactAddress } from './contact'

const ANSWERS = {
  'merchant.email': 'cong.ty@example.vn',
  'contact.email': 'an@example.vn',
  empty: '',
  list: ['a@b.vn'],
}

it.each([
  ['the field the definition names', { contactField: 'merchant.email' }, 'cong.ty@example.vn'],
  ['the field of before, where it names none', {}, 'an@example.vn'],
  ['nothing where that is not answered', { contactField: 'nowhere' }, null],
  ['nothing where it is left empty', { contactField: 'empty' }, null],
  ['nothing where it is no address', { contactField: 'list' }, null],
])('the applicant is written to at %s', (_, definition, address) => {
  expect(contactAddress(definition, ANSWERS)).toBe(address)
})
