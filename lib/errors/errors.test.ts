import { describe, expect, it } from 'vitest'
import { ACCOUNT_ERRORS } from '@/lib/accounts'
import { ATTACHMENT_ERRORS } from '@/lib/attachments'
import { DOSSIER_ERRORS } from '@/lib/dossiers'
import { LOCALES } from '@/lib/i18n'
import { KERNEL_ERRORS } from '@/lib/kernel'
import type { ErrorRow } from '@/lib/kernel'
import { SIGNING_ERRORS } from '@/lib/signing'
import { errorAnswer, errorLine, errorWords, keptErrorWords } from './error-words'
import { ERRORS } from './errors'

const TABLES = [KERNEL_ERRORS, ACCOUNT_ERRORS, ATTACHMENT_ERRORS, SIGNING_ERRORS, DOSSIER_ERRORS]
const placeholders = (words: string) => [...words.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()

describe('the refusals of the house', () => {
  it('are each in the table of one module', () => {
    expect(TABLES.flatMap((table) => Object.keys(table)).sort()).toEqual(Object.keys(ERRORS).sort())
  })

  it.each(TABLES.flatMap((table) => Object.entries<ErrorRow>(table)))(
    '%s: a status of a refusal, and the same said in every language',
    (code, row) => {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(row.status).toBeGreaterThanOrEqual(400)
      expect(row.status).toBeLessThan(600)
      for (const locale of LOCALES) {
        expect(row.words[locale].trim()).not.toBe('')
        expect(placeholders(row.words[locale])).toEqual(placeholders(row.words.vi))
      }
    },
  )
})

describe('the words of a refusal', () => {
  const error = { code: 'sign-in-paused', detail: { seconds: 30 } } as const
  const issue = { path: 'phone', code: 'phone', words: { vi: 'Số này thiếu chữ số.', en: 'A digit is missing.' } }

  it('are filled with its values, for people and for programs', () => {
    expect(errorWords(error, 'en')).toContain('wait 30 seconds')
    expect(errorAnswer(error, 'vi')).toEqual({ status: 429, words: errorWords(error, 'vi') })
  })

  it('in one line are those of the first place concerned', () => {
    expect(errorLine({ ...error, issues: [issue] }, 'en')).toBe('A digit is missing.')
    expect(errorLine({ ...error, issues: [] }, 'en')).toBe(errorWords(error, 'en'))
  })

  it('are found again for one that was kept, while the house knows its code', () => {
    expect(keptErrorWords(error, 'vi')).toBe(errorWords(error, 'vi'))
    for (const code of ['no-longer-known', 'constructor', '']) expect(keptErrorWords({ code }, 'vi')).toBeNull()
  })
})
