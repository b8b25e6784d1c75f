import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { crlOf } from './crl'
import { API } from './csc/api'
import { authorize } from './csc/authorize'
import type { Credential } from './csc/credentials'
import { credentialsIn } from './csc/credentials'
import type { Sessions } from './csc/sessions'
import { createSessions } from './csc/sessions'
import type { Client } from './csc/token'
import { revoke, token } from './csc/token'
import { explicit, int, oid, seq, setOf } from './der'
import type { Faults } from './faults'
import { faultSwitches, NO_FAULTS, SLOW, staleAt } from './faults'
import { homePage, indexOf } from './home'
import type { Reply } from './http'
import { bodyOf, file, html, json, redirect, send, TooLarge } from './http'
import type { Pki } from './make'
import { OID } from './oids'
import { answerOcsp } from './ocsp'
import { contentSecurityPolicy } from './page'
import { HOLDERS } from './people'
import { pkcs12Of } from './pkcs12'
import { answerTimestamp } from './tsa'

export type Services = {
  origin: string
  pki: Pki
  client: Client
  faults: Faults
  sessions: Sessions
  credentials: Credential[]
}

export function createServices(origin: string, pki: Pki, client: Client): Services {
  return { origin, pki, client, faults: NO_FAULTS, sessions: createSessions(), credentials: credentialsIn(pki) }
}

type Request = { path: string; query: URLSearchParams; method: string; body: Buffer; bearer: string | undefined }
type Handler = (request: Request, services: Services) => Reply | undefined

const isAuthority = (id: string): id is keyof Pki['authorities'] => id === 'cong-cong' || id === 'chinh-phu'

/** An issuing authority by its id, a root by `goc-` before it. */
function authorityNamed(name: string, pki: Pki) {
  const id = name.replace(/^goc-/, '')
  if (!isAuthority(id)) return undefined
  const { root, issuing } = pki.authorities[id]
  return name === id ? issuing : root
}

const nameIn = (path: string): string => /^\/[^/]+\/([\w-]+)\.\w+$/.exec(path)?.[1] ?? ''

const certificateFile: Handler = ({ path, query }, { pki, faults, origin }) => {
  const authority = authorityNamed(nameIn(path), pki)
  if (!authority) return undefined
  if (faults.ca === 'garbage') return file(garbage, 'application/pkix-cert')
  if (faults.ca === 'bundle') return file(bundleOf(authority.certificate), 'application/x-pkcs7-certificates')
  if (faults.ca === 'moved' && !query.has('moved')) return redirect(`${origin}${path}?moved`)
  return file(authority.certificate, 'application/pkix-cert', `${nameIn(path)}.cer`)
}

/** SignedData with the certificate and nothing signed (RFC 8551 3.8), armoured. */
function bundleOf(certificate: Buffer): Buffer {
  const data = seq(int(1), setOf(), seq(oid(OID.data)), explicit(0, certificate), setOf())
  const base64 = seq(oid(OID.signedData), explicit(0, data)).toString('base64')
  return Buffer.from(`-----BEGIN PKCS7-----\n${base64}\n-----END PKCS7-----\n`)
}

const crl: Handler = ({ path }, { pki, faults }) => {
  const authority = authorityNamed(nameIn(path), pki)
  if (!authority) return undefined
  if (faults.crl === 'garbage') return file(Buffer.from('not a list'), 'application/pkix-crl')
  const now = faults.crl === 'stale' ? staleAt(new Date()) : new Date()
  const revoked = nameIn(path) === 'cong-cong' ? pki.revoked : []
  return file(crlOf(authority, revoked, now), 'application/pkix-crl')
}

const p12: Handler = ({ path }, { pki }) => {
  const holder = HOLDERS.find(({ id }) => id === nameIn(path))
  const identity = holder && pki.holders[holder.id]
  if (!identity || holder.password === undefined) return undefined
  const { root, issuing } = pki.authorities[holder.authority]
  const chain = holder.state === 'unknown-root' ? [] : [issuing.certificate, root.certificate]
  const names = { title: holder.subject.commonName, password: holder.password }
  return file(pkcs12Of(identity, chain, names), 'application/x-pkcs12', `${holder.id}.p12`)
}

const garbage = Buffer.from('<html>502 Bad Gateway</html>')

const ocsp: Handler = ({ path, method, body }, { pki, faults }) => {
  const type = 'application/ocsp-response'
  if (faults.ocsp === 'garbage') return file(garbage, type)
  // RFC 6960 A.1: GET carries the request base64-encoded in the path.
  const question = method === 'GET' ? Buffer.from(decodeURIComponent(path.slice('/ocsp/'.length)), 'base64') : body
  return file(answerOcsp(question, pki, faults.ocsp, new Date()), type)
}

