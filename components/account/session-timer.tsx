'use client'
import { useEffect, useState } from 'react'
import { Button, LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { accountPaths } from '@/lib/accounts'
import { moment } from '@/lib/calendar'
import { type Locale, say } from '@/lib/i18n'

import { ACCOUNT_WORDS } from './words'

type Clock = { warnAt: number; idleEndsAt: number }
type Phase = 'quiet' | 'warning' | 'ended'

const ADDRESS = accountPaths.session()
const LOOK_EVERY_MS = 15_000

/** The session's clock as the server knows it; null when it has ended, undefined when nobody answered. */
async function ask(method: 'GET' | 'POST'): Promise<Clock | null | undefined> {
  try {
    const response = await fetch(ADDRESS, { method })
    if (response.status === 401) return null
    const body: unknown = await response.json()
    return clockIn(body)
  } catch {
    return undefined
  }
}

function clockIn(body: unknown): Clock | undefined {
  if (typeof body !== 'object' || body === null || !('warnAt' in body) || !('idleEndsAt' in body)) return undefined
  return { warnAt: Date.parse(String(body.warnAt)), idleEndsAt: Date.parse(String(body.idleEndsAt)) }
}

/** Asks the server only once the warning is due: another tab, or an autosave, may have kept the session awake. */
function useSessionClock(first: Clock) {
  const [clock, setClock] = useState(first)
  const [phase, setPhase] = useState<Phase>('quiet')
  const settle = (clock: Clock | null | undefined) => {
    if (clock === null) setPhase('ended')
    if (!clock) return
    setClock(clock)
    setPhase(Date.now() < clock.warnAt ? 'quiet' : 'warning')
  }
  useEffect(() => {
    const timer = setInterval(() => {
      if (Date.now() >= clock.warnAt) void ask('GET').then(settle)
    }, LOOK_EVERY_MS)
    return () => {
      clearInterval(timer)
    }
  }, [clock])
  return { clock, phase, stay: () => void ask('POST').then(settle) }
}

/** The two moments in milliseconds since 1970. */
type Props = { locale: Locale; warnAt: number; idleEndsAt: number; signInHref: string }

/** Warns before a session idles out, keeps it awake on request, and after its end says how to go on without losing the page. */
export function SessionTimer({ locale, warnAt, idleEndsAt, signInHref }: Props) {
  const { clock, phase, stay } = useSessionClock({ warnAt, idleEndsAt })
  return (
    <div aria-live="polite" className="fixed inset-x-0 bottom-0 z-20 print:hidden">
      {phase === 'warning' && (
        <Notice tone="warn" locale={locale} title={say(ACCOUNT_WORDS.warnTitle, locale)}>
          <p>{say(ACCOUNT_WORDS.warnWords, locale, { time: moment(new Date(clock.idleEndsAt)).time })}</p>
          <Button type="button" className="mt-2" onClick={stay}>
            {say(ACCOUNT_WORDS.stay, locale)}
          </Button>
        </Notice>
      )}
      {phase === 'ended' && (
        <Notice tone="bad" locale={locale} title={say(ACCOUNT_WORDS.endedTitle, locale)}>
          <p>{say(ACCOUNT_WORDS.endedWords, locale)}</p>
          <div className="mt-2 flex flex-wrap gap-3">
            <LinkButton href={signInHref} target="_blank" rel="noopener">
              {say(ACCOUNT_WORDS.signInNewTab, locale)}
            </LinkButton>
            <Button type="button" variant="secondary" onClick={stay}>
              {say(ACCOUNT_WORDS.goOn, locale)}
            </Button>
          </div>
        </Notice>
      )}
    </div>
  )
}
