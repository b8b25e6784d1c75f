import { randomUUID } from 'node:crypto'
import { localeOf } from '@/lib/i18n'
import type { Ctx } from '@/lib/ports'
import { surroundings } from './parts'

/** The context of the request being answered: who is signed in, in which language, under which id. */
export async function requestContext(): Promise<Ctx> {
  // Loaded when asked for: the worker enters by the same door and has no requests.
  const { cookies, headers } = await import('next/headers')
  const [jar, asked] = await Promise.all([cookies(), headers()])
  return {
    ...surroundings(),
    actor: { kind: 'anonymous' },
    requestId: asked.get('x-request-id') ?? randomUUID(),
    locale: localeOf(jar.get('ngon-ngu')?.value),
  }
}
