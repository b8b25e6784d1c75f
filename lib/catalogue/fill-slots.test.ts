import { expect, it } from 'vitest'
import { drivingLicence } from '@/lib/seed/procedures/driving-licence'
import { procedureDefinition } from './definition'
import { deliveryWay } from './delivery'
import { filledSlots } from './fill-slots'
import type { ResultTemplate, SlotSource } from './result-template'

const WORDS = { POST: 'qua bưu chính', DESK: 'tại quầy' }
const NOTHING = { answers: {}, facts: {}, fields: {} }

function templateWith(sources: SlotSource[]): ResultTemplate {
  const { template } = drivingLicence.result
  if (template === undefined) throw new Error('the driving licence has no template')
  return { ...template, slots: { ...template.slots, delivery: sources } }
}

it.each<[string, SlotSource[], Partial<typeof NOTHING> & object, unknown]>([
  ['an answer', [{ answer: 'a' }], { answers: { a: 'x' } }, 'x'],
  ['a field of the result', [{ field: 'a' }], { answers: { a: 'x' }, fields: { a: 'y' } }, 'y'],
  ['a fact', [{ fact: 'person.dob' }], { facts: { 'person.dob': { y: 1990 } } }, { y: 1990 }],
  ['the words of an option', [{ answer: 'a', words: WORDS }], { answers: { a: 'DESK' } }, 'tại quầy'],
  ['the first that says something', [{ answer: 'a' }, { answer: 'b' }], { answers: { a: '', b: 'y' } }, 'y'],
  ['fixed words at last', [{ answer: 'a', words: WORDS }, { text: 'z' }], { answers: { a: 'toString' } }, 'z'],
  ['nothing where nothing is said', [{ answer: 'a' }, { field: 'a' }], {}, undefined],
])('a slot is filled with %s', (_, sources, scope, filled) => {
  expect(filledSlots(templateWith(sources), { ...NOTHING, ...scope })('delivery')).toEqual(filled)
})

it.each([
  ['the field the definition names', { deliveryField: 'how' }, { how: 'DESK' }, 'DESK'],
  ['the field of before, where it names none', {}, { 'delivery.way': 'POST' }, 'POST'],
  ['the account, where nothing is chosen', { deliveryField: 'how' }, { 'delivery.way': 'POST' }, 'ELECTRONIC'],
  ['the account, where no such way is', { deliveryField: 'how' }, { how: 'DRONE' }, 'ELECTRONIC'],
])('the result is delivered by %s', (_, definition, answers, way) => {
  expect(deliveryWay(definition, answers)).toBe(way)
})

it('a revision of before is read as what it always meant, and one of today as it is', () => {
  const older = { ...drivingLicence, result: { ...drivingLicence.result, template: 'drivingLicence' } }
  const { template } = procedureDefinition.parse(older).result
  expect(template && Object.keys(template.slots)).toEqual(Object.keys(drivingLicence.result.template?.slots ?? {}))
  const fill = (slotted: ResultTemplate | undefined) =>
    slotted &&
    filledSlots(slotted, {
      answers: { 'licence.paperNumber': 'AB 123456', 'licence.issueDate': '2016-12-15', 'delivery.way': 'ELECTRONIC' },
      facts: { 'person.dob': { y: 1990 } },
      fields: { number: '790123456789', class: 'B' },
    })
  const [before, today] = [fill(template), fill(drivingLicence.result.template)]
  for (const name of ['holderBirthDate', 'previousNumber', 'previousIssuedOn', 'number', 'delivery'] as const)
    expect(before?.(name)).toEqual(today?.(name) ?? 'nothing')
  const decision = { ...drivingLicence, result: { ...drivingLicence.result, template: 'decision' } }
  expect(procedureDefinition.parse(decision).result).not.toHaveProperty('template')
  expect(procedureDefinition.parse(drivingLicence)).toEqual(drivingLicence)
})
