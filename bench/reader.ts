import { setTimeout as pause } from 'node:timers/promises'
import { visitor } from './visitor'

/** A process of its own, so that what the attackers do in theirs is not measured: `cookie page form seconds readers`. */
const [cookie = '', page = '', form = '', seconds = '0', readers = '1'] = process.argv.slice(2)
const PAUSE_MS = 40

const times: { page: number[]; form: number[] } = { page: [], form: [] }
const end = performance.now() + Number(seconds) * 1000
const who = visitor('10.4.0.1', { cookie })
const someone = visitor('10.4.0.2')

async function read(part: keyof typeof times, ask: () => Promise<{ status: number; url: string }>): Promise<void> {
  const began = performance.now()
  const { status, url } = await ask()
  if (status !== 200) throw new Error(`${url} answers ${String(status)}`)
  times[part].push(performance.now() - began)
  await pause(PAUSE_MS)
}

async function readOn(): Promise<void> {
  while (performance.now() < end) {
    await read('page', () => someone.open(page))
    await read('form', () => who.open(form))
  }
}

await Promise.all(Array.from({ length: Number(readers) }, readOn))
process.send?.(times)
