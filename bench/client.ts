import { gzipSync } from 'node:zlib'
import { answeredDraft } from './applicant'
import type { BenchRow } from './row'
import { ratioOf } from './row'
import { withStack } from './stack'
import { signIn, visitor } from './visitor'
import type { Page } from './visitor'

const PROCEDURE = '/dich-vu/doi-giay-phep-lai-xe'
/** Gzipped bytes of script a page may load. */
const BUDGET = { public: 5_000, form: 120_000, documents: 100_000 }
const PUBLIC = ['/', PROCEDURE, '/tim-kiem?q=doi%20bang%20lai%20xe', '/tra-cuu', '/co-quan', '/kiem-tra-chu-ky']

/** Gzipped bytes of every script a page loads or carries, counted from what the portal sends. */
export function run(): Promise<BenchRow[]> {
  return withStack(async ({ origin }) => {
    const who = visitor('10.3.0.1')
    const row = async (name: string, page: Page, limit: number): Promise<BenchRow> => {
      const value = await scriptBytes(page)
      return { name: `script of ${name}`, value, unit: 'bytes gz', limit, ratio: ratioOf(value, limit) }
    }
    const rows: BenchRow[] = []
    for (const path of PUBLIC) rows.push(await row(path, await who.open(`${origin}${path}`), BUDGET.public))
    await signIn(who, origin, 'eid-dan-1', '/ho-so')
    const form = await who.open(`${origin}${PROCEDURE}/nop`)
    rows.push(await row('a form page', form, BUDGET.form))
    const documents = await who.open(`${await answeredDraft(who, origin)}/giay-to`)
    return [...rows, await row('the documents page', documents, BUDGET.documents)]
  })
}

async function scriptBytes({ url, html }: Page): Promise<number> {
  const tags = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)]
    // Browsers of today leave these alone, or wait for the visitor to act.
    .filter(([, attributes = '']) => !/\snomodule|type="text\/late"/i.test(attributes))
  const inline = tags.map(([, , text = '']) => text).filter((text) => text !== '')
  const sources = new Set([
    ...tags.flatMap(([, attributes = '']) => /\ssrc="([^"]+)"/.exec(attributes)?.[1] ?? []),
    // What a module imports is loaded with it.
    ...[...html.matchAll(/<link rel="modulepreload" href="([^"]+)"/g)].flatMap(([, href = '']) => href),
  ])
  const files = await Promise.all(
    [...sources].map(async (source) => {
      const response = await fetch(new URL(source.replaceAll('&amp;', '&'), url))
      if (!response.ok) throw new Error(`${source}: ${String(response.status)}`)
      return gzipSync(Buffer.from(await response.arrayBuffer())).byteLength
    }),
  )
  const carried = inline.length === 0 ? 0 : gzipSync(inline.join('\n')).byteLength
  return files.reduce((sum, bytes) => sum + bytes, carried)
}
