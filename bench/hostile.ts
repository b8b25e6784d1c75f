import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import sharp from 'sharp'
import { z } from 'zod'
import { answeredDraft, isAccepted, upload } from './applicant'
import { ATTACKS } from './attacks'
import type { Attack, Attacker } from './attacks'
import { memoryOf } from './memory-of'
import { previewRow } from './preview-cost'
import type { BenchRow } from './row'
import { ratioOf, round } from './row'
import { withStack } from './stack'
import type { Stack } from './stack'
import { signIn, visitor } from './visitor'
import type { Visitor } from './visitor'

const ACCOUNTS = 20
/** What others may notice of an attack. */
const AIM = 1.5
const MEMORY_MB = 1200
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 12)
const QUESTIONERS = 3
const PAUSE_MS = 40
const PUBLIC = '/dich-vu/doi-giay-phep-lai-xe'

type Others = { who: Visitor; form: string; origin: string }
const readings = z.object({ page: z.array(z.number()), form: z.array(z.number()) })
type Times = z.infer<typeof readings>

/**
 * Twenty accounts send hostile files and bodies, one family after the other, while others read a public page and a page
 * of a form; then somebody sends a genuine photo and looks at it.
 */
export function run(): Promise<BenchRow[]> {
  return withStack(async (stack) => {
    const others = await anOther(stack, 99)
    await asked(others, 2)
    const quiet = await asked(others, SECONDS)
    const rows: BenchRow[] = []
    let most = memoryOf(stack.pid)
    for (const [at, attack] of ATTACKS.entries()) {
      const under = await attacked(stack, attack, others, at)
      most = Math.max(most, under.memory)
      rows.push(...latencyRows(attack.name, quiet, under.times), genuineRow(attack.name, under.isTaken))
    }
    const memory = row('memory of all processes (PSS), most under any attack', most, 'MB', MEMORY_MB)
    return [...rows, memory, await previewRow()]
  })
}

function row(name: string, value: number, unit: string, limit: number): BenchRow {
  return { name, value: round(value), unit, limit: round(limit), ratio: ratioOf(value, limit) }
}

function latencyRows(name: string, quiet: Times, under: Times): BenchRow[] {
  const held = (what: string, part: keyof Times) =>
    row(`${what}, p95 under ${name}`, p95(under[part]), 'ms', p95(quiet[part]) * AIM)
  return [held('public page', 'page'), held('form page', 'form')]
}

const genuineRow = (name: string, isTaken: boolean) =>
  row(`next genuine file accepted and shown, under ${name}`, isTaken ? 1 : 0, 'yes', 1)

const p95 = (times: number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN

async function anOther({ origin }: Stack, at: number): Promise<Others> {
  const who = visitor('10.4.0.1')
  await signIn(who, origin, `eid-dan-${String(at)}`, '/ho-so')
  const page = await who.open(`${origin}${PUBLIC}/nop`)
  return { who, form: page.url, origin }
}

/** How long a public page and a form page take, asked for by a few people who read in between. */
async function asked({ who, form, origin }: Others, seconds: number): Promise<Times> {
  const values = [who.cookie(origin), `${origin}${PUBLIC}`, form, String(seconds), String(QUESTIONERS)]
  const reader = fork(path.resolve('bench/reader.ts'), values, { execArgv: ['--import', 'tsx'] })
  const said: unknown[] = await Promise.race([once(reader, 'message'), once(reader, 'exit')])
  return readings.parse(said[0])
}

async function attacked(stack: Stack, attack: Attack, others: Others, round: number) {
  const over = new AbortController()
  const strike = await attack.prepare()
  const attackers = await attackersOf(stack, round, over.signal)
  const memory = { most: 0 }
  const watching = setInterval(() => {
    memory.most = Math.max(memory.most, memoryOf(stack.pid))
  }, 500)
  try {
    const striking = attackers.map(async (attacker) => {
      while (!over.signal.aborted) await strike(attacker).catch(() => pause(PAUSE_MS))
    })
    await pause(1000)
    const times = await asked(others, SECONDS)
    const isTaken = await isGenuineTaken(stack, round)
    over.abort()
    await Promise.all(striking)
    return { times, isTaken, memory: memory.most }
  } finally {
    over.abort()
    clearInterval(watching)
  }
}

async function attackersOf({ origin }: Stack, round: number, signal: AbortSignal): Promise<Attacker[]> {
  const attackers: Attacker[] = []
  for (let at = 0; at < ACCOUNTS; at += 1) {
    const who = visitor(`10.5.${String(round)}.${String(at)}`, { signal })
    await signIn(who, origin, `eid-dan-${String(at + 1)}`, '/ho-so')
    attackers.push({ who, draft: await answeredDraft(who, origin), at })
  }
  return attackers
}

/** Whether somebody else's photo is taken in while the attack goes on, and its picture shown. */
async function isGenuineTaken({ origin }: Stack, round: number): Promise<boolean> {
  const who = visitor(`10.6.0.${String(round)}`)
  await signIn(who, origin, `eid-dan-${String(50 + round)}`, '/ho-so')
  const draft = await answeredDraft(who, origin)
  const noise = sharp(randomBytes(400 * 300 * 3), { raw: { width: 400, height: 300, channels: 3 } })
  const photo = new File([new Uint8Array(await noise.jpeg().toBuffer())], 'gplx.jpg', { type: 'image/jpeg' })
  const page = await upload(who, draft, 'GPLX', photo)
  const picture = /\ssrc="([^"]*\/trang\/0[^"]*)"/.exec(page.html)?.[1]
  return isAccepted(page) && picture !== undefined && (await who.open(new URL(picture, page.url).href)).status === 200
}
