import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
const pages = files.filter((file) => /(^|\/)(page|layout)\.tsx$/.test(file)).map((file) => `app/${file}`)

it('a page is called by its heading, in the language of its reader: none has a second title', () => {
  expect(pages.length).toBeGreaterThan(30)
  for (const file of pages) expect(readFileSync(file, 'utf8'), file).not.toMatch(/metadata[^\n]*=\s*\{[^}]*\btitle:/)
})
