import { AsyncLocalStorage } from 'node:async_hooks'
import type { Visitor } from '@/lib/accounts/server'
import type { Ctx } from '@/lib/ports'

/** Who visits, and the clock of their session. */
export type Visit = Ctx & Pick<Visitor, 'session'>

type CookieOptions = {
  path?: string
  maxAge?: number
  httpOnly?: boolean
  secure?: boolean
  sameSite?: 'lax' | 'strict' | 'none'
}

/** The cookies that came with a request, and those that its answer sets. */
export type Cookies = {
  get: (name: string) => { value: string } | undefined
  set: (name: string, value: string, options: CookieOptions) => unknown
  delete: (cookie: { name: string; path?: string }) => unknown
}

/** A request answered without Next's router. */
type CurrentRequest = { headers: Headers; cookies: Cookies; visit?: Promise<Visit> }

declare global {
  /** One for all copies of this file: programs bundled apart share the process. */
  var motCuaRequests: AsyncLocalStorage<CurrentRequest> | undefined
}

function requests(): AsyncLocalStorage<CurrentRequest> {
  globalThis.motCuaRequests ??= new AsyncLocalStorage()
  return globalThis.motCuaRequests
}

/** Answers a request that Next does not know of: within `work` it is the one whose headers and cookies are asked for. */
export function answering<T>(request: Pick<CurrentRequest, 'headers' | 'cookies'>, work: () => Promise<T>): Promise<T> {
  return requests().run({ ...request }, work)
}

/** The request being answered, where it is not Next's. */
export const currentRequest = (): CurrentRequest | undefined => requests().getStore()

/** The headers of the request being answered. */
export async function requestHeaders(): Promise<Headers> {
  return currentRequest()?.headers ?? (await import('next/headers')).headers()
}

/** The cookies of the request being answered, and of its answer. */
export async function requestCookies(): Promise<Cookies> {
  return currentRequest()?.cookies ?? (await import('next/headers')).cookies()
}
