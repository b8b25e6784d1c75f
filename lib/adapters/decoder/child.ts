import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import os from 'node:os'
import type { Writable } from 'node:stream'
import { answerSchema } from '@/lib/decoding'
import type { Answer, Task } from '@/lib/decoding'
import type { Confinement } from './confinement'
import { usageOf } from './usage'
import type { Usage } from './usage'

export type Limits = { cpuMs: number; wallMs: number; bytes: number }

/** How a task ended: the program's answer, or what was seen from outside. `starved`: it had no chance to end in time. */
export type Ending = Answer['outcome'] | 'over-time' | 'over-memory' | 'crashed' | 'killed' | 'starved'
export type Ran = { ending: Ending; answer: Answer | null; ms: number }

export type Child = {
  doesYield: boolean
  run(task: Task, bytes: AsyncIterable<Uint8Array>, limits: Limits): Promise<Ran>
  /** Whether it may be given another task. */
  isFresh(): boolean
  end(): void
}

const START_MS = 30_000
/** After so long, a program that yields should have had more than this share of a processor. */
const STARVED_MS = 3_000
const STARVED_SHARE = 0.2
const LOOK_EACH_MS = 20
/** People who wait for a page come first. */
const PRIORITY = 10
/** Memory that was needed once is not given back: with more than this it is replaced. */
const LARGEST_IDLE_BYTES = 160 * 1024 ** 2
/** Ends by the kernel's or somebody's hand rather than by its own fault. */
const FROM_OUTSIDE: readonly (NodeJS.Signals | null)[] = ['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP']

/** `ended`: it does not come up this way. `silent`: it might, but nobody gave it time. */
export async function startChild(
  program: string,
  way: Confinement,
  doesYield: boolean,
): Promise<Child | 'ended' | 'silent'> {
  const child = spawnProgram(program, { ...way, before: doesYield ? [...way.yielding, ...way.before] : way.before })
  const { pid } = child
  if (pid === undefined) return 'ended'
  // Before it has threads, so that they have it too.
  lowerPriority(pid)
  const first = await nextWord(child, doesYield ? STARVED_MS : START_MS)
  if (first?.outcome === 'ready') {
    rest(child)
    return asChild({ child, pid, doesYield })
  }
  const isSilent = !hasEnded(child)
  child.kill('SIGKILL')
  return isSilent ? 'silent' : 'ended'
}

function spawnProgram(program: string, { before, flags }: Confinement): ChildProcess {
  const node = [process.execPath, ...flags, '--no-warnings', '--max-old-space-size=192', program]
  const [command = process.execPath, ...values] = [...before, ...node]
  const child = spawn(command, values, {
    // Nothing of ours is in its surroundings: no secret, no address.
    env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production' },
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
  })
  child.on('error', () => undefined)
  child.stdin?.on('error', () => undefined)
  return child
}

/** What it says next; null when it ends, says what is no answer, or stays silent too long. */
function nextWord(child: ChildProcess, patience: number): Promise<Answer | null> {
  return new Promise((resolve) => {
    const settle = (answer: Answer | null) => {
      clearTimeout(timer)
      child.off('message', onMessage).off('exit', onEnd).off('error', onEnd)
      resolve(answer)
    }
    const onMessage = (message: unknown) => {
      settle(answerSchema.safeParse(message).data ?? null)
    }
    const onEnd = () => {
      settle(null)
    }
    const timer = setTimeout(onEnd, patience)
    child.on('message', onMessage).on('exit', onEnd).on('error', onEnd)
  })
}

function lowerPriority(pid: number): void {
  try {
    os.setPriority(pid, PRIORITY)
  } catch {
    // It has just ended, which is seen where it is used.
  }
}

/** Waiting for work keeps nobody's program alive. */
function rest(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
}

function wake(child: ChildProcess): void {
  child.ref()
  child.channel?.ref()
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null

function asChild(place: Place): Child {
  const { child, pid, doesYield } = place
  return {
    doesYield,
    isFresh: () => !hasEnded(child) && (usageOf(pid)?.bytes ?? 0) <= LARGEST_IDLE_BYTES,
    end: () => {
      child.kill('SIGKILL')
    },
    async run(task, bytes, limits) {
      wake(child)
      try {
        return await runOne(place, task, bytes, limits)
      } finally {
        rest(child)
      }
    },
  }
}

type Place = { child: ChildProcess; pid: number; doesYield: boolean }

async function runOne(place: Place, task: Task, bytes: AsyncIterable<Uint8Array>, limits: Limits): Promise<Ran> {
  const { child } = place
  if (hasEnded(child)) return { ending: 'killed', answer: null, ms: 0 }
  const watching = watch(place, limits)
  try {
    const message = nextWord(child, limits.wallMs)
    child.send(task)
    await feed(child, bytes)
    const answer = await message
    const ending = answer?.outcome ?? watching.ending() ?? (await endOf(child))
    return { ending, answer, ms: watching.spent() }
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  } finally {
    watching.stop()
  }
}

/** As fast as it takes them; what an ended program does not take is not sent. */
async function feed(child: ChildProcess, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const { stdin } = child
  for await (const chunk of bytes) {
    if (hasEnded(child) || stdin === null || stdin.destroyed) return
    if (!stdin.write(chunk)) await drain(stdin)
  }
}

async function drain(stream: Writable): Promise<void> {
  const settled = new AbortController()
  const { signal } = settled
  await Promise.race([once(stream, 'drain', { signal }), once(stream, 'close', { signal })])
  settled.abort()
}

/** Why no answer came: it is still there, so it had no time; or it has ended by itself or by somebody's hand. */
async function endOf(child: ChildProcess): Promise<Ending> {
  if (!hasEnded(child) && child.connected) {
    child.kill('SIGKILL')
    return 'starved'
  }
  if (!hasEnded(child)) await once(child, 'exit')
  return FROM_OUTSIDE.includes(child.signalCode) ? 'killed' : 'crashed'
}

/**
 * Looks at what the program uses and ends it when that is too much. Where the system does not tell, the clock stands in
 * for processor time.
 */
function watch({ child, pid, doesYield }: Place, limits: Limits) {
  const [began, first] = [performance.now(), usageOf(pid)]
  let ending: Ending | null = null
  let spent = 0
  const look = () => {
    const now = usageOf(pid)
    const passed = performance.now() - began
    spent = spentBy(now, first, passed) ?? spent
    ending ??= excessOf({ spent, passed, bytes: now?.bytes ?? 0 }, { ...limits, doesYield })
    if (ending !== null) child.kill('SIGKILL')
  }
  const timer = setInterval(look, LOOK_EACH_MS)
  return {
    ending: () => ending,
    spent: () => spent,
    stop: () => {
      clearInterval(timer)
    },
  }
}

/** Null when it has just ended. */
function spentBy(now: Usage | null, first: Usage | null, passed: number): number | null {
  if (first === null) return passed
  return now === null ? null : now.cpuMs - first.cpuMs
}

function excessOf(
  { spent, passed, bytes }: { spent: number; passed: number; bytes: number },
  limits: Limits & { doesYield: boolean },
): Ending | null {
  if (spent > limits.cpuMs) return 'over-time'
  if (bytes > limits.bytes) return 'over-memory'
  return limits.doesYield && passed > STARVED_MS && spent < passed * STARVED_SHARE ? 'starved' : null
}
