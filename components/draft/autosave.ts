'use client'
import { useEffect, useState } from 'react'
import type { RefObject } from 'react'
import { forgetKept, keep } from './kept-typing'
import type { Entries } from './kept-typing'
import { seenAnswers } from './seen-answers'

export type SaveStatus =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string; elsewhere: readonly string[]; disputed: readonly string[] }
  | { kind: 'offline' }
  | { kind: 'signed-out'; at: string }
  | { kind: 'closed' }

const PAUSE_MS = 350
const LONGEST_WAIT_MS = 15_000

/** The inputs that belong to some questions of the form, and `_asked` so that the server leaves all others alone. */
function entriesOf(form: HTMLFormElement, fieldIds: ReadonlySet<string>): Entries {
  const belongs = (name: string) => [...fieldIds].some((id) => name === id || name.startsWith(`${id}.`))
  const typed = [...new FormData(form)].flatMap(
    ([name, value]): Entries => (typeof value === 'string' && belongs(name) ? [[name, value]] : []),
  )
  return [...typed, ...[...fieldIds].map((id): [string, string] => ['_asked', id])]
}

/** A browser lets a page that goes send no more than this behind its back. */
const MOST_BEHIND_ITS_BACK = 60_000

async function post(url: string, entries: Entries): Promise<SaveStatus> {
  const body = new URLSearchParams(entries).toString()
  const answer = await fetch(url, {
    method: 'POST',
    body,
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    keepalive: body.length < MOST_BEHIND_ITS_BACK,
  })
  if (answer.status === 401) return { kind: 'signed-out', at: entries.find(([name]) => name === '_asked')?.[1] ?? '' }
  if (answer.status === 409 || answer.status === 404) return { kind: 'closed' }
  if (!answer.ok) throw new Error(String(answer.status))
  const answerBody: unknown = await answer.json()
  return {
    kind: 'saved',
    ...{ elsewhere: idsIn(answerBody, 'elsewhere'), disputed: idsIn(answerBody, 'disputed') },
    at: new Date(String(partOf(answerBody, 'savedAt'))).toLocaleTimeString('vi-VN', {
      timeZone: 'Asia/Ho_Chi_Minh',
      hour12: false,
    }),
  }
}

const partOf = (answerBody: unknown, name: string): unknown =>
  typeof answerBody === 'object' && answerBody !== null ? Reflect.get(answerBody, name) : undefined

function idsIn(answerBody: unknown, name: string): string[] {
  const ids = partOf(answerBody, name)
  return Array.isArray(ids) ? ids.map(String) : []
}

type Saver = {
  readonly url: string
  readonly seen: ReturnType<typeof seenAnswers>
  readonly element: RefObject<HTMLFormElement | null>
  readonly tell: (status: SaveStatus) => void
  readonly waiting: Set<string>
  sending: { fields: ReadonlySet<string>; done: Promise<void> } | null
  timer: ReturnType<typeof setTimeout> | undefined
  tries: number
}

function sendIn(saver: Saver, milliseconds: number): void {
  clearTimeout(saver.timer)
  saver.timer = setTimeout(() => {
    flush(saver)
  }, milliseconds)
}

/** One request after the other, so that an older text never overtakes a newer one. */
function flush(saver: Saver): void {
  const { element, waiting, tell } = saver
  if (element.current === null || waiting.size === 0 || saver.sending !== null) return
  const fields = new Set(waiting)
  waiting.clear()
  tell({ kind: 'saving' })
  const typed = entriesOf(element.current, fields)
  const entries = [...typed, ...saver.seen.entries()]
  saver.sending = { fields, done: send(saver, fields, { entries, sent: saver.seen.sending(typed, fields) }) }
}

type Sent = { entries: Entries; sent: ReadonlyMap<string, string> }

async function send(saver: Saver, fields: ReadonlySet<string>, { entries, sent }: Sent): Promise<void> {
  const done = await post(saver.url, entries).catch((): SaveStatus => ({ kind: 'offline' }))
  saver.sending = null
  saver.tell(done)
  if (done.kind === 'saved') {
    saver.tries = 0
    saver.seen.isKept(sent, done.disputed)
    if (saver.waiting.size === 0) forgetKept(saver.url)
    else sendIn(saver, PAUSE_MS)
  } else if (done.kind !== 'closed') {
    saver.tries += 1
    keep(saver.url, entries)
    wait(saver, fields, Math.min(LONGEST_WAIT_MS, 1000 * 2 ** saver.tries))
  }
}

function wait(saver: Saver, fieldIds: Iterable<string>, milliseconds = PAUSE_MS): void {
  for (const id of fieldIds) saver.waiting.add(id)
  if (saver.waiting.size > 0) sendIn(saver, milliseconds)
}

/** The page itself is about to be sent with everything on it. Gives what it has seen, and how to go on when that failed. */
async function hold(saver: Saver): Promise<{ seen: Entries; goOn: () => void }> {
  await saver.sending?.done
  clearTimeout(saver.timer)
  const fieldIds = [...saver.waiting]
  saver.waiting.clear()
  const goOn = () => {
    wait(saver, fieldIds)
  }
  return { seen: saver.seen.entries(), goOn }
}

/** Nobody looks at the page any more, and perhaps never will: what the server may not have is kept here and sent. */
function leave(saver: Saver, isGoing: boolean): void {
  const { url, waiting, sending } = saver
  const form = saver.element.current
  if (form === null || waiting.size === 0) return
  clearTimeout(saver.timer)
  const fields = new Set([...waiting, ...(sending?.fields ?? [])])
  const typed = entriesOf(form, fields)
  saver.seen.sending(typed, fields)
  const entries = [...typed, ...saver.seen.entries()]
  keep(url, entries)
  if (isGoing) void post(url, entries).catch(() => undefined)
  else flush(saver)
}

type Parts = Pick<Saver, 'url' | 'element' | 'tell' | 'seen'>

function makeSaver(parts: Parts) {
  const saver: Saver = { ...parts, waiting: new Set(), sending: null, timer: undefined, tries: 0 }
  return {
    seen: parts.seen,
    changed: (fieldIds: readonly string[]) => {
      wait(saver, fieldIds)
    },
    hold: () => hold(saver),
    leave: (isGoing: boolean) => {
      leave(saver, isGoing)
    },
  }
}

/**
 * Saves each changed question by itself shortly after the last keystroke; what cannot be sent is kept on this device and
 * sent again and again. `status` is what the person is told about it.
 */
export function useAutosave(url: string, element: Saver['element'], about: Parameters<typeof seenAnswers>[0]) {
  const [status, setStatus] = useState<SaveStatus>({ kind: 'idle' })
  const [saver] = useState(() => makeSaver({ url, element, tell: setStatus, seen: seenAnswers(about) }))
  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden') saver.leave(false)
    }
    const going = () => {
      saver.leave(true)
    }
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('pagehide', going)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('pagehide', going)
    }
  }, [saver])
  return { status, saver }
}
