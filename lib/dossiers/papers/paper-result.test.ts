import { describe, expect, it } from 'vitest'
import type { ProcedureDefinition } from '@/lib/catalogue'
import { problemsOf, procedureDefinition } from '@/lib/catalogue'
import type { Answers, Facts, Field } from '@/lib/forms'
import { birthRegistration } from '@/lib/seed/procedures/birth-registration'
import { drivingLicence } from '@/lib/seed/procedures/driving-licence'
import type { DossierResult } from '../dossier/dossier'
import { draftPaperOf } from './paper-result'
import { aPaperSource, DAY, ID } from './paper-source.fixture'

const RESULT: DossierResult = {
  ...{ dossierId: ID, outcome: 'granted', ground: null, reason: 'Đủ điều kiện.', fields: {}, draftedBy: ID },
  ...{ draftedAt: DAY, number: null, approvedBy: null, approvedAt: null, sentBackReason: null },
}
const day = (text: string) => new Date(`${text}T00:00:00+07:00`)

/** The paper of a granted result whose fields stand beside the dossier's answers. */
function paper(definition: ProcedureDefinition, input: { answers: Answers; facts: Facts; fields: Answers }) {
  const { facts, fields } = input
  const scope = { answers: { ...input.answers, ...fields }, facts, today: '2026-11-21' }
  return draftPaperOf(aPaperSource(definition, { result: { ...RESULT, fields }, scope, facts }), 'KQ-TTHC')
}

describe('a licence as a paper', () => {
  const input = {
    answers: {
      ...{ reason: 'DAMAGED', 'licence.number': '790123456789', 'licence.class': 'B', 'delivery.way': 'DESK' },
      ...{ 'licence.issueDate': '2016-12-15', 'licence.expiryDate': '2026-12-15' },
    },
    facts: { 'person.dob': { y: 1990, m: 5, d: 12 } },
    fields: { number: '790123456789', class: 'B', expiresOn: '2036-09-25' },
  }
  const expectedPaper = {
    template: 'drivingLicence',
    holder: { name: 'Nguyễn Văn An', birthDate: '12/05/1990' },
    previous: {
      number: '790123456789',
      class: 'B',
      issuedOn: day('2016-12-15'),
      expiresOn: day('2026-12-15'),
    },
    outcome: {
      kind: 'granted',
      licence: { number: '790123456789', class: 'B', issuedOn: DAY, expiresOn: day('2036-09-25') },
      delivery: 'tại bộ phận Một cửa',
    },
  }

  it('says what the dossier and the officer said', () => {
    expect(paper(drivingLicence, input)).toMatchObject(expectedPaper)
  })

  it('says the same under a revision from before templates were told what fills them', () => {
    const result = { ...drivingLicence.result, template: 'drivingLicence' }
    const { deliveryField: _field, ...older } = drivingLicence
    expect(paper(procedureDefinition.parse({ ...older, result }), input)).toEqual(paper(drivingLicence, input))
  })

  it('has dashes where nothing was said, and its own day where none was given', () => {
    expect(paper(drivingLicence, { answers: {}, facts: {}, fields: {} })).toMatchObject({
      holder: { birthDate: '–' },
      previous: { number: '–', class: '–', issuedOn: null, expiresOn: null },
      outcome: { licence: { number: '–', class: '–', issuedOn: DAY, expiresOn: null } },
    })
  })
})

describe('another procedure', () => {
  const label = { vi: 'Mục', en: 'Item' }
  const field = (id: string, kind: Field['kind']): Field => ({ id, kind, label, required: false })
  const options = [
    { value: 'M2', label: { vi: 'Mô tô hai bánh', en: 'Motorcycle' } },
    { value: 'M3', label: { vi: 'Mô tô ba bánh', en: 'Tricycle' } },
  ]
  const [first, ...pages] = birthRegistration.form?.pages ?? []
  if (first === undefined) throw new Error('the birth has no form')
  const rider: ProcedureDefinition = {
    ...birthRegistration,
    form: {
      pages: [
        { ...first, fields: [...first.fields, field('card', 'text'), { ...field('vehicle', 'choice'), options }] },
        ...pages,
      ],
    },
    result: {
      ...{ name: label, delivery: birthRegistration.result.delivery, fields: [field('until', 'date')] },
      template: {
        name: 'drivingLicence',
        slots: {
          holderBirthDate: [{ fact: 'person.dob' }],
          previousNumber: [{ answer: 'card' }],
          previousClass: [{ answer: 'vehicle', words: { M2: 'hai bánh', M3: 'ba bánh' } }],
          previousIssuedOn: [{ field: 'until' }],
          previousExpiresOn: [{ field: 'until' }],
          number: [{ answer: 'card' }],
          class: [{ text: 'mô tô' }],
          issuedOn: [{ field: 'until' }],
          expiresOn: [{ field: 'until' }],
          delivery: [{ text: 'tại nhà' }],
        },
      },
    },
  }

  it('uses the template by data alone', () => {
    expect(problemsOf(rider)).toEqual([])
    const input = {
      answers: { card: 'C-7', vehicle: 'M3' },
      facts: { 'person.dob': { y: 1990 } },
      fields: { until: '2036-09-25' },
    }
    expect(paper(rider, input)).toMatchObject({
      template: 'drivingLicence',
      holder: { birthDate: '1990' },
      previous: { number: 'C-7', class: 'ba bánh' },
      outcome: { licence: { number: 'C-7', class: 'mô tô', expiresOn: day('2036-09-25') }, delivery: 'tại nhà' },
    })
  })
})
