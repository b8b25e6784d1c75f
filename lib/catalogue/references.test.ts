import { describe, expect, it } from 'vitest'
import type { Field, Rule } from '@/lib/forms'
import { drivingLicence } from '@/lib/seed/procedures/driving-licence'
import type { ProcedureDefinition } from './definition'
import { problemsOf } from './problems'
import { publishable } from './publish'
import type { ResultTemplate } from './result-template'

const changed = (more: Partial<ProcedureDefinition>): ProcedureDefinition => ({ ...drivingLicence, ...more })
const withResult = (more: Partial<ProcedureDefinition['result']>) =>
  changed({ result: { ...drivingLicence.result, ...more } })

function withSlots(slots: Partial<ResultTemplate['slots']>): ProcedureDefinition {
  const { template } = drivingLicence.result
  if (template === undefined) throw new Error('the driving licence has no template')
  return withResult({ template: { ...template, slots: { ...template.slots, ...slots } } })
}

/** The driving licence with one more question on its first page. */
function asking(field: Partial<Field>): ProcedureDefinition {
  const [first, ...pages] = drivingLicence.form?.pages ?? []
  if (first === undefined) throw new Error('the driving licence has no form')
  const more: Field = { id: 'more', kind: 'text', label: drivingLicence.name, ...field }
  return changed({ form: { pages: [{ ...first, fields: [...first.fields, more] }, ...pages] } })
}

const onlyFor = (when: Rule) =>
  changed({
    cases: drivingLicence.cases.map((eachCase) => ({
      ...eachCase,
      documents: eachCase.documents.map((document) => ({ ...document, when })),
    })),
  })

function feeWith(row: Partial<ProcedureDefinition['cases'][number]['fees'][number]['rows'][number]>) {
  const fees = (drivingLicence.cases[0]?.fees ?? []).map((fee) => ({ ...fee, rows: [{ amount: 1, ...row }] }))
  return changed({ cases: drivingLicence.cases.map((eachCase) => ({ ...eachCase, fees })) })
}

const inRows = (field: Partial<Field>) =>
  asking({
    kind: 'group',
    rowLabel: drivingLicence.name,
    fields: [
      {
        id: 'kind',
        kind: 'choice',
        label: drivingLicence.name,
        options: drivingLicence.form?.pages[0]?.fields[0]?.options,
      },
      { id: 'inner', kind: 'text', label: drivingLicence.name, ...field },
    ],
  })

const WORDS = { POST: 'qua bưu chính', DESK: 'tại quầy', ELECTRONIC: 'bản điện tử' }
const DELIVERED = { answer: 'delivery.way', words: WORDS }

