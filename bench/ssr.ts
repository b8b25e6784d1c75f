import { againstBare } from './against-bare'
import type { BenchRow } from './row'

/** Pages many people open. */
const REPEATED = [
  { name: 'home', path: '/' },
  { name: 'procedure', path: '/dich-vu/doi-giay-phep-lai-xe' },
  { name: 'search, asked before', path: '/tim-kiem?q=doi%20bang%20lai%20xe' },
  { name: 'look-up form', path: '/tra-cuu' },
]

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Ten characters nobody has asked for: a submission number in shape. */
function newCode(): string {
  return Array.from({ length: 10 }, () => ALPHABET.charAt(Math.floor(Math.random() * 32))).join('')
}

/**
 * Requests a second of public pages on a running portal (PORT, 3000 by default) against node:http sending as many bytes,
 * and of look-ups never asked before against node:http after the same query (DATABASE_URL). The loader runs in this process
 * and shares the machine with both.
 */
export async function run(): Promise<BenchRow[]> {
  const port = Number(process.env['PORT'] ?? 3000)
  const rows: BenchRow[] = []
  for (const page of REPEATED) rows.push(await againstBare(`ssr: ${page.name}`, { port, path: () => page.path }))
  const databaseUrl = process.env['DATABASE_URL']
  if (databaseUrl === undefined) return rows
  const lookUpPage = { port, path: () => `/tra-cuu?ma=${newCode()}` }
  return [...rows, await againstBare('ssr: look-up never asked before', lookUpPage, databaseUrl)]
}
