import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServices, listener } from './server'
import { openPki } from './store'

export type PkiOptions = {
  /** 0 takes a free one. */
  port: number
  /** Folder where everything made at the first start is kept. */
  dataDir: string
  /** The client of the remote signing service. */
  clientId?: string
  clientSecret?: string
  /** Where the client lives, if not on this machine's loopback. */
  portalOrigin?: string
}

export const DEFAULT_CLIENT = { clientId: 'mot-cua', clientSecret: 'mot-cua-demo-secret' } as const

const listen = (server: Server, port: number): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('no port'))
      else resolve(address)
    })
  })

/** Starts certificates, OCSP, CRL, timestamps and remote signing on loopback; `close` ends them and keeps the folder. */
export async function startPki(options: PkiOptions): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer()
  const { port } = await listen(server, options.port)
  const url = `http://localhost:${String(port)}`
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  const { clientId = DEFAULT_CLIENT.clientId, clientSecret = DEFAULT_CLIENT.clientSecret, portalOrigin } = options
  // Requests that come while the keys are being made wait for them.
  const answering = openPki(options.dataDir, url).then((pki) =>
    listener(createServices(url, pki, { clientId, clientSecret, portalOrigin })),
  )
  server.on('request', (req, res) => {
    answering.then(
      (answer) => {
        answer(req, res)
      },
      () => res.destroy(),
    )
  })
  try {
    await answering
  } catch (error) {
    await close()
    throw error
  }
  return { url, close }
}
