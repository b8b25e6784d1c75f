import { describe, expect, expectTypeOf, it } from 'vitest'
import { address, firstPart, pathPattern } from './address'

const file = address('/kiem-tra/[id]/bao-cao.pdf')
const page = address('/tep/[id]/trang/[trang]')
const uploads = address('/api/tep/[[...tai]]')

describe('an address', () => {
  it('has its parts filled in, in their order', () => {
    expect(address('/')()).toBe('/')
    expect(file('a1')).toBe('/kiem-tra/a1/bao-cao.pdf')
    expect(page('a1', 2)).toBe('/tep/a1/trang/2')
  })

  it('asks for as many parts as its route has', () => {
    expectTypeOf(page).parameters.toEqualTypeOf<[string | number, string | number]>()
    expectTypeOf(uploads).parameters.toEqualTypeOf<(string | number)[]>()
    expectTypeOf(address('/')).parameters.toEqualTypeOf<[]>()
  })

  it('ends in any number of parts where its route does', () => {
    expect([uploads(), uploads('a'), uploads('a', 'b')]).toEqual(['/api/tep', '/api/tep/a', '/api/tep/a/b'])
    expect(address('/api/auth/[...lenh]')('callback', 'eid')).toBe('/api/auth/callback/eid')
  })

  it('encodes what would lead elsewhere', () => {
    expect(page('../x?a#b', 'đ /')).toBe('/tep/..%2Fx%3Fa%23b/trang/%C4%91%20%2F')
  })

  it('says which route it is of', () => {
    expect(page.route).toBe('/tep/[id]/trang/[trang]')
  })
})

describe('the paths of an address', () => {
  it('are those whose parts look as they must', () => {
    expect(pathPattern(page, '[a-z]+', '[0-9]+')).toEqual(/^\/tep\/[a-z]+\/trang\/[0-9]+$/)
    expect(pathPattern(address('/'))).toEqual(/^\/$/)
    expect(pathPattern(uploads, '\\w+')).toEqual(/^\/api\/tep\/\w+$/)
  })

  it('hold no dot for any letter', () => {
    expect(pathPattern(file, '\\w+').test('/kiem-tra/a1/bao-cao_pdf')).toBe(false)
  })
})

it('the first part of a path is told without what follows', () => {
  expect(['/', '/ho-so', '/ho-so/1?a', '/tra-cuu?ma=1', '*'].map(firstPart)).toEqual([
    '',
    'ho-so',
    'ho-so',
    'tra-cuu',
    '',
  ])
})
