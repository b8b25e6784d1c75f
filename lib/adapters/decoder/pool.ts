import type { Task } from '@/lib/decoding'
import type { Decoder, Drawing, Inspection, SentFile } from '@/lib/ports'
import type { Limits, Ran } from './child'
import { childrenOf } from './children'
import { fairQueue } from './fair-queue'

const MEGABYTE = 1024 ** 2

/**
 * Three turns a file may have. Most need the first. What takes longer has a second, one such file at a time, so that quick
 * ones never wait for it; what needs more memory has all of it, with nothing beside it.
 */
type Turn = 'quick' | 'long' | 'alone'
export type PoolLimits = Record<Turn, Limits> & {
  children: number
  waitMs: number
  perOwner: number
  /** Between a file that had everything and used it up, and the next that needs everything. */
  restMs: number
}
export const POOL_LIMITS: PoolLimits = {
  children: 2,
  quick: { cpuMs: 1_500, wallMs: 60_000, bytes: 256 * MEGABYTE },
  long: { cpuMs: 6_000, wallMs: 60_000, bytes: 256 * MEGABYTE },
  alone: { cpuMs: 6_000, wallMs: 60_000, bytes: 512 * MEGABYTE },
  waitMs: 60_000,
  perOwner: 24,
  restMs: 3_000,
}
const WAITING_IN_ALL = 400
/** How long programs keep an ordinary share once they were left without any. */
const ORDINARY_FOR_MS = 60_000

type Job = {
  ownerId: string
  task: Task
  file: SentFile
  turn: Turn
  settle: (ran: Ran | 'unavailable') => void
  fail: (error: unknown) => void
}

type Pool = Decoder & {
  close(): void /** How its programs are held; null before the first is up. */
  confinement(): string | null
}

/**
 * A few programs that decode, each one file at a time, replaced when a file uses too much or ends one. Whose files used
 * least lately is next. A file is never told to be at fault for what is missing here.
 */
export function decoderPool(program: string, limits: PoolLimits = POOL_LIMITS): Pool {
  const children = childrenOf(program)
  const schedule = scheduleOf(children, limits)
  const run = (file: SentFile, act: Task['act']) =>
    new Promise<Ran | 'unavailable'>((resolve, reject) => {
      const task = { kind: file.kind, size: file.size, act }
      const job: Job = { ownerId: file.ownerId, task, file, turn: 'quick', settle: resolve, fail: reject }
      schedule(job)
    })

  return {
    inspect: (file) => inspect(run, file),
    draw: async (file, request) => drawingOf(await run(file, { name: 'draw', ...request })),
    close: children.close,
    confinement: children.confinement,
  }
}

/** Gives each job its turns, and its end. */
function scheduleOf(children: Children, limits: PoolLimits): (job: Job) => void {
  const queue = fairQueue<Job>({ perOwner: limits.perOwner, total: WAITING_IN_ALL })
  const running = new Set<Job>()
  const runIn = runnerOf(children)

  const isRunning = (turn: Turn) => [...running].some((job) => job.turn === turn)
  const rest = restOf(limits.restMs, advance)
  const mayRun = ({ turn }: Job) => (turn === 'long' ? !isRunning('long') : turn === 'quick' || rest.isOver())
  function advance() {
    if (running.size >= limits.children || isRunning('alone')) return
    const job = queue.peek(performance.now(), mayRun)
    if (job === null || (job.turn === 'alone' && running.size > 0)) return
    queue.began(job)
    running.add(job)
    void carryOut(job).finally(advance)
    advance()
  }

  async function carryOut(job: Job): Promise<void> {
    try {
      const ran = await runIn(job, limits[job.turn])
      running.delete(job)
      queue.ended(job, ran?.ms ?? 0, performance.now())
      rest.after(job, ran)
      const next = ran === null ? null : nextTurn(job.turn, ran.ending)
      if (next !== null) queue.putBack(Object.assign(job, { turn: next }))
      else job.settle(ran === null || OURS.has(ran.ending) ? 'unavailable' : ran)
    } catch (error) {
      running.delete(job)
      queue.ended(job, 0, performance.now())
      job.fail(error)
    }
  }

  const giveUp = (job: Job) => {
    if (queue.remove(job)) job.settle('unavailable')
  }
  return (job) => {
    if (queue.add(job)) setTimeout(giveUp, limits.waitMs, job).unref()
    else job.settle('unavailable')
    advance()
  }
}

