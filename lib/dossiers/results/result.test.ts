import { describe, expect, it } from 'vitest'
import type { ProcedureDefinition } from '@/lib/catalogue'
import { resultForm } from '@/lib/catalogue'
import { DOCUMENT_SCHEMAS } from '@/lib/documents'
import type { Answers, Facts, Scope } from '@/lib/forms'
import { SAMPLE_PROCEDURES } from '@/lib/seed/procedures'
import { sampleAnswers, sampleInputs } from '@/lib/testing/sample-answers'
import type { DossierResult } from '../dossier/dossier'
import { readResultDraft, resultFaults } from './result-draft'
import { draftPaperOf } from '../papers/paper-result'
import { aPaperSource, DAY } from '../papers/paper-source.fixture'
import { fieldsToBegin } from './result-fields'

const today = '2026-11-21'
const online = SAMPLE_PROCEDURES.filter((definition) => definition.online)

function procedure(code: string): ProcedureDefinition {
  const definition = online.find((definition) => definition.code === code)
  if (definition === undefined) throw new Error(`no procedure ${code}`)
  return definition
}

/** A dossier's answers as its form's samples make them. */
function scopeOf({ form }: ProcedureDefinition, facts: Facts = {}): Scope {
  return { answers: sampleAnswers(form ?? { pages: [] }, today), facts, today }
}

/** What the officer's form sends: granted, the samples of the result's fields, and what was typed otherwise. */
function grantForm(definition: ProcedureDefinition, typed: Record<string, string> = {}): FormData {
  const form = new FormData()
  const entries = { outcome: 'granted', reason: 'Đủ điều kiện theo quy định.', ...samples(definition), ...typed }
  for (const [name, value] of Object.entries(entries)) form.set(name, value)
  return form
}

function samples({ result }: ProcedureDefinition): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sampleInputs(result.fields ?? [])).flatMap(([id, value]) =>
      typeof value === 'string' ? [[id, value] as const] : [],
    ),
  )
}

const readDraft = (definition: ProcedureDefinition, typed?: Record<string, string>) =>
  readResultDraft(definition, grantForm(definition, typed), scopeOf(definition))

const wrongIn = (definition: ProcedureDefinition, typed: Record<string, string>) => {
  const draft = readDraft(definition, typed)
  return draft.ok ? [] : (draft.error.issues ?? []).map(({ path }) => path.split('.')[0])
}

/** The paper of a proposal with these fields, on the day given. */
function paper(definition: ProcedureDefinition, more: Partial<DossierResult> = {}, facts: Facts = {}) {
  const draft = readDraft(definition)
  if (!draft.ok) throw new Error(JSON.stringify(draft.error.issues?.map(({ words }) => words.vi)))
  const { outcome, reason, fields } = draft.value
  const result: DossierResult = {
    ...{ dossierId: '0', outcome, ground: null, reason, fields, draftedBy: '0', draftedAt: DAY },
    ...{ number: null, approvedBy: null, approvedAt: null, sentBackReason: null, ...more },
  }
  const scope = { ...scopeOf(definition, facts), answers: { ...scopeOf(definition).answers, ...fields } }
  return DOCUMENT_SCHEMAS.result.parse(draftPaperOf(aPaperSource(definition, { result, scope, facts }), 'KQ-TTHC'))
}

const jsonOf = (value: unknown) => JSON.stringify(value)

describe.each(online.map((definition) => [definition.slug, definition] as const))(
  'the result of %s',
  (_, definition) => {
    it('asks for what its paper states, takes its own samples, and makes a paper of them', () => {
      expect(resultForm(definition)).not.toBeNull()
      expect(readDraft(definition)).toMatchObject({ ok: true })
      expect(jsonOf(paper(definition))).not.toMatch(/\{[a-z]/i)
    })

    it('begins with what the dossier says', () => {
      const { fromAnswers = {} } = definition.result
      const begun = fieldsToBegin(definition, scopeOf(definition), undefined)
      const answered = Object.entries(fromAnswers).filter(([, id]) => scopeOf(definition).answers[id] !== undefined)
      expect(answered.length).toBeGreaterThan(0)
      for (const [id] of answered) expect(begun[id]).toBeDefined()
    })

    it('is refused where it is typed badly, and a ground of nobody’s list as well', () => {
      const blank = Object.fromEntries(Object.keys(samples(definition)).map((id) => [id, '']))
      expect(wrongIn(definition, blank).length).toBeGreaterThan(0)
      expect(wrongIn(definition, { outcome: 'denied', ground: 'Vì tôi muốn thế' })).toEqual(['ground'])
      expect(wrongIn(definition, { outcome: 'denied', ground: '', reason: '' })).toEqual(['ground', 'reason'])
      const [ground] = definition.refusalGrounds
      expect(wrongIn(definition, { outcome: 'denied', ground: ground?.words.vi ?? '' })).toEqual([])
    })

    it('cites only what is in force on its day', () => {
      const { grounds } = paper(definition)
      expect(jsonOf(grounds)).not.toMatch(/03\/2026|175\/2024|12\/2025|61\/2018/)
    })
  },
)

describe('a driving licence as a result', () => {
  const licence = procedure('1.002809')

  it('is never number 12, class ZZ9, of 99/99/9999 or until yesterday', () => {
    const wrong = { number: '12', class: 'ZZ9', issuedOn: '99/99/9999', expiresOn: 'hôm qua' }
    expect(wrongIn(licence, wrong)).toEqual(['number', 'class', 'issuedOn', 'expiresOn'])
    expect(wrongIn(licence, { expiresOn: '20/11/2026' })).toEqual(['expiresOn'])
  })

  it('has no expiry where its class has no term', () => {
    expect(wrongIn(licence, { class: 'A1', isUnlimited: 'yes', expiresOn: '' })).toEqual([])
    expect(wrongIn(licence, { class: 'A1', isUnlimited: 'no', expiresOn: '' })).toEqual(['expiresOn'])
  })

  it('that was kept before it had rules does not reach the leader', () => {
    const fields: Answers = { number: '12', class: 'ZZ9', expiresOn: 'hôm qua' }
    const scope = scopeOf(licence)
    const faults = resultFaults(licence, { outcome: 'granted' }, { ...scope, answers: { ...scope.answers, ...fields } })
    expect(faults.map(({ path }) => path)).toEqual(['number', 'class', 'expiresOn'])
  })
})

describe('a decision', () => {
  it('on a birth names the child and the law of its day', () => {
    const birth = procedure('1.001193')
    const decision = jsonOf(paper(birth))
    expect(decision).toContain('Đăng ký khai sinh cho NGUYỄN MINH ANH, sinh ngày 01/11/2026')
    expect(decision).toContain('Luật Hộ tịch 2014')
    const later = paper(birth, { draftedAt: new Date('2027-03-02T03:00:00Z') })
    expect(later.grounds.join()).toContain('Luật Hộ tịch 03/2026/QH16')
    expect(later.grounds.join()).not.toContain('Luật Hộ tịch 2014')
  })

  it('cites no law that was not checked against its text', () => {
    expect(paper(procedure('2.000033')).grounds.join()).not.toContain('128/2024')
  })

  it('names an organisation, and addresses a person', () => {
    const promotion = procedure('2.000033')
    const facts = { 'organisation.taxCode': '0312687878' }
    expect(jsonOf(paper(promotion, {}, facts))).not.toMatch(/ông \(bà\)/i)
    expect(jsonOf(paper(procedure('1.001193')))).toContain('ông (bà) Nguyễn Văn An')
  })
})
