import fc from 'fast-check'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { freeText, legible, normaliseSubmissionCode, parseForm, unaccented } from '.'

it('keeps what people write, in one form, and drops what nobody sees', () => {
  expect(legible('Nguye\u0302\u0303n 👍🏽\tmột\ndòng')).toBe('Nguyễn 👍🏽\tmột\ndòng')
  expect(legible('lý\u0000 do\u202e \ud800\u200btốt\u007f')).toBe('lý do tốt')
  expect(normaliseSubmissionCode('\u0000abc-12')).toBe('ABC12')
})

it.each([
  ['a mark pasted into an address', 'an\u200b@vidu\ufeff.vn', 'an@vidu.vn'],
  ['marks around a telephone number', '\u202a0912 345 678\u202c', '0912 345 678'],
  ['a soft hyphen and a joiner between letters', 'Hà\u00ad N\u200dội', 'Hà Nội'],
  ['letters that are blank', '\u3164\u115f\uffa0', ''],
  ['a blank Braille cell', 'a\u2800b', 'a b'],
  ['a line end of a word processor', 'một\u000bhai\r\nba', 'một\nhai\nba'],
  ['Đ of other alphabets', '\u00d0ặng \u0189ức, \u00f0i D\u0335o', 'Đặng Đức, đi Đo'],
  ['a family, a heart on fire and a flag', '👨‍👩‍👧 ❤️‍🔥 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇻🇳', '👨‍👩‍👧 ❤️‍🔥 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇻🇳'],
  ['signs of writing', 'Sao Mai©\ufe0f ®™', 'Sao Mai© ®™'],
])('reads %s', (_, pasted, readable) => {
  expect(legible(pasted)).toBe(readable)
})

/** Vietnamese letters among everything people paste with them. */
const pasted = fc
  .array(
    fc.oneof(
      fc.constantFrom('a', 'ă', 'đ', 'Đ', 'ễ', ' ', '1', '\n'),
      fc.constantFrom(
        '\u200b',
        '\u200d',
        '\ufe0f',
        '\u202e',
        '\u00ad',
        '\u2800',
        '\u0335',
        '\u00d0',
        '\r',
        '👍',
        '❤',
        '©',
        '\ud800',
      ),
      fc.string({ unit: 'binary', maxLength: 2 }),
    ),
  )
  .map((parts) => parts.join(''))

it('reads again what it has read as the same, with nothing unseen left but what makes an emoji', () => {
  fc.assert(
    fc.property(pasted, (text) => {
      const clean = legible(text)
      expect(legible(clean)).toBe(clean)
      expect(clean.normalize('NFC')).toBe(clean)
      expect(clean.replace(/\u200d|\ufe0f|[\u{e0020}-\u{e007f}]/gu, '')).not.toMatch(
        /\p{Default_Ignorable_Code_Point}|\p{Cs}|\r/u,
      )
    }),
    { numRuns: 2000 },
  )
})

it('finds a name however its Đ was typed', () => {
  for (const typed of ['ĐẶNG', '\u00d0ẶNG', '\u0189ặng', 'D\u0336ặng', '\u00f0\u200bặng'.normalize('NFD')])
    expect(unaccented(typed)).toBe('dang')
})

const reason = z.object({ reason: freeText({ min: 5, max: 2000 }) })
const form = (typed: string) => {
  const data = new FormData()
  data.set('reason', typed)
  return data
}

it('cleans what a form sends before it is judged', () => {
  expect(parseForm(reason, form('Thôi\u0000 không\u202e làm nữa'))).toEqual({
    ok: true,
    value: { reason: 'Thôi không làm nữa' },
  })
  expect(parseForm(reason, form('\u0000\u200b\u202e\u2066\ud800\u0007'))).toMatchObject({
    error: { code: 'invalid-input', issues: [{ path: 'reason', code: 'invalid_format' }] },
  })
})

it('asks for what is blank, and for more only of what is short', () => {
  const words = (typed: string) => {
    const parsed = parseForm(reason, form(typed))
    return parsed.ok ? [] : parsed.error.issues?.map((issue) => issue.words.vi)
  }
  expect(words(' \u200b')).toEqual(['Mục này còn trống. Hãy điền hoặc chọn.'])
  expect(words('hai')).toEqual(['Mục này dài 3 ký tự, ít nhất phải là 5. Hãy viết rõ hơn.'])
})

it('refuses what is too long by the limit and the signs that were counted, as people count them', () => {
  const words = 'Mục này dài 100000 ký tự, nhiều nhất là 2000. Nội dung vẫn còn đây; hãy rút ngắn rồi gửi lại.'
  expect(parseForm(reason, form('ư'.repeat(100_000)))).toMatchObject({
    error: { issues: [{ path: 'reason', code: 'too_big', words: { vi: words } }] },
  })
  expect(parseForm(reason, form(`v${'😀'.repeat(1999)}`)).ok).toBe(true)
  expect(parseForm(reason, form(`v${'😀'.repeat(2000)}`)).ok).toBe(false)
})

it.each(['@@', '??????', '… – …', '👍👍👍👍👍'])('refuses %s where words are asked for', (typed) => {
  expect(parseForm(reason, form(typed))).toMatchObject({
    error: { issues: [{ path: 'reason', words: { vi: expect.stringContaining('chưa có chữ hay số') as string } }] },
  })
})

it('judges each item of a list by what was typed in it, whichever were left out', () => {
  const ticked = z.preprocess(
    (input: { items: unknown[] }) =>
      input.items.filter((item) => typeof item === 'object' && item !== null && 'on' in item),
    z.array(z.object({ why: freeText({ min: 5, max: 10 }) })).min(1),
  )
  const list = new FormData()
  for (const [name, value] of Object.entries({ 'items.0.why': '', 'items.1.on': '1', 'items.1.why': 'hai' }))
    list.set(name, value)
  const parsed = parseForm(ticked, list)
  const issues = parsed.ok ? [] : (parsed.error.issues ?? [])
  expect(issues.map(({ path, words }) => [path, words.vi])).toEqual([
    ['0.why', 'Mục này dài 3 ký tự, ít nhất phải là 5. Hãy viết rõ hơn.'],
  ])
})
