import { Agent, createServer, get, type RequestListener } from 'node:http'

export type MadePage = { status: number; html: string; location: string | undefined }

/** Renders one page for nobody in particular: path with query, the headers that matter. */
export type PageMaker = {
  make: (url: string, headers: Record<string, string>) => Promise<MadePage>
  close: () => Promise<void>
}

const TIMEOUT_MS = 15_000

/** To an asker without a name Next sends titles after the page, for a script to put in place. */
const NAME = { 'user-agent': 'mot-cua-page-maker' }

function ask(url: string, options: { port: number; agent: Agent; headers: Record<string, string> }): Promise<MadePage> {
  return new Promise((resolve, reject) => {
    const request = get({ host: '127.0.0.1', path: url, timeout: TIMEOUT_MS, ...options }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const html = Buffer.concat(chunks).toString('utf8')
        resolve({ status: response.statusCode ?? 500, html, location: response.headers.location })
      })
    })
    request.on('timeout', () => request.destroy(new Error(`no page within ${String(TIMEOUT_MS)} ms`)))
    request.on('error', reject)
  })
}

/** Next behind a listener of its own on loopback, which only this process asks. */
export async function pageMaker(next: RequestListener): Promise<PageMaker> {
  const server = createServer(next)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port for the page maker')
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  return {
    make: (url, headers) =>
      ask(url, { port: address.port, agent, headers: { host: 'localhost', ...NAME, ...headers } }),
    close: () =>
      new Promise((resolve) => {
        agent.destroy()
        server.close(() => {
          resolve()
        })
      }),
  }
}
