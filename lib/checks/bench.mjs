// npm run bench [-- --json] [name ...]: every bench/*.ts that exports `run`, in order of name.
import { readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { bundleFile } from '../build/bundle.mjs'
import { ensureInstalled } from '../build/install.mjs'

process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..'))
await ensureInstalled()
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const isJson = process.argv.includes('--json')
const names = readdirSync('bench')
  .filter((file) => /\.ts$/.test(file) && !/\.(test|d)\.ts$/.test(file))
  .map((file) => file.slice(0, -3))
  .filter((name) => wanted.length === 0 || wanted.includes(name))

function show({ name, value, unit, limit, ratio }) {
  if (isJson) console.log(JSON.stringify({ name, value, unit, limit, ratio }))
  else
    console.log(
      [
        name.padEnd(44),
        `${value} ${unit}`.padEnd(22),
        `limit ${limit ?? '-'}`.padEnd(20),
        `ratio ${ratio ?? '-'}`,
      ].join(' '),
    )
}

let hasFailed = false
for (const name of names) {
  const file = await bundleFile(`bench/${name}.ts`)
  try {
    const { run } = await import(pathToFileURL(path.resolve(file)).href)
    if (typeof run === 'function') for (const row of await run()) show(row)
  } catch (error) {
    hasFailed = true
    console.error(`${name} failed:`, error)
  } finally {
    await rm(file, { force: true })
  }
}
process.exit(hasFailed ? 1 : 0)
