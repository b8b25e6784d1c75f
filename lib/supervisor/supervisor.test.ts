import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { SUPERVISED, supervise, type Supervised } from './supervisor'

const newFolder = () => mkdtempSync(path.join(os.tmpdir(), 'mot-cua-supervisor-'))

let supervised: Supervised | undefined
afterEach(async () => {
  await supervised?.stop()
  supervised = undefined
})

describe('a supervised program', () => {
  const part = (folder: string, script: string) => ({
    ...{ name: 'thing', command: [process.execPath, '-e', script], environment: {} },
    log: path.join(folder, 'thing.log'),
  })

  it('that crashes is told in one line and started again, more slowly each time', async () => {
    const folder = newFolder()
    const lines: string[] = []
    supervised = supervise(part(folder, 'console.log("ran"); process.exit(3)'), (line) => lines.push(line))
    await vi.waitFor(
      () => {
        expect(lines.length).toBeGreaterThanOrEqual(2)
      },
      { timeout: 10_000 },
    )
    expect(lines[0]).toContain('thing stopped (exit code 3); starting it again in 0.5 s; see ')
    expect(lines[1]).toContain('starting it again in 1 s')
    expect(readFileSync(path.join(folder, 'thing.log'), 'utf8').match(/ran/g)?.length).toBeGreaterThanOrEqual(2)
  })

  it('that never stays up is left alone after the last try, and still starts when asked', async () => {
    const folder = newFolder()
    const lines: string[] = []
    let isGivenUp = false
    const onGivenUp = () => {
      isGivenUp = true
    }
    const broken = part(folder, 'console.log("ran"); process.exit(3)')
    supervised = supervise(broken, (line) => lines.push(line), { onGivenUp, pauses: [10, 20] })
    await vi.waitFor(() => {
      expect(isGivenUp).toBe(true)
    }, 20_000)
    expect(lines).toHaveLength(3)
    expect(lines.at(-1)).toContain('stopped 3 times in a row (exit code 3) and is not started again')
    supervised.restart()
    await vi.waitFor(() => {
      expect(lines).toHaveLength(4)
    }, 20_000)
  })

  it('is asked to end before it is made to', async () => {
    const folder = newFolder()
    const script = `process.on('SIGTERM', () => { require('fs').writeFileSync('${folder}/ended', 'well'); process.exit(0) }); require('fs').writeFileSync('${folder}/up', ''); setInterval(() => {}, 1000)`
    supervised = supervise(part(folder, script), () => undefined)
    await vi.waitFor(() => {
      expect(existsSync(path.join(folder, 'up'))).toBe(true)
    })
    await supervised.stop()
    expect(readFileSync(path.join(folder, 'ended'), 'utf8')).toBe('well')
  })
})

describe('a supervised program that freezes', () => {
  const patience = { everyMs: 50, running: 10, stopping: 4 }
  const freezeProgram = (folder: string, script: string) => ({
    ...{ name: 'thing', environment: {}, log: path.join(folder, 'thing.log') },
    command: [process.execPath, SUPERVISED, '-e', script],
  })
  const up = (folder: string) => `require('fs').appendFileSync('${folder}/up', process.pid + '\\n');`
  const starts = (folder: string) =>
    existsSync(path.join(folder, 'up')) ? readFileSync(path.join(folder, 'up'), 'utf8').trim().split('\n') : []

  it.each([
    ['by a signal', "process.kill(process.pid, 'SIGSTOP')"],
    ['in an endless loop', 'for (;;);'],
  ])('%s is ended and started again', async (_, freeze) => {
    const folder = newFolder()
    const lines: string[] = []
    // The second life goes on: the program freezes only where it runs for the first time.
    const first = `if (require('fs').readFileSync('${folder}/up', 'utf8').split('\\n').length === 2) setTimeout(() => { ${freeze} }, 200);`
    const script = `${up(folder)} ${first} setInterval(() => {}, 1000)`
    supervised = supervise(freezeProgram(folder, script), (line) => lines.push(line), {
      pauses: [10, 10_000],
      patience: { ...patience, running: 60 },
    })
    await vi.waitFor(() => {
      expect(starts(folder)).toHaveLength(2)
    }, 20_000)
    expect(lines).toEqual([
      'thing has stopped answering and is ended',
      expect.stringContaining('thing stopped (SIGKILL); starting it again'),
    ])
  })

  it('is ended at once when asked to stop, while one that answers may take its time', async () => {
    const folder = newFolder()
    const slow = `process.on('SIGTERM', () => setTimeout(() => { ${up(folder)} process.exit(0) }, 3000));`
    supervised = supervise(
      freezeProgram(folder, `${up(folder)} ${slow} setInterval(() => {}, 1000)`),
      () => undefined,
      {
        patience: { everyMs: 500, stopping: 4 },
      },
    )
    await vi.waitFor(() => {
      expect(starts(folder)).toHaveLength(1)
    }, 20_000)
    await supervised.stop()
    expect(starts(folder)).toHaveLength(2)

    const other = newFolder()
    const deaf = `process.on('SIGTERM', () => { ${up(other)} });`
    supervised = supervise(freezeProgram(other, `${up(other)} ${deaf} setInterval(() => {}, 1000)`), () => undefined, {
      patience: { everyMs: 50, running: 1_000, stopping: 4 },
    })
    await vi.waitFor(() => {
      expect(starts(other)).toHaveLength(1)
    }, 20_000)
    const pid = supervised.pid() ?? 0
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    process.kill(pid, 'SIGSTOP')
    await supervised.stop()
    expect(starts(other)).toHaveLength(1)
  })
})
