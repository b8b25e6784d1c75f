import { describe, expect, test } from 'vitest'
import { PUBLIC_PAGES } from '@/lib/portal/server'
import { publicPage as publicPageOf } from './rules'

const publicPage = (url: string) => publicPageOf(PUBLIC_PAGES, url)

describe('a public page', () => {
  test.each([
    ['/', '/?', 'kept'],
    ['/?utm=1', '/?', 'kept'],
    ['/tim-kiem?trang=9&q=%20b%E1%BA%B1ng%20', '/tim-kiem?q=b%E1%BA%B1ng', 'asked'],
    ['/tim-kiem?q=c%C3%A1i+g%C3%AC?', '/tim-kiem?q=c%C3%A1i+g%C3%AC%3F', 'asked'],
    ['/tra-cuu?ma=H26-261008-0975&x=1', '/tra-cuu?ma=H26-261008-0975', 'asked'],
    ['/dich-vu/doi-giay-phep-lai-xe?truong-hop=EXPIRED', '/dich-vu/doi-giay-phep-lai-xe?truong-hop=EXPIRED', 'kept'],
  ])('%s is known by what it depends on', (url, key, pool) => {
    const page = publicPage(url)
    expect(page && [`${page.path}?${page.query}`, page.pool]).toEqual([key, pool])
  })

  test.each([
    '/ho-so',
    '/kiem-tra-chu-ky?van-ban=x',
    '/kiem-tra-chu-ky/abc',
    '/dich-vu/x/nop',
    '/dang-nhap',
    '/api/health/live',
    `/tim-kiem?q=${'a'.repeat(2000)}`,
  ])('%.40s is none', (url) => {
    expect(publicPage(url)).toBeNull()
  })

  test('composed and decomposed letters are one question', () => {
    expect(publicPage(`/tim-kiem?q=${encodeURIComponent('bằng'.normalize('NFD'))}`)?.query).toBe(
      publicPage(`/tim-kiem?q=${encodeURIComponent('bằng'.normalize('NFC'))}`)?.query,
    )
  })
})

describe('a rule', () => {
  const ruled = (url: string) =>
    publicPageOf(
      [
        { path: /^\/a$/, query: ['q', 'x'], pool: 'asked', tags: (path) => [`of:${path}`], notWith: ['sua', 'in'] },
        { path: /^\/b$/, query: [], pool: 'kept', tags: () => [], scripts: 'late' },
      ],
      url,
    )

  test('says which values count, in its own order; blank ones do not', () => {
    expect(ruled('/a?x=2&q=1')?.query).toBe('q=1&x=2')
    expect(ruled('/a?q=+&x=')?.query).toBe('')
    expect(ruled('/a?q=1&q=2')?.query).toBe('q=1')
    expect(ruled('/a')).toMatchObject({ pool: 'asked', tags: ['of:/a'], scripts: 'none' })
    expect(ruled('/b?q=1')).toMatchObject({ query: '', scripts: 'late' })
  })
  test('says with what it is another page', () => {
    expect(['/a?sua', '/a?in=1', '/a?q=1&sua=', '/a?sua=1&in=1'].map(ruled)).toEqual([null, null, null, null])
    expect(ruled('/a?q=sua')?.query).toBe('q=sua')
  })
  test('holds for addresses of up to 1024 characters', () => {
    expect(ruled(`/a?q=${'a'.repeat(1019)}`)).not.toBeNull()
    expect(ruled(`/a?q=${'a'.repeat(1020)}`)).toBeNull()
  })
})
