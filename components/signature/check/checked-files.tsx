'use client'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import type { Check, CheckState } from './use-checks'
import { VerdictBadge } from '../report/verdict-badge'
import { VERIFY_WORDS as W } from '../report/verify-words'

const ReportHere = lazy(() => import('./browser-report'))

/** What was found out about each file, the whole report of one at a time. */
export function CheckedFiles({ checks, locale }: { checks: Check[]; locale: Locale }) {
  const [chosen, choose] = useState<string | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const isDone = checks.every(({ state }) => state.kind !== 'working')
  useEffect(() => {
    if (isDone) heading.current?.focus()
  }, [isDone])
  const shown = checks.find(({ id }) => id === chosen) ?? checks.find(({ state }) => state.kind === 'judged')
  return (
    <section aria-labelledby="ket-qua" className="pt-8">
      <h2 id="ket-qua" ref={heading} tabIndex={-1} className="pb-3 text-2xl">
        {say(isDone ? W.reportTitle : W.judging, locale)}
      </h2>
      {(checks.length > 1 || shown === undefined) && (
        <ul className="pb-6">
          {checks.map((check) => (
            <Row key={check.id} check={check} isShown={check === shown} onChoose={choose} locale={locale} />
          ))}
        </ul>
      )}
      {shown?.state.kind === 'judged' && (
        <Suspense>
          <ReportHere key={shown.id} file={shown.file} {...shown.state} locale={locale} />
        </Suspense>
      )}
    </section>
  )
}

type RowProps = { check: Check; isShown: boolean; onChoose: (id: string) => void; locale: Locale }

function Row({ check: { id, file, state }, isShown, onChoose, locale }: RowProps) {
  return (
    <li className="flex flex-col gap-2 border-b border-line py-3">
      <div className="flex flex-wrap items-center gap-3">
        {state.kind === 'judged' ? (
          <button
            type="button"
            aria-pressed={isShown}
            onClick={() => {
              onChoose(id)
            }}
            className="text-left font-semibold wrap-anywhere underline aria-pressed:no-underline"
          >
            {file.name}
          </button>
        ) : (
          <span className="font-semibold wrap-anywhere">{file.name}</span>
        )}
        {state.kind === 'judged' && <VerdictBadge summary={state.report.summary} locale={locale} />}
      </div>
      <Standing id={id} state={state} locale={locale} />
    </li>
  )
}

const STAGES = { reading: W.reading, asking: W.asking } as const

function Standing({ id, state, locale }: { id: string; state: CheckState; locale: Locale }) {
  if (state.kind === 'refused') return <Notice tone="bad" title={state.words} locale={locale} isLive />
  if (state.kind === 'judged') return null
  const { kind, share } = state.stage
  const detail = `${String(Math.round(share * 100))}%`
  return <Progress id={`tien-do-${id}`} label={say(STAGES[kind], locale)} value={share} max={1} detail={detail} />
}