/** Keeps files that need everything apart, once one has used it up: what that costs others must not be without a break. */
function restOf(milliseconds: number, whenOver: () => void) {
  let until = 0
  return {
    isOver: () => performance.now() >= until,
    after({ turn }: Job, ran: Ran | null): void {
      if (turn !== 'alone' || ran === null || !USED_UP.has(ran.ending)) return
      until = performance.now() + milliseconds
      setTimeout(whenOver, milliseconds + 1).unref()
    },
  }
}

/** Worth another try with nothing beside it: memory, and an end that may have been chance. */
const MAY_PASS_ALONE: ReadonlySet<Ran['ending']> = new Set(['over-memory', 'too-costly', 'crashed', 'killed'])
const USED_UP: ReadonlySet<Ran['ending']> = new Set(['over-memory', 'over-time', 'too-costly'])
const OURS: ReadonlySet<Ran['ending']> = new Set(['killed', 'starved'])

function nextTurn(turn: Turn, ending: Ran['ending']): Turn | null {
  if (turn !== 'alone' && MAY_PASS_ALONE.has(ending)) return 'alone'
  return turn === 'quick' && ending === 'over-time' ? 'long' : null
}

type Run = (file: SentFile, act: Task['act']) => Promise<Ran | 'unavailable'>

async function inspect(run: Run, file: SentFile): Promise<Inspection> {
  const ran = await run(file, { name: 'inspect' })
  if (ran === 'unavailable') return { outcome: 'unavailable' }
  const inspection = inspectionOf(ran)
  if (inspection.outcome !== 'too-costly') return inspection
  if (file.kind !== 'pdf') return { outcome: 'opens', pages: null, isDrawable: false }
  const outlined = await run(file, { name: 'outline' })
  if (outlined === 'unavailable') return { outcome: 'unavailable' }
  const outline = inspectionOf(outlined)
  return outline.outcome === 'opens' ? { ...outline, isDrawable: false } : outline
}

function inspectionOf({ answer, ending }: Ran): Inspection {
  if (answer?.outcome === 'opens') return { ...answer, isDrawable: true }
  const isSaid = ending === 'broken' || ending === 'locked' || ending === 'too-many-pixels'
  return { outcome: isSaid ? ending : 'too-costly' }
}

function drawingOf(ran: Ran | 'unavailable'): Drawing {
  if (ran === 'unavailable') return { outcome: 'unavailable' }
  const { answer } = ran
  if (answer?.outcome === 'drawn') return { outcome: 'drawn', webp: new Uint8Array(Buffer.from(answer.webp, 'base64')) }
  return { outcome: answer?.outcome === 'no-such-page' ? 'no-such-page' : 'undrawable' }
}

type Children = ReturnType<typeof childrenOf>

/**
 * Programs yield to all others. Where that leaves them nothing, because the machine is full of work that does not, they have an
 * ordinary share for a while, so that people's files go on being opened.
 */
function runnerOf(children: Children): (job: Job, limits: Limits) => Promise<Ran | null> {
  let yieldsFrom = 0
  const runIn = async (doesYield: boolean, { task, file }: Job, limits: Limits): Promise<Ran | null> => {
    const child = await children.take(doesYield)
    if (child === null) return doesYield ? { ending: 'starved', answer: null, ms: 0 } : null
    try {
      const bytes = await file.open()
      return bytes === null ? null : await child.run(task, bytes, limits)
    } finally {
      children.giveBack(child)
    }
  }
  return async (job, limits) => {
    if (job.turn === 'alone') children.endIdle()
    if (performance.now() < yieldsFrom) return runIn(false, job, limits)
    const ran = await runIn(true, job, limits)
    if (ran?.ending !== 'starved') return ran
    yieldsFrom = performance.now() + ORDINARY_FOR_MS
    return runIn(false, job, limits)
  }
}
