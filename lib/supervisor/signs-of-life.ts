import type { ChildProcess } from 'node:child_process'

const LOOK_EVERY_MS = 1_000
/** No work of ours keeps an event loop busy for so long, even on a crowded machine. */
const LOOKS_WHILE_RUNNING = 40
/** Who is asked to end and does not even say that it lives has nothing to end in order. */
const LOOKS_WHILE_STOPPING = 4

export type Patience = { everyMs?: number; running?: number; stopping?: number }

/**
 * Calls `onSilence` once a program that used to say that it lives has stopped saying so: frozen, or busy for ever. Looks are counted, not
 * time: a launcher that was asleep itself hears everything as soon as it wakes.
 */
export function listenFor(child: ChildProcess, onSilence: () => void, patience: Patience = {}) {
  const { everyMs = LOOK_EVERY_MS, running = LOOKS_WHILE_RUNNING, stopping = LOOKS_WHILE_STOPPING } = patience
  let isHeard = false
  let missed = 0
  let most = running
  child.on('message', () => {
    isHeard = true
    missed = 0
  })
  const timer = setInterval(() => {
    missed += 1
    if (!isHeard || missed < most) return
    clearInterval(timer)
    onSilence()
  }, everyMs)
  child.once('exit', () => {
    clearInterval(timer)
  })
  return {
    /** It has been asked to end. */
    stopping() {
      most = stopping
    },
  }
}
