import { describe, expect, it } from 'vitest'
import { drivingLicence } from '@/lib/seed/procedures/driving-licence'
import type { ProcedureDefinition } from './definition'
import { plain, prefixQuery } from './plain'
import { problemsOf } from './problems'
import { mayPublish, publishable } from './publish'

const changed = (more: Partial<ProcedureDefinition>): ProcedureDefinition => ({ ...drivingLicence, ...more })
const { cases, documents, refusalGrounds, routing } = drivingLicence
const withoutForm = { ...drivingLicence, form: undefined }

describe('problems', () => {
  it.each<[string, ProcedureDefinition, string]>([
    ['a case used twice', changed({ cases: [...cases, ...cases.slice(0, 1)] }), 'duplicate-code'],
    [
      'a ground used twice',
      changed({ refusalGrounds: [...refusalGrounds, ...refusalGrounds.slice(0, 1)] }),
      'duplicate-code',
    ],
    ['a document nobody describes', changed({ documents: documents.slice(1) }), 'dangling-document'],
    ['a case no answer leads to', changed({ cases: cases.slice(1) }), 'unreachable-case'],
    ['a case field that is not asked', changed({ caseField: 'nowhere' }), 'dangling-field'],
    ['a contact that is not asked', changed({ contactField: 'nowhere' }), 'dangling-field'],
    ['a contact that is no address', changed({ contactField: 'reason' }), 'wrong-kind'],
    [
      'an address that is not asked',
      changed({ routing: { ...routing, by: 'province', function: 'trafficPolice', address: 'x' } }),
      'dangling-field',
    ],
    ['partly online without a reason', changed({ level: 'PARTIAL' }), 'contradiction'],
    ['a reason for nothing', changed({ partialReason: 'presence' }), 'contradiction'],
    ['online without a form', withoutForm, 'contradiction'],
    [
      'online without a time limit',
      changed({ cases: cases.map((eachCase) => ({ ...eachCase, timeLimits: [] })) }),
      'contradiction',
    ],
    [
      'a document no case asks for',
      changed({ cases: cases.map((eachCase) => ({ ...eachCase, documents: eachCase.documents.slice(1) })) }),
      'unused-document',
    ],
    [
      'a signature where there is no file',
      changed({ documents: documents.map((document) => ({ ...document, origin: 'form', signature: 'PERSON_CERT' })) }),
      'signature-nowhere',
    ],
    [
      'a signature on a photograph',
      changed({ documents: documents.map((document) => ({ ...document, origin: 'upload', signature: 'ORG_CERT' })) }),
      'signature-nowhere',
    ],
  ])('%s', (_, definition, code) => {
    expect(problemsOf(definition).map((problem) => problem.code)).toContain(code)
    const refused = publishable(definition)
    expect(refused.ok ? [] : refused.error.issues?.map((issue) => issue.code)).toContain(code)
  })

  it('are none in what is published, nor does an unknown key pass', () => {
    expect(publishable(drivingLicence).ok).toBe(true)
    expect(publishable({ ...drivingLicence, feee: 1 }).ok).toBe(false)
    expect(publishable({ ...drivingLicence, isSample: false }).ok).toBe(false)
    expect(publishable(null).ok).toBe(false)
  })
})

describe('publishing', () => {
  const officer = (role: 'systemAdmin' | 'agencyLeader') =>
    ({ kind: 'officer', userId: 'u', name: 'n', grants: [{ role, agencyCode: 'G01', unitId: null }] }) as const
  it('is for the system administrator and the worker', () => {
    expect(mayPublish(officer('systemAdmin'))).toBe(true)
    expect(mayPublish({ kind: 'worker', name: 'seed' })).toBe(true)
    expect(mayPublish(officer('agencyLeader'))).toBe(false)
    expect(mayPublish({ kind: 'anonymous' })).toBe(false)
  })
})

describe('what people type', () => {
  it('loses diacritics, case and signs, composed or not', () => {
    expect(plain('  ĐỔI giấy-phép “lái xe” ')).toBe('doi giay phep lai xe')
    expect(plain('Đổi'.normalize('NFD'))).toBe('doi')
    expect(plain('1.002809')).toBe('1.002809')
    expect(prefixQuery("lái: & | ! ( ' xe")).toBe('lai & xe')
    expect(prefixQuery('khuyến mại')).toBe('khuyen:* & mai')
    expect(prefixQuery('…')).toBe('')
  })
})
