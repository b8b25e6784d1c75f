import 'server-only'
import { z } from 'zod'
import { cookieRules, seal, unseal } from '@/lib/accounts/server'
import { keptErrorWords } from '@/lib/errors'
import type { DomainError } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { requestCookies } from '@/lib/runtime/server'

/** Only the last refusal is kept: it is told on the next page. */
const COOKIE = 'loi'
const LIFE_SECONDS = 600
const LONGEST_VALUE = 300

type Query = Record<string, string | string[] | undefined>

const storedRefusal = z.object({
  code: z.string(),
  detail: z.record(z.string(), z.string()),
  until: z.number(),
})

const sealOf = (id: string) => ({ purpose: 'refusal', owner: id }) as const

/**
 * The address of a page with a refusal to be told there. The address carries a number alone; what is said is sealed in a cookie of
 * the browser that was refused, so nobody can put words on a page of ours by writing a link.
 */
export async function addressWithRefusal(ctx: Ctx, path: string, { code, detail = {} }: DomainError): Promise<string> {
  const id = Buffer.from(ctx.random(12)).toString('base64url')
  const values = new Map(Object.entries(detail).map(([key, value]) => [key, String(value).slice(0, LONGEST_VALUE)]))
  const until = ctx.now.getTime() + LIFE_SECONDS * 1000
  const text = JSON.stringify({ code, detail: Object.fromEntries(values), until })
  const sealed = seal(ctx.ports.secrets.personalData, sealOf(id), text, ctx.random(12))
  const jar = await requestCookies()
  jar.set(COOKIE, Buffer.from(sealed).toString('base64url'), { ...cookieRules(), path: '/', maxAge: LIFE_SECONDS })
  return `${path}${path.includes('?') ? '&' : '?'}loi=${id}`
}

/** The words of the refusal this page was reached with; null for none, for another browser's, and for an old one. */
export async function refusalIn(ctx: Ctx, query: Query): Promise<string | null> {
  const jar = await requestCookies()
  const [id, sealed] = [query['loi'], jar.get(COOKIE)?.value]
  if (typeof id !== 'string' || sealed === undefined) return null
  const refusal = openRefusal(ctx, id, sealed)
  if (refusal === null || refusal.until < ctx.now.getTime()) return null
  return keptErrorWords(refusal, ctx.locale)
}

function openRefusal(ctx: Ctx, id: string, sealed: string): z.infer<typeof storedRefusal> | null {
  try {
    const text = unseal(ctx.ports.secrets.personalData, sealOf(id), Buffer.from(sealed, 'base64url'))
    return storedRefusal.parse(JSON.parse(text))
  } catch {
    // Not sealed by us, or for another address.
    return null
  }
}
