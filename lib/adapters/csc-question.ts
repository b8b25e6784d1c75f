import { setTimeout as sleep } from 'node:timers/promises'
import type { z } from 'zod'
import type { Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import type { RemoteFailure } from '@/lib/ports'

export type CscQuestion<T> = {
  url: string
  schema: z.ZodType<T>
  request: RequestInit
  /** Asking twice must do no harm: what signs or uses up a code is asked again only where it was turned away unread. */
  isRepeatable: boolean
}

export type CscManners = { patienceMs: number; pausesMs: readonly number[] }
export const CSC_MANNERS: CscManners = { patienceMs: 8_000, pausesMs: [300, 1_000] }

const MAX_ANSWER = 1024 * 1024
const LONGEST_PAUSE_MS = 3_000

/** `again`: asking once more may help, always or only where the call was turned away unread. */
type Try<T> = { result: Result<T, RemoteFailure>; again: 'any' | 'unread' | 'no'; afterMs?: number }

/** One call of the API: bounded in time and size, tried again only where that can help and cannot hurt. */
export async function askCsc<T>(question: CscQuestion<T>, manners: CscManners): Promise<Result<T, RemoteFailure>> {
  for (const pause of manners.pausesMs) {
    const { result, again, afterMs } = await once(question, manners.patienceMs)
    if (again === 'no' || (again === 'any' && !question.isRepeatable)) return result
    await sleep(Math.min(LONGEST_PAUSE_MS, afterMs ?? pause))
  }
  return (await once(question, manners.patienceMs)).result
}

async function once<T>({ url, schema, request }: CscQuestion<T>, patienceMs: number): Promise<Try<T>> {
  try {
    const signal = AbortSignal.timeout(patienceMs)
    const answer = await fetch(url, { method: 'POST', redirect: 'error', ...request, signal })
    if (!answer.ok) return refusal(answer)
    const body = schema.safeParse(parseJson(await readBounded(answer)))
    return { result: body.success ? ok(body.data) : err('unusable'), again: 'no' }
  } catch {
    // Not reachable, or too slow.
    return { result: err('unavailable'), again: 'any' }
  }
}

/** 429 says the call was not carried out; 5xx says nothing of the kind; other 4xx mean the code or token no longer counts. */
function refusal(answer: Response): Try<never> {
  void answer.body?.cancel()
  if (answer.status === 429) return { result: err('busy'), again: 'unread', ...retryAfter(answer) }
  if (answer.status >= 500) return { result: err('unavailable'), again: 'any', ...retryAfter(answer) }
  return { result: err('lapsed'), again: 'no' }
}

function retryAfter(answer: Response): { afterMs?: number } {
  const seconds = Number.parseInt(answer.headers.get('retry-after') ?? '', 10)
  return Number.isFinite(seconds) && seconds >= 0 ? { afterMs: seconds * 1000 } : {}
}

async function readBounded(answer: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of answer.body ?? []) {
    size += part.byteLength
    if (size > MAX_ANSWER) return ''
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON: the schema will say so.
    return undefined
  }
}
