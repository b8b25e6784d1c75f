// npm run check: what can be said about the sources without starting anything, in two lanes for two cores.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from '../build/install.mjs'
import { lanes } from './steps.mjs'

process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..'))
await ensureInstalled()
const failed = await lanes(['lint of what changed'], ['types', 'unit tests', 'dead code', 'walls'])
console.log(failed.length === 0 ? 'check passed' : `check failed: ${failed.join(', ')}`)
process.exit(failed.length === 0 ? 0 : 1)
