'use client'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import type { Text } from '@/lib/i18n'
import { err } from '@/lib/kernel'
import { LEADER_WORDS as W } from './leader-words'
import type { OpenedKey } from '../key/open-key'
import type { Stored } from '../browser-signing/sign-stored'
import { withSigningCode } from '../certificate/use-keys'

/** One paper to be signed, by the code of its dossier. */
export type BatchItem = { position: number; code: string; file: Stored }
export type Outcome = { position: number; code: string; refusal: Text | null }

const silent = () => undefined

/** Whatever goes wrong with one paper is that paper's own trouble. */
function sign(file: Stored, key: OpenedKey) {
  return withSigningCode((code) => code.signStored(file, key, silent)).catch(() => err(W.unexpected))
}

/** Signs papers one after the other with an opened key, each by itself, and keeps what became of each. */
export function useBatch(items: readonly BatchItem[]) {
  const router = useRouter()
  const [outcomes, setOutcomes] = useState<Outcome[]>([])
  const [work, setWork] = useState<{ code: string; done: number; count: number } | null>(null)
  const isBusy = useRef(false)
  const toStop = useRef(new AbortController())

  async function signAll(key: OpenedKey) {
    if (isBusy.current) return
    isBusy.current = true
    toStop.current = new AbortController()
    const { signal } = toStop.current
    setOutcomes([])
    for (const [done, { position, code, file }] of items.entries()) {
      if (signal.aborted) break
      setWork({ code, done, count: items.length })
      const signed = await sign(file, key)
      setOutcomes((before) => [...before, { position, code, refusal: signed.ok ? null : signed.error }])
    }
    setWork(null)
    isBusy.current = false
    router.refresh()
  }
  const stop = () => {
    toStop.current.abort()
  }
  return { outcomes, work, signAll, stop }
}
