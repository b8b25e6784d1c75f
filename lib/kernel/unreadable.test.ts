import { expect, it } from 'vitest'
import { z } from 'zod'
import { legible, normaliseSubmissionCode, parseForm } from '.'

it('keeps what people write, in one form, and drops what nobody sees', () => {
  expect(legible('Nguye\u0302\u0303n 👍🏽\tmột\ndòng')).toBe('Nguyễn 👍🏽\tmột\ndòng')
  expect(legible('lý\u0000 do\u202e \ud800\u200btốt\u007f')).toBe('lý do tốt')
  expect(normaliseSubmissionCode('\u0000abc-12')).toBe('ABC12')
})

const reason = z.object({ reason: z.string().trim().min(5).max(2000) })
const form = (typed: string) => {
  const made = new FormData()
  made.set('reason', typed)
  return made
}

it('cleans what a form sends before it is judged', () => {
  expect(parseForm(reason, form('Thôi\u0000 không\u202e làm nữa'))).toEqual({
    ok: true,
    value: { reason: 'Thôi không làm nữa' },
  })
  expect(parseForm(reason, form('\u0000\u200b\u202e\u2066\ud800\u0007'))).toMatchObject({
    error: { code: 'invalid-input', issues: [{ path: 'reason', code: 'too_small' }] },
  })
})

it('refuses a hundred thousand characters by the name of the rule', () => {
  expect(parseForm(reason, form('ư'.repeat(100_000)))).toMatchObject({
    error: { issues: [{ path: 'reason', code: 'too_big', words: { vi: 'Chỉ được nhiều nhất 2000 ký tự hoặc mục.' } }] },
  })
})
