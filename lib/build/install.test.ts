import { spawn } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { z } from 'zod'

const place = pathToFileURL(path.resolve('lib/build/install.mjs')).href
const installer = z.object({ installed: z.custom<(npm: object, out: PassThrough) => Promise<boolean>>() })

/** What a newcomer sees while a program of this text stands in for npm. */
async function runInstall(script: string, isTerminal = false) {
  const { installed } = installer.parse(await import(place))
  const out = Object.assign(new PassThrough(), { isTTY: isTerminal })
  const isDone = await installed(spawn(process.execPath, ['-e', script]), out)
  out.end()
  return { isDone, output: await text(out) }
}

const NOISE = 'for (let i = 0; i < 50; i++) console.error("npm warn deprecated " + i);'

it('an installation is one line, whatever npm says', async () => {
  const { isDone, output } = await runInstall(NOISE)
  expect(isDone).toBe(true)
  expect(output).toMatch(/^Đang cài các gói cần thiết \/ Installing dependencies \(npm ci\) \.\.\. \d+ s\n$/)
})

it('stays one line on a terminal', async () => {
  const { output } = await runInstall(`${NOISE} setTimeout(() => {}, 1500)`, true)
  expect(output.match(/\n/g)).toHaveLength(1)
  expect(output).toContain('\r')
})

it('a failed installation shows all that npm said', async () => {
  const { isDone, output } = await runInstall(`${NOISE} console.log("npm error code E404"); process.exit(1)`)
  expect(isDone).toBe(false)
  expect(output).toContain('npm warn deprecated 49')
  expect(output).toContain('npm error code E404')
})
