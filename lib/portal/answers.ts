import { statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { type Answer, type Answers, answering, type Cookies, type Methods } from '@/lib/runtime/server'
import type { Handle } from './handle'
import { pathOf } from './path-of'

type Route = { pattern: RegExp; names: readonly string[]; methods: Methods }

const PROGRAM = path.resolve('dist/answers.mjs')

/** The routes as patterns, those spelled out before those filled in. */
export function routesOf(answers: Answers): Route[] {
  const weight = (route: string) => route.replaceAll('[', '~')
  return Object.entries(answers)
    .toSorted(([a], [b]) => (weight(a) < weight(b) ? -1 : 1))
    .map(([route, methods]) => ({
      pattern: new RegExp(`^${route.replaceAll(/\[[^\]]+\]/g, '([^/]+)')}$`),
      names: [...route.matchAll(/\[([^\]]+)\]/g)].flatMap(([, name = '']) => name),
      methods,
    }))
}

/** The route of a path and what fills it in; null for none, and for a path that is not one. */
export function routeFor(
  routes: readonly Route[],
  pathname: string,
): { methods: Methods; params: Record<string, string> } | null {
  for (const { pattern, names, methods } of routes) {
    const parts = pattern.exec(pathname)?.slice(1)
    if (parts === undefined) continue
    try {
      return {
        methods,
        params: Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(parts[at] ?? '')])),
      }
    } catch {
      return null
    }
  }
  return null
}

type Wishes = {
  /** The public address of the portal. */
  origin: string
  routes: () => Promise<readonly Route[]>
  /** Answers what is none of them. */
  next: Handle
}

/**
 * Answers some routes and hands on the rest. Next's router and what it wraps around a route cost more than most of
 * these pages; what they are given and give back is the same.
 */
export function answerOrHandOn({ origin, routes, next }: Wishes): Handle {
  // Only once Next itself has been: it prepares what this needs.
  const web = once(() => import('next/server'))
  return async (request, response) => {
    const route = routeFor(await routes(), pathOf(request))
    if (route === null) return next(request, response)
    const { methods, params } = route
    const method = methodFor(methods, request)
    if (method === undefined) {
      response.writeHead(405, { allow: Object.keys(methods).join(', ') }).end()
      return
    }
    const { NextRequest, NextResponse } = await web()
    const webRequest = new NextRequest(`${origin}${request.url ?? '/'}`, requestOf(request))
    const { cookies: changed, headers } = new NextResponse()
    const cookies: Cookies = {
      get: (name) => webRequest.cookies.get(name),
      set: (name, value, options) => changed.set(name, value, options),
      delete: (cookie) => changed.delete(cookie),
    }
    const answer = await answering({ headers: webRequest.headers, cookies }, () =>
      method(webRequest, { params: Promise.resolve(params) }),
    )
    await send(answer, headers.getSetCookie(), response)
  }
}

function methodFor(methods: Methods, { method }: IncomingMessage): Answer | undefined {
  if (method === 'POST') return methods.POST?.bind(methods)
  return method === 'GET' || method === 'HEAD' ? methods.GET?.bind(methods) : undefined
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let pending: Promise<T> | null = null
  return () => (pending ??= work())
}

/** The routes of `app/answers.ts`, as they were bundled; while somebody works on them, as they are by now. */
export function bundledRoutes({ isDevelopment }: { isDevelopment: boolean }): () => Promise<readonly Route[]> {
  return isDevelopment ? () => loadRoutes(String(statSync(PROGRAM).mtimeMs)) : once(() => loadRoutes(''))
}

async function loadRoutes(version: string): Promise<Route[]> {
  const address = pathToFileURL(PROGRAM)
  if (version !== '') address.searchParams.set('v', version)
  const { answers } = await (import(address.href) as Promise<{ answers: Answers }>)
  return routesOf(answers)
}

function requestOf(request: IncomingMessage) {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    for (const line of [value ?? []].flat()) headers.append(name, line)
  const method = request.method ?? 'GET'
  if (method !== 'POST') return { method, headers }
  return { method, headers, body: Readable.toWeb(request) as ReadableStream, duplex: 'half' } as const
}

async function send(answer: Response, cookies: readonly string[], response: ServerResponse): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer())
  for (const [name, value] of answer.headers) response.setHeader(name, value)
  const setCookies = [...answer.headers.getSetCookie(), ...cookies]
  if (setCookies.length > 0) response.setHeader('set-cookie', setCookies)
  response.writeHead(answer.status, { 'content-length': body.byteLength })
  // Node leaves the body of an answer to HEAD away by itself.
  response.end(body)
}
