import { type NewsOptions, newsClient } from '@/db/client'

import type { PageCache } from './page-cache'

/** `select pg_notify('page_changed', tag)`, in the transaction of the change, tells every server process. */
const CHANNEL = 'page_changed'

/** A connection may also die without a word: one that answers nothing for so many beats is dead. */
const BEAT_MS = 250
const BEATS_UNTIL_DEAD = 4
const PAUSE_BEFORE_NEXT_TRY_MS = 250

type Listener = Pick<PageCache, 'changed' | 'newsLost' | 'newsBack'>
export type Following = { close: () => Promise<void> }
type Ear = { ended: Promise<void>; close: () => Promise<void> }

/**
 * Keeps the cache as new as the database. The cache is told when the connection is lost, and when there is one again: news
 * may have been missed in between. Resolves after the first try to connect.
 */
export async function followChanges(
  url: string,
  options: Pick<NewsOptions, 'name'>,
  cache: Listener,
): Promise<Following> {
  const closing = new AbortController()
  const isClosed = () => closing.signal.aborted
  const tryOnce = async () => {
    const ear = await listen(url, options, cache)
    if (ear === null) cache.newsLost()
    else cache.newsBack()
    return ear
  }
  let ear = await tryOnce()
  const following = (async () => {
    for (;;) {
      await ear?.ended
      if (isClosed()) return
      cache.newsLost()
      await pause(PAUSE_BEFORE_NEXT_TRY_MS)
      ear = isClosed() ? null : await tryOnce()
    }
  })()
  return {
    async close() {
      closing.abort()
      await ear?.close()
      await following
    },
  }
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/** One connection that listens until it dies; null when none could be made. */
async function listen(url: string, options: Pick<NewsOptions, 'name'>, cache: Listener): Promise<Ear | null> {
  let end = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const sql = newsClient(url, {
    ...options,
    onNews: cache.changed,
    onEnd: () => {
      end()
    },
  })
  const stopBeating = { now: () => {} }
  const close = async () => {
    stopBeating.now()
    end()
    await sql.end({ timeout: 0 })
  }
  try {
    await sql.unsafe(`listen ${CHANNEL}`)
  } catch {
    await close()
    return null
  }
  stopBeating.now = beat(
    () => sql`select 1`,
    () => void close(),
  )
  void ended.then(close)
  return { ended, close }
}

/** Asks again and again, one question at a time; returns the end of the asking. */
function beat(ask: () => Promise<unknown>, onSilence: () => void): () => void {
  let unanswered = 0
  const timer = setInterval(() => {
    // An answer that has arrived while this process was busy is taken in first.
    setImmediate(() => {
      unanswered += 1
      if (unanswered > BEATS_UNTIL_DEAD) onSilence()
      if (unanswered > 1) return
      ask().then(
        () => {
          unanswered = 0
        },
        () => undefined,
      )
    })
  }, BEAT_MS)
  return () => {
    clearInterval(timer)
  }
}
