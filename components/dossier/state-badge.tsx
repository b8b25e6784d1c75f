import { Badge } from '@/components/ui/badge'
import type { Tone } from '@/components/ui/badge'
import { STANDING_WORDS } from '@/lib/calendar'
import type { Classification, Standing } from '@/lib/calendar'
import { STATE_WORDS } from '@/lib/dossiers'
import type { State } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { DOSSIER_WORDS } from './words'

const STATE_TONES: Record<State, Tone> = {
  submitted: 'info',
  incomplete: 'warn',
  accepted: 'info',
  not_accepted: 'bad',
  in_review: 'info',
  awaiting_supplement: 'warn',
  awaiting_approval: 'info',
  withdrawal_requested: 'warn',
  terminated: 'neutral',
  completed: 'good',
  result_returned: 'good',
}

export function StateBadge({ state, locale }: { state: State; locale: Locale }) {
  return <Badge tone={STATE_TONES[state]}>{say(STATE_WORDS[state], locale)}</Badge>
}

const STANDING_TONES: Record<Standing, Tone> = {
  EARLY: 'good',
  ON_TIME: 'good',
  LATE: 'bad',
  WITHIN: 'neutral',
  NEAR_DUE: 'warn',
  OVERDUE: 'bad',
}

/** A term of hours ends on the day it began: "0 days left" would say nothing, of one that has passed even less. */
function leftWords({ standing, daysLeft }: Classification) {
  if (daysLeft === 0) return standing === 'OVERDUE' ? DOSSIER_WORDS.justOver : DOSSIER_WORDS.dueToday
  return daysLeft < 0 ? DOSSIER_WORDS.daysOver : DOSSIER_WORDS.daysLeft
}

/** Where the deadline stands, with the working days left or over. */
export function StandingBadge({ standing, locale }: { standing: Classification; locale: Locale }) {
  const isOpen = ['WITHIN', 'NEAR_DUE', 'OVERDUE'].includes(standing.standing)
  const daysLeft = isOpen ? ` · ${say(leftWords(standing), locale, { days: Math.abs(standing.daysLeft) })}` : ''
  return (
    <Badge tone={STANDING_TONES[standing.standing]}>
      {say(STANDING_WORDS[standing.standing], locale)}
      {daysLeft}
    </Badge>
  )
}
