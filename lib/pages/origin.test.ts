import { describe, expect, test } from 'vitest'
import { isForeignChange } from './origin'

const post = { method: 'POST', host: 'cong.test:3000', origin: null, fetchSite: null }

describe('a change sent from another site', () => {
  test.each([
    ['the same origin', { ...post, origin: 'http://cong.test:3000' }, false],
    ['another host', { ...post, origin: 'http://la.test:3000' }, true],
    ['another port', { ...post, origin: 'http://cong.test:3001' }, true],
    ['an opaque origin', { ...post, origin: 'null' }, true],
    ['no origin, cross-site', { ...post, fetchSite: 'cross-site' }, true],
    ['no origin, a sibling site', { ...post, fetchSite: 'same-site' }, true],
    ['no origin, same origin', { ...post, fetchSite: 'same-origin' }, false],
    ['a program without either header', post, false],
    ['a reading from anywhere', { ...post, method: 'GET', origin: 'http://la.test' }, false],
  ])('%s', (_, request, expected) => {
    expect(isForeignChange(request)).toBe(expected)
  })
})
