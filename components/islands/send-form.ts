import type { Refusal } from '@/lib/errors'
import { refreshPage } from './refresh-page'

type Sent = { next: string } | { refusal: Refusal }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** What a form of a plain page is answered where a script sends it (`app/form-answer.ts`). */
function sentIn(body: unknown): Sent | null {
  if (!isRecord(body)) return null
  if (typeof body['next'] === 'string') return { next: body['next'] }
  // What has these our own server wrote by the same type.
  return 'code' in body && 'words' in body && 'issues' in body ? { refusal: body as Refusal } : null
}

/** Sends a form to the page it stands on; null during an outage. */
export async function sendForm(action: string, form: FormData): Promise<Sent | null> {
  try {
    const answer = await fetch(action, { method: 'POST', body: form, headers: { accept: 'application/json' } })
    return sentIn(await answer.json())
  } catch {
    return null
  }
}

/** Goes where a form leads: to the page one is on by bringing it up to date. False where the page is being left. */
export async function goOn(next: string): Promise<boolean> {
  const to = new URL(next, location.href)
  const isHere = to.pathname === location.pathname
  if (isHere) {
    if (to.href !== location.href) history.replaceState(null, '', to)
    await refreshPage()
  } else location.assign(next)
  return isHere
}