describe('a definition that names what is not there is refused, with the place and the name', () => {
  it.each<[string, ProcedureDefinition, string, string]>([
    ['the case', changed({ caseField: 'nowhere' }), 'caseField', 'nowhere'],
    ['the case, of no choice', changed({ caseField: 'change' }), 'caseField', 'change is a multiline'],
    ['the contact', changed({ contactField: 'nowhere' }), 'contactField', 'nowhere'],
    ['the contact, of no address', changed({ contactField: 'reason' }), 'contactField', 'reason'],
    ['the delivery', changed({ deliveryField: 'nowhere' }), 'deliveryField', 'nowhere'],
    ['the delivery, of other ways', changed({ deliveryField: 'reason' }), 'deliveryField', 'EXPIRED'],
    ['the delivery, of a way too many', withResult({ delivery: ['POST', 'DESK'] }), 'deliveryField', 'ELECTRONIC'],
    [
      'the routing, of no address',
      changed({ routing: { by: 'ward', function: 'communeCommittee', address: 'reason' } }),
      'routing',
      'reason',
    ],
    ['a decision’s words', withResult({ decides: 'Cấp {nowhere}' }), 'result.decides', 'nowhere'],
    ['a decision’s braces', withResult({ decides: 'Cấp {số giấy}' }), 'result.decides', 'brace'],
    ['what a result begins with', withResult({ fromAnswers: { number: 'x.y' } }), 'result.fromAnswers.number', 'x.y'],
    ['what begins', withResult({ fromAnswers: { nowhere: 'reason' } }), 'result.fromAnswers.nowhere', 'nowhere'],
    ['a slot: an answer', withSlots({ previousClass: [{ answer: 'x.y' }] }), 'slots.previousClass', 'x.y of the form'],
    [
      'a slot: a field of the result as answer',
      withSlots({ number: [{ answer: 'number' }] }),
      'slots.number',
      'number',
    ],
    ['a slot: a field of the result', withSlots({ number: [{ field: 'reason' }] }), 'slots.number', 'of the result'],
    ['a slot: a fact', withSlots({ holderBirthDate: [{ fact: 'person.toString' }] }), 'slots.holderBirthDate', 'fact'],
    ['a slot: no day', withSlots({ expiresOn: [{ field: 'number' }] }), 'slots.expiresOn', 'number (licenceNumber)'],
    ['a slot: words as a day', withSlots({ issuedOn: [{ text: 'hôm nay' }] }), 'slots.issuedOn', 'fixed words'],
    ['a slot: a fact of another kind', withSlots({ number: [{ fact: 'person.dob' }] }), 'slots.number', 'person.dob'],
    [
      'a slot: words for an option there is not',
      withSlots({ delivery: [{ ...DELIVERED, words: { ...WORDS, DRONE: 'bằng máy bay' } }] }),
      'slots.delivery',
      'DRONE',
    ],
    [
      'a slot: an option without words',
      withSlots({ delivery: [{ ...DELIVERED, words: { POST: 'qua bưu chính' } }] }),
      'slots.delivery',
      'DESK',
    ],
    ['a slot: words for no choice', withSlots({ number: [{ field: 'number', words: WORDS }] }), 'slots.number', 'POST'],
    ['a document’s condition', onlyFor({ field: 'nowhere', present: true }), '.documents.DON', 'nowhere'],
    ['a document’s condition: an option', onlyFor({ field: 'reason', eq: 'LOST' }), '.documents.DON', 'LOST'],
    ['a document’s condition: a fact', onlyFor({ fact: 'person.age', gt: 3 }), '.documents.DON', 'person.age'],
    [
      'a document’s condition: a field of the result',
      onlyFor({ not: { field: 'isUnlimited', eq: true } }),
      '.documents.DON',
      'isUnlimited',
    ],
    ['a fee’s condition', feeWith({ when: { field: 'reason', in: ['LOST'] } }), '.fees.LP_GPLX', 'LOST'],
    ['a fee’s count', feeWith({ plus: { field: 'nowhere', above: 1, amount: 1 } }), '.fees.LP_GPLX', 'nowhere'],
    [
      'a fee’s count, of no number',
      feeWith({ plus: { field: 'reason', above: 1, amount: 1 } }),
      '.fees.LP_GPLX',
      'reason',
    ],
    ['a question’s condition', asking({ showWhen: { field: 'nowhere', eq: 'x' } }), 'more', 'nowhere'],
    ['a question’s condition: an option', asking({ showWhen: { field: 'reason', eq: 'LOST' } }), 'more', 'LOST'],
    ['a question’s condition: a fact', asking({ showWhen: { fact: 'person.age', gt: 3 } }), 'more', 'person.age'],
    [
      'a question’s condition: yes and no',
      asking({ showWhen: { field: 'licence.isUnlimited', eq: 'yes' } }),
      'more',
      'yes',
    ],
    [
      'a question’s condition: a field of the result',
      asking({ showWhen: { field: 'expiresOn', present: true } }),
      'more',
      'expiresOn',
    ],
    ['a question’s fact', asking({ fact: 'person.age' }), 'more', 'person.age'],
    ['a fact in a row', inRows({ fact: 'person.age' }), 'more.inner', 'person.age'],
    ['a condition in a row', inRows({ showWhen: { field: '.kind', eq: 'LOST' } }), 'more.inner', 'LOST'],
    [
      'a fact of the result’s question',
      withResult({ fields: [{ id: 'number', kind: 'text', label: drivingLicence.name, fact: 'person.age' }] }),
      'number',
      'person.age',
    ],
  ])('%s', (_, definition, place, named) => {
    const problems = problemsOf(definition).filter(({ at, detail }) => at.endsWith(place) && detail.includes(named))
    expect(problems).not.toEqual([])
    const refused = publishable(definition)
    const sentences = refused.ok ? [] : (refused.error.issues ?? []).map(({ words }) => words.en)
    expect(sentences.filter((words) => words.includes(place) && words.includes(named))).not.toEqual([])
  })

  it('so is a template with a slot open, one too many, or one filled by nothing', () => {
    const { template } = drivingLicence.result
    const { number: _, ...open } = template?.slots ?? {}
    const refused = (slots: object) => {
      const result = publishable({
        ...drivingLicence,
        result: { ...drivingLicence.result, template: { ...template, slots } },
      })
      return result.ok ? [] : (result.error.issues ?? []).map(({ path }) => path)
    }
    expect(refused(open)).toEqual(['result.template.slots.number'])
    expect(refused({ ...template?.slots, colour: [{ text: 'xanh' }] })).toEqual(['result.template.slots'])
    expect(refused({ ...template?.slots, number: [] })).toEqual(['result.template.slots.number'])
  })
})
