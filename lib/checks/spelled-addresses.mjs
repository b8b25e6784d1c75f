import { readdirSync } from 'node:fs'

/** The first parts of the routes of `app/`: folders in brackets are none. */
function firstParts(folder) {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return folders.flatMap(({ name }) => (name.startsWith('(') ? firstParts(`${folder}/${name}`) : [name]))
}

const START = `\\u002F(?:${firstParts('app').join('|')})(?![\\w-])`
const ELSEWHERE = 'An address is spelled in the paths.ts of its module: take it from there (docs/architecture.md).'
const message = 'An address is spelled as address(route), so that the routes can be counted.'

const patterns = `Literal[regex.pattern=/^\\^?\\\\\\u002F(?:\\((?:\\?:)?)?(?:${firstParts('app').join('|')})(?![\\w-])/]`
const templates = `TemplateElement[value.cooked=/^${START}/]`

/** What `no-restricted-syntax` refuses anywhere but in a `paths.ts`. */
export const SPELLED_ADDRESSES = [`Literal[value=/^${START}/]`, templates, patterns].map((selector) => ({
  selector,
  message: ELSEWHERE,
}))

/** What it refuses there. */
export const LOOSE_ADDRESSES = [
  `:not(CallExpression[callee.name='address']) > Literal[value=/^${START}/]`,
  templates,
  patterns,
].map((selector) => ({ selector, message }))
