import { expect, it } from 'vitest'
import type { Person } from '@/lib/access'
import { formDefinition } from '@/lib/forms'
import { shownTo } from './shown-to'

const label = { vi: 'x', en: 'x' }
const FORM = formDefinition.parse({
  pages: [
    {
      id: 'nguoi-nop',
      title: label,
      fields: [
        { id: 'so', kind: 'personalId', label, fact: 'person.personalId' },
        { id: 'ten', kind: 'text', label, fact: 'organisation.name' },
        { id: 'sinh', kind: 'partialDate', label, fact: 'person.dob' },
        { id: 'hang', kind: 'text', label },
      ],
    },
  ],
})
const NAM: Person = {
  ...{ kind: 'business', userId: 'x', name: 'Sao Mai', assurance: 2 },
  verifiedAt: new Date(0),
}
const GIVEN = {
  facts: { 'person.personalId': '079085000003', 'organisation.name': 'Sao Mai' },
  answers: { so: '079085000003', ten: 'Sao Mai', sinh: { y: 1990 }, hang: 'gạo' },
}

it('the company’s certificate shows what was typed and the company’s facts, not what its director’s identity proved', () => {
  expect(shownTo({ ...NAM, signedInBy: 'certificate' }, FORM, GIVEN)).toEqual({
    facts: { 'organisation.name': 'Sao Mai' },
    answers: { ten: 'Sao Mai', sinh: { y: 1990 }, hang: 'gạo' },
  })
  expect(shownTo(NAM, FORM, GIVEN)).toEqual(GIVEN)
  expect(shownTo({ kind: 'officer', userId: 'x', name: 'x', grants: [] }, FORM, GIVEN)).toEqual(GIVEN)
})
