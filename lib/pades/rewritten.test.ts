import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { bodyOf, codesRefused, update } from './test-attacker'
import { documentOf, PLAIN, signedOver, validate } from './test-documents'

const deflate = (content: string) => {
  const data = deflateSync(Buffer.from(content, 'latin1')).toString('latin1')
  return `<</Filter/FlateDecode/Length ${String(data.length)}>>\nstream\n${data}\nendstream`
}
const CONTENT = /stream\n([\s\S]*?)\nendstream/.exec(PLAIN[3])?.[1] ?? ''

async function laterChanges(file: Uint8Array): Promise<string | undefined> {
  return (await validate(file)).signatures[0]?.laterChanges
}

describe('objects that a later revision writes again without changing them', () => {
  it('the content of a page, compressed', async () => {
    const file = await signedOver(documentOf(PLAIN))
    expect(await laterChanges(await update(file, { 4: deflate(CONTENT) }))).toBe('none')
    expect(await codesRefused(await update(file, { 4: deflate(`${CONTENT} `) }))).toEqual(['content-changed'])
  })

  it('the resources of a page, moved out of it', async () => {
    const file = await signedOver(documentOf(PLAIN))
    const page = bodyOf(file, 3)
    const resources = /\/Resources (<<.*?>>>>)/.exec(page)?.[1] ?? ''
    const moved = page.replace(resources, '90 0 R')
    expect(moved).not.toBe(page)
    expect(await laterChanges(await update(file, { 3: moved, 90: resources }))).toBe('none')
    const other = resources.replace('5 0 R', '6 0 R')
    expect(await codesRefused(await update(file, { 3: moved, 90: other }))).toEqual(['page-content-changed'])
  })

  it('the place of a field, moved out of it', async () => {
    const file = await signedOver(documentOf(PLAIN))
    const field = bodyOf(file, 6)
    const moved = field.replace('[60 600 300 620]', ' 91 0 R')
    expect(await laterChanges(await update(file, { 6: moved, 91: '[60 600 300 620]' }))).toBe('none')
    expect(await codesRefused(await update(file, { 6: moved, 91: '[0 0 595 842]' }))).toEqual(['field-changed'])
  })

  it('structures that share their parts are compared in bounded time', async () => {
    const wide = (first: number) =>
      Array.from({ length: 8 }, (_, level) => {
        const next = level === 7 ? '(x)' : `${String(first + level + 1)} 0 R`
        return `<<${Array.from({ length: 60 }, (_, key) => `/K${String(key)} ${next}`).join('')}>>`
      })
    const bodies = [...PLAIN.map((body, i) => (i === 0 ? body.replace('/Pages', '/PieceInfo 7 0 R/Pages') : body))]
    const file = await signedOver(documentOf([...bodies, ...wide(7)]))
    const again = Object.fromEntries(wide(40).map((body, level) => [40 + level, body]))
    const moved = bodyOf(file, 1).replace('/PieceInfo 7 0 R', '/PieceInfo 40 0 R')
    const before = performance.now()
    expect(await laterChanges(await update(file, { 1: moved, ...again }))).toBe('none')
    expect(performance.now() - before).toBeLessThan(2000)
  })
})
