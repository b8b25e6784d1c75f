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
