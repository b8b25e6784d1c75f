'use client'
import { useState } from 'react'
import { say } from '@/lib/i18n'
import type { Locale, Text } from '@/lib/i18n'
import type { CheckStage, BrowserVerdict } from './judge-in-browser'
import { VERIFY_WORDS as W } from '../report/verify-words'

export type CheckState =
  | { kind: 'working'; stage: CheckStage }
  | ({ kind: 'judged' } & BrowserVerdict)
  | { kind: 'refused'; words: string }
export type Check = { id: string; file: File; state: CheckState }

const NOT_STARTED: CheckState = { kind: 'working', stage: { kind: 'reading', share: 0 } }

/** Files judged on this device one after the other, the newest batch on top; the code comes when it is first needed. */
export function useChecks(locale: Locale) {
  const [checks, setChecks] = useState<Check[]>([])

  async function run(fresh: readonly Check[]) {
    for (const { id, file } of fresh) {
      const set = (state: CheckState) => {
        setChecks((all) => all.map((check) => (check.id === id ? { ...check, state } : check)))
      }
      set(
        await stateOf(file, locale, (stage) => {
          set({ kind: 'working', stage })
        }),
      )
    }
  }

  function check(files: readonly File[]) {
    const fresh = files.map((file) => ({ id: crypto.randomUUID(), file, state: NOT_STARTED }))
    setChecks(fresh)
    void run(fresh)
  }
  return { checks, check }
}

async function stateOf(file: File, locale: Locale, onStage: (stage: CheckStage) => void): Promise<CheckState> {
  const refuse = (words: Text): CheckState => ({ kind: 'refused', words: say(words, locale) })
  if (file.size === 0) return refuse(W.empty)
  try {
    const { judgeInBrowser } = await import('./judge-in-browser')
    return { kind: 'judged', ...(await judgeInBrowser(file, onStage)) }
  } catch (error) {
    if (error instanceof DOMException) return refuse(W.unreadableHere)
    return refuse(W.brokenHere)
  }
}
