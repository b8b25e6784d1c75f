// Runs before anything is installed: only what Node brings along.
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ensureInstalled } from '../build/install.mjs'

process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..'))
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 9)) {
  console.error(`Node ${process.versions.node} is too old: Node 20.9 or newer is needed`)
  process.exit(1)
}
await ensureInstalled()
const { bundleIfChanged } = await import('../build/bundle.mjs')
await bundleIfChanged()
await import(pathToFileURL(path.resolve('dist/launcher.mjs')).href)
