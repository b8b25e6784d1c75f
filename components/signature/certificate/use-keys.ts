'use client'
import { useState } from 'react'
import type { Text } from '@/lib/i18n'
import { err } from '@/lib/kernel'
import type { Result } from '@/lib/kernel'
import type { Official, RightSubject } from '@/lib/signing'
import type { OpenedKey } from '../key/open-key'
import { SIGN_WORDS as S } from '../words'

type Code = typeof import('../browser-signing/browser-signing')

/** Runs the signing code, which is fetched when it is first needed; without it there is no connection. */
export async function withSigningCode<T>(run: (code: Code) => Promise<Result<T, Text>>): Promise<Result<T, Text>> {
  const code = await import('../browser-signing/browser-signing').catch(() => null)
  return code === null ? err(S.connection) : run(code)
}

/** The keys of the certificate file a person opened on this page, and why there are none. */
export function useKeys(subject: Official | RightSubject | null) {
  const [keys, setKeys] = useState<OpenedKey[] | null>(null)
  /** How far the opening is, of 1; null while nothing is opened. */
  const [opening, setOpening] = useState<number | null>(null)
  const [refusal, setRefusal] = useState<Text | null>(null)

  async function open(chosen: File | undefined, password: string) {
    setRefusal(chosen === undefined ? S.noneChosen : null)
    if (chosen === undefined) return
    setOpening(0)
    const opened = await withSigningCode((code) => code.openKeys(chosen, password, subject, setOpening))
    if (opened.ok) setKeys(opened.value)
    else setRefusal(opened.error)
    setOpening(null)
  }
  const forget = () => {
    setKeys(null)
    setRefusal(null)
  }
  return { keys, opening, refusal, setRefusal, open, forget }
}
