import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).map((file) => `app/${file}`)
const contents = (ending: string) =>
  files
    .filter((file) => file.endsWith(ending) && !file.includes('/dang-nhap/'))
    .map((file) => ({ file, source: readFileSync(file, 'utf8') }))

it('every act asks who acts by the one function that keeps what was typed when nobody does any more', () => {
  const sources = contents('actions.ts')
  expect(sources.length).toBeGreaterThan(5)
  // One that a script calls may answer it instead: the page it stands on has kept what was typed.
  const asks = /actingContext\(|await toBatch\(|actor\.kind === 'anonymous'/
  for (const { file, source } of sources) {
    const acts = source.split(/^(?=(?:export )?(?:async )?function )/m).slice(1)
    const own = acts.filter((act) => asks.test(act)).map((act) => /function (\w+)/.exec(act)?.[1] ?? '')
    const asksThrough = new RegExp([asks.source, ...own.map((name) => `\\b${name}\\(`)].join('|'))
    for (const act of acts.filter((source) => source.startsWith('export '))) {
      const body = act.slice(act.indexOf('(') + 1)
      expect(body, file).toMatch(asksThrough)
    }
  }
})

it('so does every page that takes its own form', () => {
  const pages = contents('answer.tsx').filter(({ source }) => source.includes('function POST('))
  expect(pages.length).toBeGreaterThan(5)
  for (const { file, source } of pages) {
    const post = source.slice(source.indexOf('function POST('))
    expect(post, file).toMatch(/actor\.kind === 'anonymous'[\s\S]*?(seeOther\(|goOn\(request, )await signInAddress\(/)
  }
})

it('only one file makes words of what an address carries', () => {
  for (const { file, source } of [
    ...contents('page.tsx'),
    ...contents('route.ts'),
    ...contents('answer.ts'),
    ...contents('answer.tsx'),
  ])
    expect(source, file).not.toMatch(/keptErrorWords/)
})
