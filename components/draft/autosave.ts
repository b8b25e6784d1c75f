'use client'
import { useCallback, useEffect, useRef, useState } from 'react'

export type SaveStatus =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'offline' }
  | { kind: 'signed-out' }
  | { kind: 'closed' }

const PAUSE_MS = 350
const LONGEST_WAIT_MS = 15_000

type Entries = [string, string][]

/** The inputs that belong to some questions of the form, and `_asked` so that the server leaves all others alone. */
function entriesOf(form: HTMLFormElement, fieldIds: ReadonlySet<string>): Entries {
  const belongs = (name: string) => [...fieldIds].some((id) => name === id || name.startsWith(`${id}.`))
  const typed = [...new FormData(form)].flatMap(
    ([name, value]): Entries => (typeof value === 'string' && belongs(name) ? [[name, value]] : []),
  )
  return [...typed, ...[...fieldIds].map((id): [string, string] => ['_asked', id])]
}

/** What could not be sent is kept on this device until it could. */
const keepKey = (url: string) => `mot-cua:${url}`

async function post(url: string, entries: Entries): Promise<SaveStatus> {
  const answer = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams(entries),
    headers: { accept: 'application/json' },
  })
  if (answer.status === 401) return { kind: 'signed-out' }
  if (answer.status === 409 || answer.status === 404) return { kind: 'closed' }
  if (!answer.ok) throw new Error(String(answer.status))
  const body: unknown = await answer.json()
  const at = typeof body === 'object' && body !== null && 'savedAt' in body ? String(body.savedAt) : ''
  return {
    kind: 'saved',
    at: new Date(at).toLocaleTimeString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', hour12: false }),
  }
}

/** Saves each changed question by itself shortly after the last keystroke, and again and again while the network is away. */
export function useAutosave(url: string) {
  const [status, setStatus] = useState<SaveStatus>({ kind: 'idle' })
  const waiting = useRef(new Set<string>())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const tries = useRef(0)
  const flush = useCallback(
    async (form: HTMLFormElement) => {
      const fields = new Set(waiting.current)
      if (fields.size === 0) return
      const entries = entriesOf(form, fields)
      waiting.current.clear()
      setStatus({ kind: 'saving' })
      const done = await post(url, entries).catch((): SaveStatus => ({ kind: 'offline' }))
      setStatus(done)
      if (done.kind === 'saved') {
        tries.current = 0
        localStorage.removeItem(keepKey(url))
        return
      }
      if (done.kind === 'closed') return
      for (const field of fields) waiting.current.add(field)
      localStorage.setItem(keepKey(url), JSON.stringify(entries))
      tries.current += 1
      timer.current = setTimeout(() => void flush(form), Math.min(LONGEST_WAIT_MS, 1000 * 2 ** tries.current))
    },
    [url],
  )
  const changed = useCallback(
    (form: HTMLFormElement, fieldId: string) => {
      waiting.current.add(fieldId)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(form), PAUSE_MS)
    },
    [flush],
  )
  useEffect(() => () => clearTimeout(timer.current), [])
  return { status, changed, flush }
}

/** Sends what an earlier visit could not save; true when something was sent and the page should be read again. */
export async function sendKept(url: string): Promise<boolean> {
  const kept = localStorage.getItem(keepKey(url))
  if (kept === null) return false
  const parsed: unknown = JSON.parse(kept)
  const entries = Array.isArray(parsed)
    ? parsed.flatMap((pair: unknown): Entries => (Array.isArray(pair) ? [[String(pair[0]), String(pair[1])]] : []))
    : []
  const done = await post(url, entries).catch(() => null)
  if (done?.kind !== 'saved') return false
  localStorage.removeItem(keepKey(url))
  return true
}
