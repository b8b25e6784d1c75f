import { expect, it } from 'vitest'
import { anchorOf, validatePath, webEngine } from '../index'
import * as pki from '../test-pki'
import type { Authority, Issue } from '../test-pki'

/** Layers of authorities, each certified many times over by the one above; `issue` says how, by the place in the heap. */
async function heaps(layers: number, width: number, issue: (place: number) => Issue = () => ({})) {
  const root = await pki.authority('root')
  const intermediates: Authority[] = []
  let above = root
  for (let layer = 0; layer < layers; layer++) {
    const keys = await pki.newKeys()
    const issuer = above
    const heap = await Promise.all(
      Array.from({ length: width }, (_, place) =>
        pki.authority(`layer ${String(layer)}`, { keys, issuer, ...issue(place) }),
      ),
    )
    intermediates.push(...heap)
    above = heap.at(-1) ?? above
  }
  const leaf = await pki.leafOf(above)
  return (without = 0) =>
    validatePath({
      engine: webEngine,
      leaf: leaf.certificate,
      intermediates: intermediates.slice(without).map(({ certificate }) => certificate),
      anchors: [anchorOf(root.certificate, 'government')],
      at: new Date('2025-06-05T00:00:00Z'),
    })
}

const expireFirst = (places: number) => (place: number) => (place < places ? { to: '2024-01-01' } : {})

it.each([
  ['certificates all alike', () => heaps(10, 10)],
  ['expired ones before the good', () => heaps(10, 5, expireFirst(4))],
])('heaps of %s do not hide a plain path', async (_, makeSearch) => {
  const verdict = await (await makeSearch())()
  expect(verdict).toMatchObject({ code: 'valid' })
  expect(verdict.path).toHaveLength(11)
})

it('comes to an end in heaps that lead nowhere', async () => {
  expect((await (await heaps(10, 10))(10)).code).toBe('too-much-work')
  expect((await (await heaps(10, 5, expireFirst(5)))()).code).toBe('expired')
})

it('takes the one of a heap that the leaf may stand under', async () => {
  const narrow = (place: number): Issue =>
    place < 3 ? { more: [pki.nameConstraints([pki.dns('example.org')], [])] } : {}
  expect((await (await heaps(1, 4, narrow))()).code).toBe('valid')
  expect((await (await heaps(3, 4, narrow))()).code).toBe('valid')
})
