import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, openSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { listenFor, type Patience } from './signs-of-life'

/** A program looked after is started with this flag of Node's, so that it says that it lives and ends with whoever looks after it. */
export const SUPERVISED = '--import=./lib/supervisor/supervised.mjs'

export type Part = {
  name: string
  command: readonly string[]
  environment: Record<string, string>
  /** File for its output; null lets it write to ours. */
  log: string | null
}

export type Supervised = { restart: () => void; stop: () => Promise<void>; pid: () => number | undefined }

/** The pause before each new try after crashes in a row; after the last one the part is left alone. */
const PAUSES_MS = [500, 1000, 2000, 4000, 8000, 16_000, 30_000]
/** Running this long counts as healthy: the next crash starts from the shortest pause again. */
const HEALTHY_MS = 60_000
const PATIENCE_MS = 20_000
const LARGEST_LOG = 20 * 1024 * 1024

type Say = (line: string) => void
export type Tries = { onGivenUp?: (() => void) | undefined; pauses?: readonly number[]; patience?: Patience }

/** Runs one program for as long as the portal runs: a crash or a freeze is told in one line and the program started again. */
export function supervise(part: Part, say: Say, tries: Tries = {}): Supervised {
  let child: ChildProcess
  let life: Life
  let isStopping = false
  let isRestarting = false
  const retries = retriesOf(part, say, tries)

  const start = () => {
    const began = Date.now()
    isRestarting = false
    child = spawnPart(part)
    life = listenFor(child, endFrozen, tries.patience)
    child.once('exit', (code, signal) => {
      if (isStopping) return
      if (isRestarting || Date.now() - began > HEALTHY_MS) retries.forget()
      if (isRestarting) start()
      else retries.after(endOf(code, signal), start)
    })
  }
  function endFrozen() {
    if (!isStopping) say(`${part.name} has stopped answering and is ended`)
    child.kill('SIGKILL')
  }
  start()

  return {
    pid: () => child.pid,
    restart() {
      retries.forget()
      isRestarting = true
      // Already down, between two tries or left alone: there is nobody to wait for.
      if (hasEnded(child)) start()
      else askToEnd(child, life)
    },
    async stop() {
      isStopping = true
      retries.forget()
      if (!hasEnded(child)) await endChild(child, life)
    },
  }
}

/** Counts the crashes in a row: each is told and followed by another start after a longer pause, until there are too many. */
function retriesOf(part: Part, say: Say, { onGivenUp, pauses = PAUSES_MS }: Tries) {
  let crashes = 0
  let timer: NodeJS.Timeout | undefined
  return {
    after(end: string, start: () => void) {
      const pause = pauses[crashes]
      crashes += 1
      if (pause === undefined) {
        say(`${part.name} stopped ${String(crashes)} times in a row (${end}) and is not started again${hint(part)}`)
        onGivenUp?.()
        return
      }
      say(`${part.name} stopped (${end}); starting it again in ${String(pause / 1000)} s${hint(part)}`)
      timer = setTimeout(start, pause)
    },
    forget() {
      clearTimeout(timer)
      crashes = 0
    },
  }
}

function spawnPart(part: Part): ChildProcess {
  const output = part.log === null ? 'inherit' : openLog(part.log)
  const [program = process.execPath, ...values] = part.command
  const child = spawn(program, values, {
    env: { ...process.env, ...part.environment, MOT_CUA_PART: part.name, MOT_CUA_LAUNCHER: String(process.pid) },
    // Its own group: Ctrl-C reaches the launcher alone, which stops the parts in order.
    detached: process.platform !== 'win32',
    stdio: ['ignore', output, output, 'ipc'],
  })
  child.on('error', () => undefined)
  return child
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null

type Life = ReturnType<typeof listenFor>

function askToEnd(child: ChildProcess, life: Life): void {
  life.stopping()
  child.kill('SIGTERM')
}

async function endChild(child: ChildProcess, life: Life): Promise<void> {
  const ended = once(child, 'exit')
  askToEnd(child, life)
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
