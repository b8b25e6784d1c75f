import type { ReactNode } from 'react'
import { type Locale, say } from '@/lib/i18n'

import { classes } from './classes'
import { Icon } from './icon'
import { UI_WORDS } from './words'

const TONES = {
  info: { box: 'border-info bg-info-soft', mark: 'text-info', icon: 'info' },
  good: { box: 'border-good bg-good-soft', mark: 'text-good', icon: 'check' },
  warn: { box: 'border-warn bg-warn-soft', mark: 'text-warn', icon: 'warn' },
  bad: { box: 'border-bad bg-bad-soft', mark: 'text-bad', icon: 'cross' },
} as const

type NoticeProps = {
  tone: keyof typeof TONES
  title?: ReactNode
  locale: Locale
  isLive?: boolean
  children?: ReactNode
}

/** A message beside the flow of a page; `isLive` when it answers what the person has just done. */
export function Notice({ tone, title, locale, isLive = false, children }: NoticeProps) {
  const { box, mark, icon } = TONES[tone]
  return (
    <div className={classes('flex gap-3 rounded-md border-l-4 px-4 py-3', box)} {...(isLive && { role: 'status' })}>
      <Icon name={icon} className={classes('mt-0.5 text-xl', mark)} />
      <div className="min-w-0 flex-1">
        <span className="sr-only">{say(UI_WORDS[tone], locale)}: </span>
        {Boolean(title) && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  )
}
