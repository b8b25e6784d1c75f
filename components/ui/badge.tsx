import type { ReactNode } from 'react'

import { classes } from './classes'

const TONES = {
  neutral: 'border-edge bg-raised text-ink',
  info: 'border-info bg-info-soft text-info',
  good: 'border-good bg-good-soft text-good',
  warn: 'border-warn bg-warn-soft text-warn',
  bad: 'border-bad bg-bad-soft text-bad',
  accent: 'border-accent bg-accent-soft text-ink',
} as const

export type Tone = keyof typeof TONES

/** A short mark: a state, a level, "sample data". The word carries the meaning, the colour only helps. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={classes(
        'inline-block rounded-sm border px-2 py-0.5 text-sm font-semibold leading-normal',
        TONES[tone],
      )}
    >
      {children}
    </span>
  )
}
