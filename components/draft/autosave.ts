'use client'
import { useEffect, useMemo, useState } from 'react'

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

/** Sends what changed shortly after the last keystroke; what cannot be sent is kept on this device and sent again and again. */
function makeSaver(url: string, tell: (status: SaveStatus) => void) {
  const waiting = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let tries = 0

  async function flush(form: HTMLFormElement) {
    const fields = new Set(waiting)
    if (fields.size === 0) return
    const entries = entriesOf(form, fields)
    waiting.clear()
    tell({ kind: 'saving' })
    const done = await post(url, entries).catch((): SaveStatus => ({ kind: 'offline' }))
    tell(done)
    if (done.kind === 'saved') {
      tries = 0
      localStorage.removeItem(keepKey(url))
    } else if (done.kind !== 'closed') {
      for (const field of fields) waiting.add(field)
      localStorage.setItem(keepKey(url), JSON.stringify(entries))
      tries += 1
      sendIn(Math.min(LONGEST_WAIT_MS, 1000 * 2 ** tries), form)
    }
  }

  function sendIn(milliseconds: number, form: HTMLFormElement) {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(form), milliseconds)
  }

  return {
    changed: (form: HTMLFormElement, fieldId: string) => {
      waiting.add(fieldId)
      sendIn(PAUSE_MS, form)
    },
    stop: () => {
      clearTimeout(timer)
    },
  }
}

/** Saves each changed question by itself; `status` is what the person is told about it. */
export function useAutosave(url: string) {
  const [status, setStatus] = useState<SaveStatus>({ kind: 'idle' })
  const saver = useMemo(() => makeSaver(url, setStatus), [url])
  useEffect(() => saver.stop, [saver])
  return { status, changed: saver.changed }
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
