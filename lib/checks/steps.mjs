import { spawn } from 'node:child_process'
import os from 'node:os'

/** Runs one program, `yields` where others come first; resolves with its exit code, its output and how long it took. */
export function run(command, values, { isShown = false, yields = false, env = {} } = {}) {
  const began = Date.now()
  return new Promise((resolve) => {
    const child = spawn(command, values, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    if (yields && child.pid !== undefined) os.setPriority(child.pid, os.constants.priority.PRIORITY_LOW)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => {
        output += text
        if (isShown) process.stdout.write(text)
      })
    }
    child.on('error', (error) => {
      resolve({ code: 1, output: String(error), seconds: 0 })
    })
    child.on('close', (code) => {
      resolve({ code: code ?? 1, output, seconds: (Date.now() - began) / 1000 })
    })
  })
}

/** Runs lanes of named steps side by side; resolves with the names of what failed. */
export async function lanes(...sets) {
  return (await Promise.all(sets.map((names) => lane(names)))).flat()
}

/** Runs named steps one after the other, telling each in one line, and its output if it failed; resolves with the failures. */
export async function lane(names, how = {}) {
  const failed = []
  for (const name of names) {
    const { code, output, seconds } = await run(process.execPath, STEPS[name], how)
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`)
    if (code !== 0) {
      console.log(output)
      failed.push(name)
    }
  }
  return failed
}

/** By name: a folder of reports that comes and goes while it looks would end it. */
const LINTED = ['app', 'bench', 'components', 'db', 'e2e', 'lib', 'sandbox', '*.ts']
const LINT = ['node_modules/eslint/bin/eslint.js', ...LINTED, '--max-warnings', '0']
/** A third of the time, and seldom with a word to say: left to `npm test`. */
const SELDOM = ['no-deprecated', 'no-unsafe-enum-assignment', 'no-unsafe-class-instance-assignment']

export const STEPS = {
  types: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'],
  lint: LINT,
  // Files that did not change are not read again; what a change does to the types of others, `npm test` finds.
  'lint of what changed': [
    ...LINT,
    ...['--cache', '--cache-strategy', 'content', '--cache-location', 'node_modules/.cache/eslint/'],
    ...SELDOM.flatMap((rule) => ['--rule', `@typescript-eslint/${rule}: off`]),
  ],
  walls: [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    'app',
    'bench',
    'components',
    'db',
    'e2e',
    'lib',
    'sandbox',
  ],
  'dead code': ['node_modules/knip/bin/knip.js', '--no-progress'],
  'unit tests': ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit'],
}
