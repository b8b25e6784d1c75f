import { describe, expect, it } from 'vitest'
import { contactPhone, contactPhoneTyped, phoneWritten } from './contact-phone'

const TODAY = '2026-11-20'

describe('a contact telephone', () => {
  it.each([
    ['024 3942 0000', '+842439420000', '024 3942 0000'],
    ['0225.384.2123', '+842253842123', '0225 384 2123'],
    [' +84 912 345 678 ', '+84912345678', '0912 345 678'],
  ])('%s is kept in one spelling and shown as people write it', (typed, stored, shown) => {
    expect(contactPhoneTyped(typed, TODAY)).toEqual({ ok: true, value: stored })
    expect(phoneWritten(stored)).toBe(shown)
  })

  it('is taken away by typing none, and refused by name where it is none', () => {
    expect(contactPhoneTyped('  ', TODAY)).toEqual({ ok: true, value: null })
    expect(contactPhoneTyped('113', TODAY)).toMatchObject({
      error: { code: 'invalid-input', issues: [{ code: 'phone' }] },
    })
  })

  it('is the officer’s, else the desk’s, else nobody’s', () => {
    expect(contactPhone('+84912345678', '+842439420000')).toEqual({ phone: '+84912345678', answers: 'officer' })
    expect(contactPhone(undefined, '+842439420000')).toEqual({ phone: '+842439420000', answers: 'desk' })
    expect(contactPhone(undefined, undefined)).toBeNull()
  })
})
