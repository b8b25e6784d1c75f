'use client'
import { useEffect, useState } from 'react'
import type { SyntheticEvent } from 'react'
import type { Refusal } from '@/lib/errors'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { KERNEL_ERRORS } from '@/lib/kernel'
import { goOn, sendForm } from './send-form'

const outage = (locale: Locale): Refusal => ({
  code: 'unavailable',
  words: say(KERNEL_ERRORS.unavailable.words, locale),
  issues: [],
})

type Form = {
  action: string
  /** Why it was not taken when it was sent before this page was drawn. */
  refused: Refusal | null
  locale: Locale
}

/**
 * A form of a plain page. Without script it is sent to the page; with it, too, but what is refused, also by an outage, is told on the form,
 * which stays with all that was typed.
 */
export function useSentForm({ action, refused, locale }: Form) {
  const [refusal, setRefusal] = useState(refused)
  const [isPending, setIsPending] = useState(false)
  useEffect(() => {
    // Who comes back to the page finds it ready.
    const leave = () => {
      setIsPending(false)
    }
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
    }
  }, [])

  async function send(form: FormData) {
    setIsPending(true)
    const sent = await sendForm(action, form)
    if (sent !== null && 'next' in sent) {
      if (!(await goOn(sent.next))) return
      setRefusal(null)
    } else setRefusal(sent?.refusal ?? outage(locale))
    setIsPending(false)
  }

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!isPending) void send(new FormData(event.currentTarget))
  }

  return { refusal, isPending, wiring: { method: 'post', action, onSubmit, 'aria-busy': isPending } as const }
}
