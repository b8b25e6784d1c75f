import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import sharp from 'sharp'
import { z } from 'zod'
import { answeredDraft, isAccepted, upload } from './applicant'
import { ATTACKS } from './attacks'
import { previewRow } from './preview-cost'
import type { BenchRow } from './row'
import { ratioOf, round } from './row'
import { withStack } from './stack'
import type { Stack } from './stack'
import { signIn, visitor } from './visitor'
import type { Visitor } from './visitor'

/** What others may notice of an attack. */
const AIM = 1.5
const MEMORY_MB = 1200
const PORTAL_MB = 400
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 36)
const QUESTIONERS = 3
/** On average; people do not keep step, so a page often meets another being made, with or without an attack. */
const PAUSE_MS = 40
const PUBLIC = '/dich-vu/doi-giay-phep-lai-xe'

/** Somebody who fills in a form, and somebody who reads a page. */
type Others = { applicant: Visitor; form: string; reader: Visitor; page: string }
type Times = { page: number[]; form: number[] }

/**
 * Twenty accounts send hostile files and bodies, one family after the other, while others read a public page and a page
 * of a form; then somebody sends a genuine photo and looks at it.
 */
export function run(): Promise<BenchRow[]> {
  return withStack(async (stack) => {
    const others = await someOthers(stack)
    const preview = await previewRow()
    await measureTimes(others, 2)
    const quiet = await measureTimes(others, SECONDS)
    const attackers = await attackersOf(stack)
    const memory = memoryWatch(stack)
    const rows: BenchRow[] = []
    try {
      for (const [at, { name }] of ATTACKS.entries()) {
        await attackers.begin(name)
        await pause(1000)
        const times = await measureTimes(others, SECONDS)
        const isTaken = await isGenuineTaken(stack, at)
        await attackers.stop()
        const megabytes = await memory.most()
        rows.push(...latencyRows(name, quiet, times), genuineRow(name, isTaken))
        rows.push(row(`memory of all processes (PSS), most under ${name}`, megabytes.all, 'MB', MEMORY_MB))
        rows.push(row(`memory of the portal (resident), most under ${name}`, megabytes.portal, 'MB', PORTAL_MB))
      }
    } finally {
      attackers.leave()
      memory.leave()
    }
    return [...rows, preview]
  })
}

function row(name: string, value: number, unit: string, limit: number): BenchRow {
  return { name, value: round(value), unit, limit: round(limit), ratio: ratioOf(value, limit) }
}

function latencyRows(name: string, quiet: Times, under: Times): BenchRow[] {
  const latencyRow = (what: string, part: keyof Times) =>
    row(`${what}, p95 under ${name}`, p95(under[part]), 'ms', p95(quiet[part]) * AIM)
  return [latencyRow('public page', 'page'), latencyRow('form page', 'form')]
}

const genuineRow = (name: string, isTaken: boolean) =>
  row(`next genuine file accepted and shown, under ${name}`, isTaken ? 1 : 0, 'yes', 1)

const p95 = (times: number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN

async function someOthers({ origin }: Stack): Promise<Others> {
  const applicant = visitor('10.4.0.1')
  await signIn(applicant, origin, 'eid-dan-99', '/ho-so')
  const { url } = await applicant.open(`${origin}${PUBLIC}/nop`)
  return { applicant, form: url, reader: visitor('10.4.0.2'), page: `${origin}${PUBLIC}` }
}

/** How long a public page and a form page take, asked for by a few people who read in between. */
async function measureTimes({ applicant, form, reader, page }: Others, seconds: number): Promise<Times> {
  const times: Times = { page: [], form: [] }
  const end = performance.now() + seconds * 1000
  const readOn = async () => {
    while (performance.now() < end) {
      times.page.push(await timeVisit(reader, page))
      times.form.push(await timeVisit(applicant, form))
    }
  }
  await Promise.all(Array.from({ length: QUESTIONERS }, readOn))
  return times
}

async function timeVisit(who: Visitor, address: string): Promise<number> {
  const began = performance.now()
  const { status, url } = await who.open(address)
  const took = performance.now() - began
  if (status !== 200) throw new Error(`${url} answers ${String(status)}`)
  await pause(2 * PAUSE_MS * Math.random())
  return took
}

/** What a process beside this one answers to each word it is told; it takes what others leave where `doesYield` (Linux). */
function beside(program: string, values: readonly string[], doesYield: boolean) {
  const node = [process.execPath, '--import', 'tsx']
  const [execPath = '', ...execArgv] =
    doesYield && process.platform === 'linux' ? ['chrt', '--idle', '0', ...node] : node
  const child = fork(path.resolve(program), values, { execPath, execArgv })
  const nextMessage = async (): Promise<unknown> => {
    const settled = new AbortController()
    const { signal } = settled
    const word: unknown[] = await Promise.race([once(child, 'message', { signal }), once(child, 'exit', { signal })])
    settled.abort()
    return word[0]
  }
  return {
    nextMessage,
    send: (word: string): Promise<unknown> => {
      child.send(word)
      return nextMessage()
    },
    leave: () => void child.kill(),
  }
}

/**
 * Accounts that attack. Whoever does so has a machine of their own; here they share the portal's, and take what it leaves.
 */
async function attackersOf({ origin }: Stack) {
  const { nextMessage, send, leave } = beside('bench/attackers.ts', [origin], true)
  z.literal('ready').parse(await nextMessage())
  return {
    begin: async (family: string) => z.literal('begun').parse(await send(family)),
    stop: async () => z.literal('ended').parse(await send('stop')),
    leave,
  }
}

/** Looks at the portal's processes from one of its own: looking takes longer than a page. */
function memoryWatch({ pid }: Stack) {
  const { send, leave } = beside('bench/watch-memory.ts', [String(pid)], false)
  return { most: async () => z.object({ all: z.number(), portal: z.number() }).parse(await send('most')), leave }
}

/** Whether somebody else's photo is taken in while the attack goes on, and its picture shown. */
async function isGenuineTaken({ origin }: Stack, round: number): Promise<boolean> {
  const who = visitor(`10.6.0.${String(round)}`)
  await signIn(who, origin, `eid-dan-${String(50 + round)}`, '/ho-so')
  const draft = await answeredDraft(who, origin)
  const noise = sharp(randomBytes(400 * 300 * 3), { raw: { width: 400, height: 300, channels: 3 } })
  const photo = new File([new Uint8Array(await noise.jpeg().toBuffer())], 'gplx.jpg', { type: 'image/jpeg' })
  const page = await upload(who, { draft, requirement: 'GPLX' }, photo)
  const picture = /\ssrc="([^"]*\/trang\/0[^"]*)"/.exec(page.html)?.[1]
  return isAccepted(page) && picture !== undefined && (await who.open(new URL(picture, page.url).href)).status === 200
}
