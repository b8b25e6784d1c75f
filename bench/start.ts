import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { BenchRow } from './row'
import { ratioOf, round } from './row'
import { startStack } from './stack'

/** Nobody waits longer than this for the first start: what the fastest of its peers needs by hand is half an hour. */
const FIRST_LIMIT = 180
const SECOND_LIMIT = 6

/**
 * `npm start` of a fresh clone of what is committed: dependencies from npm's cache, database, build, first answer; then the
 * second start of the same clone to the first page.
 */
export async function run(): Promise<BenchRow[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mot-cua-clone-'))
  const project = path.join(folder, 'mot-cua')
  const data = path.join(folder, 'data')
  try {
    execFileSync('git', ['clone', '--quiet', process.cwd(), project])
    const first = await secondsToFirstPage(project, data)
    const second = await secondsToFirstPage(project, data)
    return [
      {
        name: 'first npm start from a fresh clone',
        value: first,
        unit: 's',
        limit: FIRST_LIMIT,
        ratio: ratioOf(first, FIRST_LIMIT),
      },
      {
        name: 'second start to the first page',
        value: second,
        unit: 's',
        limit: SECOND_LIMIT,
        ratio: ratioOf(second, SECOND_LIMIT),
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function secondsToFirstPage(project: string, data: string): Promise<number> {
  const stack = await startStack({ project, data })
  try {
    const began = performance.now()
    const page = await fetch(stack.origin)
    await page.text()
    if (!page.ok) throw new Error(`the first page answers ${String(page.status)}`)
    return round((stack.startedIn + performance.now() - began) / 1000)
  } finally {
    await stack.stop()
  }
}
