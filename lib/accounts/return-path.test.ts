import fc from 'fast-check'
import { expect, it } from 'vitest'
import { returnPath, sameSitePath, staffPath, withQuery, withReturn } from './return-path'

const ORIGIN = 'https://dichvucong.example.vn'
const spice = fc.constantFrom(
  '/',
  '\\',
  '.',
  '..',
  '\t',
  '\n',
  '\r',
  ' ',
  '@',
  ':',
  '//',
  '%2f',
  '%5c',
  'evil.example',
  '?',
  '#',
  'https:',
)
const hostile = fc.oneof(
  fc.array(fc.oneof(spice, fc.string({ maxLength: 3 })), { maxLength: 12 }).map((parts) => `/${parts.join('')}`),
  fc.string(),
  fc.webUrl(),
  fc.webUrl().map((url) => `/${url}`),
)

it('never leads off the site, whatever is given', () => {
  fc.assert(
    fc.property(hostile, (tiep) => {
      const path = returnPath(tiep)
      expect(path).toMatch(/^\/(?![/\\])/)
      expect(new URL(path, ORIGIN).origin).toBe(ORIGIN)
      expect(new URL(`${ORIGIN}${path}`).origin).toBe(ORIGIN)
    }),
    { numRuns: 3000 },
  )
})

it('keeps a page of ours with its query and its field', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z0-9-]{1,12}$/), { minLength: 1, maxLength: 4 }), (parts) => {
      const path = `/ho-so/${parts.join('/')}?a=1#truong`
      expect(returnPath(path)).toBe(path)
    }),
  )
})

it.each([
  ['//evil.example'],
  ['/\\evil.example'],
  ['/\t/evil.example'],
  ['/.//evil.example'],
  ['/a/..//evil.example'],
  ['https://evil.example'],
  ['javascript:alert(1)'],
  [undefined],
  [['/ho-so']],
])('refuses %j', (value) => {
  expect(sameSitePath(value)).toBeNull()
})

it('does not send back into signing in', () => {
  expect(returnPath('/dang-nhap/can-bo', '/tai-khoan')).toBe('/tai-khoan')
  expect(returnPath('/api/auth/signout')).toBe('/')
  expect(returnPath('/api/ky/tu-xa/tro-lai?state=a&code=b')).toBe('/api/ky/tu-xa/tro-lai?state=a&code=b')
  expect(returnPath('/api/ky/tu-xa/tro-lai/../../auth/signout?a')).toBe('/')
  expect(returnPath('/dang-nhap-khac')).toBe('/dang-nhap-khac')
})

it('hands the page on', () => {
  expect(withReturn('/dang-nhap', '/ho-so/1#ten')).toBe('/dang-nhap?tiep=%2Fho-so%2F1%23ten')
  expect(withReturn('/dang-nhap', '//evil.example')).toBe('/dang-nhap')
})

it('comes back to a queue as it was narrowed, whatever the query holds, and never leaves the site for it', () => {
  const parts = { 'hang-doi': 'qua-han', q: 'Đổi & cấp #1', chon: undefined, nguoi: '', sau: ['a', 'b'] }
  const path = withQuery('/can-bo', parts)
  expect(path).toBe('/can-bo?hang-doi=qua-han&q=%C4%90%E1%BB%95i+%26+c%E1%BA%A5p+%231&sau=a&sau=b')
  expect(staffPath(path, '/can-bo')).toBe(path)
  expect(withQuery('/can-bo', {})).toBe('/can-bo')
  expect(withQuery('/can-bo', { q: 'x'.repeat(3000) })).toBe('/can-bo')
  fc.assert(
    fc.property(fc.dictionary(hostile, hostile), (query) => {
      const back = staffPath(withQuery('/can-bo', query), '/can-bo')
      expect(back).toMatch(/^\/can-bo(\?|$)/)
      expect(new URL(back, ORIGIN).origin).toBe(ORIGIN)
    }),
  )
})

it('leads staff to their desk where nothing else was asked for, never to the citizens’ home page', () => {
  for (const tiep of [undefined, '', '/', '//evil.example', '/dang-nhap/can-bo'])
    expect(staffPath(tiep, '/can-bo')).toBe('/can-bo')
  expect(staffPath('/can-bo/ho-so/1', '/can-bo')).toBe('/can-bo/ho-so/1')
})
