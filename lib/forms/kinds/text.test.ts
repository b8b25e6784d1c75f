import { describe, expect, it } from 'vitest'
import type { Answers } from '../answers'
import type { Field } from '../definition'
import { judge } from '../judge'

describe('text that says something of its own', () => {
  const label = { vi: 'Mục', en: 'Item' }
  const scope = { facts: {}, today: '2026-11-21' }
  const words = (options: Partial<Field>, raw: string, answers: Answers = {}) => {
    const verdict = judge({ id: 'it', kind: 'text', label, ...options }, 'it', raw, { ...scope, answers })
    return verdict.ok ? 'fine' : verdict.issues[0]?.words.vi
  }
  it('is not what stands in another field already', () => {
    const refusal = 'Mục: trùng với “Bệnh viện A” đã nhập ở trên. Hãy kiểm tra lại cả hai mục.'
    expect(words({ differsFromField: 'old' }, ' Bệnh  viện A ', { old: 'Bệnh viện A' })).toBe(refusal)
    expect(words({ differsFromField: 'old' }, 'Bệnh viện B', { old: 'Bệnh viện A' })).toBe('fine')
    expect(words({ differsFromField: 'old' }, 'Bệnh viện A')).toBe('fine')
    const fields = ['old', 'now'].map((id): Field => ({ id, kind: 'text', label }))
    const group: Field = { id: 'it', kind: 'group', label, fields }
    const compared = {
      ...group,
      fields: fields.map((field, at) => (at === 0 ? field : { ...field, differsFromField: '.old' })),
    }
    const verdict = judge(compared, 'it', [{ old: 'A', now: 'A' }], { ...scope, answers: {} })
    expect(verdict.ok ? [] : verdict.issues.map(({ path, code }) => `${path}: ${code}`)).toEqual([
      'it.0.now: same-as-other',
    ])
  })
  it('has none of the words it may not have', () => {
    const refusal = 'Mục: không được có cụm từ “công ty”. Hãy bỏ cụm từ đó.'
    for (const name of ['Công ty Sao Mai', 'CÔNG  TY SAO MAI', 'Sao Mai công ty'.normalize('NFD')])
      expect(words({ withoutWords: ['doanh nghiệp', 'công ty'] }, name)).toBe(refusal)
    expect(words({ withoutWords: ['công ty'] }, 'Sao Mai')).toBe('fine')
  })
})
