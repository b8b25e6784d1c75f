import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, openSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'

export type Part = {
  name: string
  command: readonly string[]
  environment: Record<string, string>
  /** File for its output; null lets it write to ours. */
  log: string | null
}

export type Supervised = { restart: () => void; stop: () => Promise<void>; pid: () => number | undefined }

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000
/** Running this long counts as healthy: the next crash starts from the shortest pause again. */
const HEALTHY_MS = 60_000
const PATIENCE_MS = 20_000
const LARGEST_LOG = 20 * 1024 * 1024

/** Runs one program for as long as the portal runs: a crash is told in one line and the program started again. */
export function supervise(part: Part, say: (line: string) => void): Supervised {
  let child: ChildProcess
  let isStopping = false
  let isRestarting = false
  let pause = FIRST_PAUSE_MS
  let timer: NodeJS.Timeout | undefined

  const start = () => {
    const began = Date.now()
    child = spawnPart(part)
    child.once('exit', (code, signal) => {
      if (isStopping) return
      if (Date.now() - began > HEALTHY_MS || isRestarting) pause = FIRST_PAUSE_MS
      if (!isRestarting)
        say(
          `${part.name} stopped (${endOf(code, signal)}); starting it again in ${String(pause / 1000)} s${hint(part)}`,
        )
      timer = setTimeout(start, isRestarting ? 0 : pause)
      isRestarting = false
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
    })
  }
  start()

  return {
    pid: () => child.pid,
    restart() {
      isRestarting = true
      child.kill('SIGTERM')
    },
    async stop() {
      isStopping = true
      clearTimeout(timer)
      await endChild(child)
    },
  }
}

function spawnPart(part: Part): ChildProcess {
  const output = part.log === null ? 'inherit' : openLog(part.log)
  const [program = process.execPath, ...values] = part.command
  const child = spawn(program, values, {
    env: { ...process.env, ...part.environment, MOT_CUA_PART: part.name },
    // Its own group: Ctrl-C reaches the launcher alone, which stops the parts in order.
    detached: process.platform !== 'win32',
    stdio: ['ignore', output, output, 'ipc'],
  })
  child.on('error', () => undefined)
  return child
}

async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
  await ended
  clearTimeout(force)
}

function openLog(file: string): number {
  mkdirSync(path.dirname(file), { recursive: true })
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > LARGEST_LOG) renameSync(file, `${file}.1`)
  return openSync(file, 'a', 0o600)
}

function endOf(code: number | null, signal: NodeJS.Signals | null): string {
  return signal === null ? `exit code ${String(code)}` : signal
}

function hint({ log }: Part): string {
  return log === null ? '' : `; see ${path.relative(process.cwd(), log)}`
}