const tsa: Handler = ({ method, body }, { pki, faults }) => {
  if (method !== 'POST') return undefined
  const type = 'application/timestamp-reply'
  return file(faults.tsa === 'garbage' ? garbage : answerTimestamp(body, pki, faults.tsa, new Date()), type)
}

const parsedJson = (body: Buffer): unknown => (body.length === 0 ? {} : JSON.parse(body.toString('utf8')))

const faultControl: Handler = ({ method, body }, services) => {
  if (method === 'POST') services.faults = faultSwitches.parse(parsedJson(body))
  return json(services.faults)
}

const MISBEHAVING: Readonly<Record<string, Reply>> = {
  busy: json({ error: 'too_many_requests' }, 429),
  garbage: file(garbage, 'application/json'),
}

const csc: Handler = (request, services) => {
  const isAsked = request.method === 'POST' && !request.path.endsWith('oauth2/authorize')
  const misbehaving = isAsked ? MISBEHAVING[services.faults.csc ?? ''] : undefined
  return misbehaving ?? cscMethod(request, services)
}

const cscMethod: Handler = ({ path, query, method, body, bearer }, services) => {
  const { sessions, client, credentials, origin, faults } = services
  const name = path.slice('/csc/v2/'.length)
  const form = new URLSearchParams(method === 'POST' ? body.toString('utf8') : '')
  if (name === 'oauth2/authorize') {
    return authorize(query, method === 'POST' ? form : undefined, { client, credentials, sessions })
  }
  if (method !== 'POST') return undefined
  if (name === 'oauth2/token') return token(form, client, sessions)
  if (name === 'oauth2/revoke') return revoke(form, sessions)
  return API.get(name)?.({ body: parsedJson(body), bearer, fault: faults.csc }, { origin, credentials, sessions })
}

type Route = { prefix: string; handler: Handler; service?: keyof Faults }

const ROUTES: readonly Route[] = [
  { prefix: '/health', handler: () => json({ status: 'ok' }) },
  { prefix: '/faults', handler: faultControl },
  { prefix: '/index.json', handler: (_, { origin, pki }) => json(indexOf(origin, pki)) },
  { prefix: '/ca/', handler: certificateFile, service: 'ca' },
  { prefix: '/p12/', handler: p12 },
  { prefix: '/crl/', handler: crl, service: 'crl' },
  { prefix: '/ocsp', handler: ocsp, service: 'ocsp' },
  { prefix: '/tsa', handler: tsa, service: 'tsa' },
  { prefix: '/csc/v2/', handler: csc, service: 'csc' },
]

async function requestOf(req: IncomingMessage): Promise<Request> {
  const url = new URL(req.url ?? '/', 'http://localhost')
  return {
    path: url.pathname,
    query: url.searchParams,
    method: req.method ?? 'GET',
    body: await bodyOf(req),
    bearer: /^(?:Bearer|SAD) (\S+)$/.exec(req.headers.authorization ?? '')?.[1],
  }
}

async function answer(req: IncomingMessage, services: Services): Promise<Reply> {
  const request = await requestOf(req)
  if (request.path === '/') return html(homePage(services.origin))
  const route = ROUTES.find(({ prefix }) => request.path.startsWith(prefix))
  const fault = route?.service && services.faults[route.service]
  if (fault === 'down') return json({ error: 'temporarily_unavailable' }, 503)
  if (fault === 'slow') await sleep(SLOW, undefined, { ref: false })
  return route?.handler(request, services) ?? json({ error: 'not_found' }, 404)
}

function refusal(error: unknown): Reply {
  if (error instanceof TooLarge) return json({ error: 'invalid_request', error_description: error.message }, 413)
  if (error instanceof SyntaxError) return json({ error: 'invalid_request', error_description: 'not JSON' }, 400)
  if (error instanceof z.ZodError)
    return json({ error: 'invalid_request', error_description: z.prettifyError(error) }, 422)
  console.error(error)
  return json({ error: 'server_error' }, 500)
}

/** The request listener of all services. */
export function listener(services: Services) {
  return (req: IncomingMessage, res: ServerResponse): void => {
    void answer(req, services)
      .catch(refusal)
      .then((reply) => {
        res.setHeader('content-security-policy', contentSecurityPolicy(services.client.portalOrigin))
        send(res, reply)
      })
  }
}
