import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { errors } from 'oidc-provider'
import { faultSwitches, NO_FAULTS } from './faults'
import type { Faults } from './faults'
import { createInteractions } from './interactions'
import { keysIn } from './keys'
import { contentSecurityPolicy, errorPage } from './pages'
import { createProvider, INTERACTION_PATH } from './provider'
import { openStore } from './store'

export type EidOptions = {
  port: number
  /** Folder for keys and state. */
  data: string
  clientId: string
  clientSecret: string
  /** Where the client may be returned to after sign-in. */
  redirectUris: string[]
  /** Where the client may be returned to after sign-out. */
  signedOutUris: string[]
}

const MAX_BODY = 16_384

/** Starts the identity provider on loopback; `close` ends it and keeps its state. */
export async function startEid(options: EidOptions): Promise<{ issuer: string; close(): Promise<void> }> {
  const issuer = `http://localhost:${String(options.port)}`
  const keys = keysIn(options.data)
  const store = openStore(options.data)
  const provider = createProvider(
    issuer,
    {
      client_id: options.clientId,
      client_secret: options.clientSecret,
      redirect_uris: options.redirectUris,
      post_logout_redirect_uris: options.signedOutUris,
      client_name: 'Cổng Một Cửa',
      require_auth_time: true,
    },
    keys,
    store.adapter,
  )
  const origins = [...new Set(options.redirectUris.map((uri) => new URL(uri).origin))]
  const server = createServer(serve(provider, origins))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port, '127.0.0.1', resolve)
  })
  return {
    issuer,
    close: async () => {
      store.flush()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const wrap = (body: unknown, status = 200) => ({ body: JSON.stringify(body), status })

function serve(provider: ReturnType<typeof createProvider>, origins: readonly string[]) {
  const protocol = createProtocol(provider)
  const headers = {
    'content-security-policy': contentSecurityPolicy(origins),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  }
  let faults: Faults = NO_FAULTS

  const control = async (req: IncomingMessage, pathname: string) => {
    if (pathname === '/health') return wrap({ status: 'ok' })
    if (pathname !== '/faults') return null
    if (req.method === 'POST') faults = faultSwitches.parse(JSON.parse(await bodyOf(req)))
    return wrap(faults)
  }
  const answer = async (req: IncomingMessage, res: ServerResponse) => {
    for (const [name, value] of Object.entries(headers)) res.setHeader(name, value)
    const pathname = pathOf(req)
    const controlled = (await control(req, pathname)) ?? (await misbehave(faults))
    if (controlled === null) return protocol(req, res, faults)
    res.writeHead(controlled.status, { 'content-type': 'application/json' })
    res.end(controlled.body)
  }
  return (req: IncomingMessage, res: ServerResponse) => {
    answer(req, res).catch((error: unknown) => {
      refuse(res, error)
    })
  }
}

function createProtocol(provider: ReturnType<typeof createProvider>) {
  const interact = createInteractions(provider)
  const openid = provider.callback()
  return async (req: IncomingMessage, res: ServerResponse, faults: Faults) => {
    const [, root, , step] = pathOf(req).split('/')
    if (`/${root ?? ''}` !== INTERACTION_PATH) return openid(req, res)
    const form = new URLSearchParams(req.method === 'POST' ? await bodyOf(req) : '')
    return interact({ req, res, step, form, refusesCodes: faults.stepUpFails })
  }
}

async function misbehave(faults: Faults) {
  await sleep(faults.slow)
  return faults.down ? wrap({ error: 'temporarily_unavailable' }, 503) : null
}

const pathOf = (req: IncomingMessage) => new URL(req.url ?? '/', 'http://localhost').pathname

function refuse(res: ServerResponse, error: unknown): void {
  const isStale = error instanceof errors.SessionNotFound
  if (!isStale) console.error(error)
  if (!res.headersSent) res.writeHead(400, { 'content-type': 'text/html; charset=utf-8' })
  res.end(errorPage(isStale ? 'Lượt đăng nhập này đã hết hạn.' : 'Yêu cầu không hợp lệ.'))
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of req.setEncoding('utf8')) {
    body += String(chunk)
    if (body.length > MAX_BODY) throw new Error('body too large')
  }
  return body
}
