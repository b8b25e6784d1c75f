import { againstBare, browser, inTurn, rowOf, type Side } from './against-bare'
import type { BenchRow } from './row'
import { withStack } from './stack'
import { withTrivialPage } from './trivial-page'
import { signIn, visitor } from './visitor'

const PROCEDURE = '/dich-vu/doi-giay-phep-lai-xe'
/** Few enough that nothing waits in a queue, enough that nobody waits for the network. */
const CONNECTIONS = 4

/** Pages anybody may see, as somebody sees them who has a draft waiting. */
const PUBLIC = [
  { name: 'home', path: '/' },
  { name: 'procedure', path: PROCEDURE },
  { name: 'search, asked before', path: '/tim-kiem?q=doi%20bang%20lai%20xe' },
]

/**
 * Requests a second of somebody signed in: of public pages against node:http sending as many bytes, of pages of their own
 * against a page of the same Next that says nothing and asks nothing.
 */
export function run(): Promise<BenchRow[]> {
  return withStack(async ({ origin, port }) => {
    const who = visitor('10.5.0.1')
    await signIn(who, origin, 'eid-dan-1', '/ho-so')
    const form = await who.open(`${origin}${PROCEDURE}/nop`)
    const headers = () => ({ ...browser(), cookie: who.cookie(origin) })
    const rows: BenchRow[] = []
    for (const { name, path } of PUBLIC)
      rows.push(await againstBare(`signed in: ${name}`, { port, path: () => path, headers }))
    const own = [
      { name: 'my dossiers', path: '/ho-so' },
      { name: 'form page', path: new URL(form.url).pathname },
    ]
    // Nothing is compressed on either side: a page of the portal's is, by who stands in front of it.
    const plain = () => ({ ...headers(), 'accept-encoding': 'identity' })
    const measurePages = async (trivial: Side) => {
      for (const { name, path } of own) {
        const sides = { portal: { port, path: () => path, headers: plain }, other: { ...trivial, headers: plain } }
        rows.push(rowOf(`signed in: ${name}`, await inTurn(sides, CONNECTIONS)))
      }
    }
    await withTrivialPage(measurePages)
    return rows
  })
}
