import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { FACTS, fieldsOf } from '@/lib/forms'
import { SAMPLE_PROCEDURES } from './index'

/** Revisions published before definitions named their fields are read there. */
const READ_BEFORE = ['lib/catalogue/contact.ts', 'lib/catalogue/delivery.ts', 'lib/catalogue/older-results.ts']

const ids = SAMPLE_PROCEDURES.flatMap(({ form }) => fieldsOf(form ?? { pages: [] })).map(({ id }) => id)
const own = new Set(ids.filter((id) => id.includes('.') && !Object.hasOwn(FACTS, id)))

const sources = ['lib', 'app', 'components'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => `${root}/${file}`)
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|^lib\/(seed|testing)\//.test(file)),
)

it('no code names a field of a form: what it has to know of one is data of the procedure', () => {
  expect(own.size).toBeGreaterThan(40)
  const naming = sources.filter((file) => {
    const code = readFileSync(file, 'utf8').replace(/\/\*.*?\*\/|\/\/.*$/gms, '')
    return [...code.matchAll(/['"`]([a-z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)+)['"`]/g)].some(([, id = '']) => own.has(id))
  })
  expect(naming.toSorted()).toEqual(READ_BEFORE)
})
