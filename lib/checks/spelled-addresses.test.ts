import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Linter } from 'eslint'
import { expect, it } from 'vitest'
import { z } from 'zod'

const refused = z.array(z.object({ selector: z.string(), message: z.string() }))
const { SPELLED_ADDRESSES, LOOSE_ADDRESSES } = z
  .object({ SPELLED_ADDRESSES: refused, LOOSE_ADDRESSES: refused })
  .parse(await import(pathToFileURL(path.resolve('lib/checks/spelled-addresses.mjs')).href))

function isRefused(source: string, rows: z.infer<typeof refused>): boolean {
  const parserOptions = { ecmaFeatures: { jsx: true } }
  const messages = new Linter().verify(source, [
    { languageOptions: { parserOptions }, rules: { 'no-restricted-syntax': ['error', ...rows] } },
  ])
  expect(messages.filter(({ ruleId }) => ruleId !== 'no-restricted-syntax')).toEqual([])
  return messages.length > 0
}

const PLANTED = [
  "redirect('/dang-nhap')",
  "const href = '/can-bo?hang-doi=qua-han'",
  'const href = `/ho-so/${id}`',
  'const href = `${origin}/dang-xuat/xong`',
  'const link = <a href="/tra-cuu#ma">Tra cứu</a>',
  "fetch('/api/tep')",
  'const OF_OFFICERS = /^\\/(?:can-bo|quan-tri)/',
  'const page = /^\\/dich-vu\\/[a-z]+$/',
]

it.each(PLANTED)('%s spells an address where none belongs', (source) => {
  expect(isRefused(source, SPELLED_ADDRESSES)).toBe(true)
  expect(isRefused(source, LOOSE_ADDRESSES)).toBe(true)
})

it.each(["'/'", "'/ho-so-khac'", "'ho-so'", "'a/ho-so'", "import('/kho/ho-so')", '`/${id}`', '/^\\/api-key/'])(
  '%s spells none',
  (source) => {
    expect(isRefused(source, SPELLED_ADDRESSES)).toBe(false)
  },
)

it('its own file spells an address by its route alone', () => {
  expect(isRefused("const file = address('/tep/[id]')", LOOSE_ADDRESSES)).toBe(false)
  expect(isRefused("const file = address('/tep/[id]')", SPELLED_ADDRESSES)).toBe(true)
  expect(isRefused("const file = (id) => '/tep/' + id", LOOSE_ADDRESSES)).toBe(true)
})
