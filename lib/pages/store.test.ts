import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createStore } from './store'

describe('the store', () => {
  test('lets the least recently used go first', () => {
    const store = createStore(3)
    for (const key of ['a', 'b', 'c']) store.set(key, { bytes: 1, tags: [] })
    store.get('a')
    store.set('d', { bytes: 1, tags: [] })
    expect(['a', 'b', 'c', 'd'].filter((key) => store.get(key))).toEqual(['a', 'c', 'd'])
  })

  test('drops what carries a tag and nothing else', () => {
    const store = createStore(9)
    store.set('a', { bytes: 1, tags: ['x', 'y'] })
    store.set('b', { bytes: 1, tags: ['y'] })
    store.drop('x')
    expect([store.get('a'), store.get('b')?.bytes, store.size()]).toEqual([undefined, 1, { entries: 1, bytes: 1 }])
  })

  test('holds what fits just so, and nothing under a key whose entry outgrew it', () => {
    const store = createStore(9)
    store.set('a', { bytes: 9, tags: ['x'] })
    expect(store.size()).toEqual({ entries: 1, bytes: 9 })
    store.set('a', { bytes: 10, tags: ['x'] })
    expect([store.get('a'), store.size()]).toEqual([undefined, { entries: 0, bytes: 0 }])
  })

  test('begins anew when it is cleared, its tags with it', () => {
    const store = createStore(9)
    store.set('a', { bytes: 9, tags: ['x'] })
    store.clear()
    expect([store.get('a'), store.size()]).toEqual([undefined, { entries: 0, bytes: 0 }])
    store.set('a', { bytes: 5, tags: ['y'] })
    store.drop('x')
    expect(store.get('a')?.bytes).toBe(5)
  })

  test('never holds more than its bytes and always counts them right', () => {
    const step = fc.record({
      key: fc.nat(9).map(String),
      bytes: fc.nat(40),
      tag: fc.nat(2).map(String),
      drops: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const store = createStore(100)
        for (const { key, bytes, tag, drops } of steps) {
          if (drops) store.drop(tag)
          else store.set(key, { bytes, tags: [tag] })
        }
        const sizes = Array.from({ length: 10 }, (_, key) => store.get(String(key))?.bytes).filter(
          (size) => size !== undefined,
        )
        expect(store.size()).toEqual({ entries: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) })
        expect(store.size().bytes).toBeLessThanOrEqual(100)
      }),
    )
  })
})
