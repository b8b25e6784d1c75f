import postgres from 'postgres'
import type { BenchRow } from './row'
import { ratioOf, round } from './row'
import { withStack } from './stack'
import { fillDossiers } from './fill-dossiers'

const ROUNDS = 20
const LIMIT_MS = 1_000

/** How long after a dossier's change its public look-up, asked for before and kept, tells the new state: the slowest of twenty. */
export function run(): Promise<BenchRow[]> {
  return withStack(async ({ origin, databaseUrl }) => {
    const sql = postgres(await databaseUrl(), { max: 1, onnotice: () => undefined })
    try {
      await fillDossiers({ sql, count: 1_000, now: new Date(), officers: [OFFICER], unitId: OFFICER })
      const codes = await sql<{ code: string }[]>`
        select dossier_code as code from dossiers where state = 'completed' order by id desc limit ${ROUNDS}`
      const times: number[] = []
      for (const { code } of codes) times.push(await seenAfter(sql, `${origin}/tra-cuu?ma=${code}`, code))
      const value = round(Math.max(...times))
      return [
        { name: 'a change shows in its look-up', value, unit: 'ms', limit: LIMIT_MS, ratio: ratioOf(value, LIMIT_MS) },
      ]
    } finally {
      await sql.end()
    }
  })
}

const OFFICER = '00000000-0000-8000-8000-00000000beef'
let asker = 0

async function seenAfter(sql: postgres.Sql, address: string, code: string): Promise<number> {
  const before = await page(address)
  if ((await page(address)) !== before) throw new Error(`${address} is not steady`)
  await sql`update dossiers set state = 'result_returned', returned_at = now() where dossier_code = ${code}`
  const changed = performance.now()
  while ((await page(address)) === before) {
    if (performance.now() - changed > 10 * LIMIT_MS) throw new Error(`${address} does not change`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return performance.now() - changed
}

/** From another address each time, so that no limit per address is met. */
async function page(address: string): Promise<string> {
  asker += 1
  const from = `10.${String((asker >> 16) & 255)}.${String((asker >> 8) & 255)}.${String(asker & 255)}`
  const response = await fetch(address, { headers: { 'x-forwarded-for': from } })
  if (!response.ok) throw new Error(`${address}: ${String(response.status)}`)
  return (await response.text()).replace(/nonce-?="?[^"' ]*/g, '')
}
