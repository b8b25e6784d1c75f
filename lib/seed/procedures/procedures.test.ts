import { describe, expect, it } from 'vitest'
import type { ProcedureDefinition } from '@/lib/catalogue'
import { feeAt, problemsOf, procedureDefinition, requiredDocuments, timeLimitAt } from '@/lib/catalogue'
import type { Answers, FormDefinition } from '@/lib/forms'
import { fieldsOf, issuesOf, submittedAnswers, walk } from '@/lib/forms'
import { sampleAnswers } from '@/lib/testing/sample-answers'
import wards from '../reference/wards.json'
import { birthRegistration } from './birth-registration'
import { drivingLicence } from './driving-licence'
import { healthInsuranceCard } from './health-insurance-card'
import { householdBusiness } from './household-business'
import { SAMPLE_PROCEDURES } from './index'
import { judicialRecord } from './judicial-record'

const today = '2026-11-21'
const scope = { answers: {}, facts: {}, today }
const online = SAMPLE_PROCEDURES.filter((definition) => definition.online)
const fillSamples = (form: FormDefinition) => sampleAnswers(form, today)
const formOf = ({ form }: ProcedureDefinition): FormDefinition => form ?? { pages: [] }

describe('the sample procedures', () => {
  it('are thirty at least, each code and address once', () => {
    const codes = SAMPLE_PROCEDURES.flatMap(({ code, otherCodes = [] }) => [
      code,
      ...otherCodes.map((other) => other.code),
    ])
    const slugs = SAMPLE_PROCEDURES.map(({ slug }) => slug)
    expect(SAMPLE_PROCEDURES.length).toBeGreaterThanOrEqual(30)
    expect(new Set(codes).size).toBe(codes.length)
    expect(new Set(slugs).size).toBe(slugs.length)
    expect(online).toHaveLength(8)
  })

  it.each(SAMPLE_PROCEDURES.map((definition) => [definition.slug, definition] as const))(
    '%s has no problem',
    (_, definition) => {
      const parsed = procedureDefinition.safeParse(JSON.parse(JSON.stringify(definition)))
      expect(parsed.error?.issues ?? []).toEqual([])
      expect(problemsOf(definition)).toEqual([])
    },
  )

  it.each(online.map((definition) => [definition.slug, formOf(definition)] as const))(
    '%s can be filled in with its samples',
    (_, form) => {
      const answers = fillSamples(form)
      expect(issuesOf(form, { ...scope, answers })).toEqual([])
      expect(walk(form, { ...scope, answers }).complete).toBe(true)
    },
  )

  it('name only wards there are', () => {
    const wardsJson = JSON.stringify(wards)
    const samples = online
      .flatMap((definition) => fieldsOf(formOf(definition)))
      .filter(({ kind }) => kind === 'address')
    for (const { sample } of samples) {
      const code = /"wardCode":"(\d{5})"/.exec(JSON.stringify(sample))?.[1] ?? 'none'
      expect(wardsJson).toContain(code)
    }
  })
})

describe('the driving licence', () => {
  const answers = fillSamples(formOf(drivingLicence))
  const costs = (day: string) => feeAt(drivingLicence, 'EXPIRED', { ...scope, answers, today: day }).total
  const papers = (more: Answers) =>
    requiredDocuments(drivingLicence, 'EXPIRED', { ...scope, answers: { ...answers, ...more } }).map(({ code }) => code)

  it('costs what it costs on the day', () => {
    expect(['2023-11-30', '2023-12-01', '2025-12-31', '2026-01-01', today].map(costs)).toEqual([
      135_000, 115_000, 115_000, 135_000, 135_000,
    ])
    expect(timeLimitAt(drivingLicence, 'EXPIRED', today)?.policy.amount).toBe(5)
  })

  it('asks for the health certificate but from those who need none', () => {
    expect(papers({})).toEqual(['DON', 'GPLX', 'GKSK', 'ANH'])
    expect(papers({ 'licence.class': 'A1', 'licence.isUnlimited': true })).toEqual(['DON', 'GPLX', 'ANH'])
    expect(papers({ 'licence.class': 'A1', 'licence.isUnlimited': false })).toContain('GKSK')
    expect(papers({ 'person.nationality': 'Nhật Bản' })).toContain('HC')
  })

  it('does not hand in answers that no longer apply', () => {
    const changed = { ...answers, 'licence.class': 'A1', 'licence.isUnlimited': true }
    const submitted = submittedAnswers(formOf(drivingLicence), { ...scope, answers: changed })
    expect(Object.keys(submitted).filter((id) => id.startsWith('healthCert'))).toEqual([])
    expect(changed).toHaveProperty(['healthCert.number'])
  })
})

/** What is wrong at one question when it is answered so. */
function wrongAt({ form }: ProcedureDefinition, id: string, more: Answers): string[] {
  const definition = form ?? { pages: [] }
  const issues = issuesOf(definition, { ...scope, answers: { ...fillSamples(definition), ...more } })
  return issues.filter(({ path }) => path === id).map(({ code }) => code)
}

describe('words that cannot be true', () => {
  it.each(['Công ty Sao Mai', 'DOANH NGHIỆP Sao Mai', 'Hộ kinh doanh Sao Mai'])(
    '%s names no household business',
    (name) => {
      expect(wrongAt(householdBusiness, 'name', { name })).toEqual(['with-words'])
    },
  )

  it('a change of an insurance card changes something', () => {
    const change = (to: string) => ({
      reason: 'CHANGE',
      'change.field': 'FACILITY',
      'change.old': 'Bệnh viện A',
      'change.new': to,
    })
    expect(wrongAt(healthInsuranceCard, 'change.new', change('Bệnh viện A'))).toEqual(['same-as-other'])
    expect(wrongAt(healthInsuranceCard, 'change.new', change('Bệnh viện B'))).toEqual([])
  })
})

describe('fees by answers', () => {
  it('count copies and reductions of the judicial record', () => {
    const costs = (more: Answers) =>
      feeAt(judicialRecord, 'TYPE_1', { ...scope, answers: { ...fillSamples(formOf(judicialRecord)), ...more } }).total
    expect(costs({})).toBe(200_000)
    expect(costs({ copies: 4 })).toBe(210_000)
    expect(costs({ feeGroup: 'REDUCED', copies: 3 })).toBe(105_000)
    expect(costs({ feeGroup: 'FREE', copies: 9 })).toBe(0)
  })

  it('are free for a birth in time, unknown for a late one', () => {
    const answers = fillSamples(formOf(birthRegistration))
    const costs = (dob: string) =>
      feeAt(birthRegistration, 'CERTIFICATE', { ...scope, answers: { ...answers, 'child.dob': dob } }).total
    expect([costs('2026-11-01'), costs('2026-09-22'), costs('2026-09-21')]).toEqual([0, 0, null])
  })
})
