import { describe, expect, it } from 'vitest'
import { ERRORS } from '@/lib/errors'
import { LOCALES } from '@/lib/i18n'
import type { ErrorCode } from '@/lib/kernel'
import { errorResponse, plainRefusal } from './error-response'

const codes = Object.keys(ERRORS).filter((code): code is ErrorCode => Object.hasOwn(ERRORS, code))
const issues = [{ path: 'items.1.reason', code: 'required', words: { vi: 'Còn trống.', en: 'It is empty.' } }]

describe.each(LOCALES)('a refusal in %s', (locale) => {
  it.each(codes)('as data: %s', async (code) => {
    const response = errorResponse({ locale }, { code, issues })
    expect(response.status).toBe(ERRORS[code].status)
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.headers.get('content-type')).toContain('application/json')
    expect(await response.json()).toEqual({
      ...{ code, words: ERRORS[code].words[locale] },
      issues: [{ path: 'items.1.reason', code: 'required', words: issues[0]?.words[locale] }],
    })
  })

  it('as plain words, with what it is about, and no more than that', async () => {
    const detail = { name: 'a.pdf', limit: '50 MB', secret: 'never named' }
    const response = plainRefusal({ locale }, { code: 'file-too-large', detail })
    const words = await response.text()
    expect(response.status).toBe(ERRORS['file-too-large'].status)
    expect(words).toContain('a.pdf')
    expect(words).not.toContain('{')
    expect(words).not.toContain('never named')
  })

  it('has no places where none are concerned', async () => {
    expect(await errorResponse({ locale }, { code: 'not-found' }).json()).toMatchObject({ issues: [] })
  })
})
