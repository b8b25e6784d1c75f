import { Agent, get } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'

export type MadePage = { status: number; html: string; location: string | undefined }

/** Renders one page for nobody in particular: path with query, the headers that matter. */
export type PageMaker = {
  make: (url: string, headers: Record<string, string>) => Promise<MadePage>
  close: () => void
}

const TIMEOUT_MS = 15_000
/** Who makes pages may just be started again. */
const RESTART_MS = 8_000
const LOOK_EACH_MS = 100
const IS_NOT_THERE = new Set<unknown>(['ENOENT', 'ECONNREFUSED'])

/** To an asker without a name Next sends titles after the page, for a script to put in place. */
const NAME = { 'user-agent': 'mot-cua-page-maker' }

type Asked = { socketPath: string; agent: Agent; headers: Record<string, string> }

function ask(url: string, options: Asked): Promise<MadePage> {
  return new Promise((resolve, reject) => {
    const request = get({ path: url, timeout: TIMEOUT_MS, ...options }, (response) => {
      const { statusCode: status = 500, headers } = response
      text(response).then((html) => {
        resolve({ status, html, location: headers.location })
      }, reject)
    })
    request.on('timeout', () => request.destroy(new Error(`no page within ${String(TIMEOUT_MS)} ms`)))
    request.on('error', reject)
  })
}

/** Asks again while nobody listens, for a while. */
async function askPatiently(url: string, options: Asked): Promise<MadePage> {
  const end = performance.now() + RESTART_MS
  for (;;) {
    try {
      return await ask(url, options)
    } catch (fault) {
      const isNotThere = fault instanceof Error && 'code' in fault && IS_NOT_THERE.has(fault.code)
      if (!isNotThere || performance.now() > end) throw fault
      await pause(LOOK_EACH_MS)
    }
  }
}

/** Next, which listens at `socketPath`. */
export function pageMaker(socketPath: string): PageMaker {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  return {
    make: (url, headers) =>
      askPatiently(url, { socketPath, agent, headers: { host: 'localhost', ...NAME, ...headers } }),
    close: () => {
      agent.destroy()
    },
  }
}
