import type { NoticeRule } from '@/lib/dossiers'
import {
  DOSSIER_EVENTS,
  EVENT_FACTS,
  isCommand,
  isEventType,
  OPERATIONS,
  STATE_WORDS,
  STATES,
  stageOf,
} from '@/lib/dossiers'
import { whoActs } from './who-acts'
import { markdownTable } from './markdown-table'

const ABOUT_OPERATIONS = [
  'Who acts is found by asking the right of each operation for every role at the agency that decides; `*`: only where the dossier is in their hands.',
  'Whoever does not see a dossier does nothing with it: before it is accepted it lies at the desk, and only staff of the whole agency see it besides.',
  'What stands in the way of an act besides (its hindrance) is not in this table.',
  'A page is the last part of the address `/can-bo/ho-so/<id>/<page>`; without one the act is a button.',
  'An operation without an event of its own yields one that another names.',
]

/** `docs/life-cycle.md`: the life of a dossier as its operations and events say it. */
export function lifeCyclePage(): string {
  return [
    '# The life of a dossier, as the code says it',
    'Drawn by `npm run draw` from `OPERATIONS` and `EVENT_FACTS` (`lib/dossiers/operations`). Change them, not this page; a test says when it is out of date.',
    '## States',
    markdownTable(['state', 'on the screen', 'national code'], states()),
    '## Operations',
    ABOUT_OPERATIONS.join(' '),
    markdownTable(['from', 'command', 'to', 'who acts', 'page', 'names the event'], moves()),
    '## Events',
    'Where nobody is told, the reason stands in brackets.',
    markdownTable(['event', 'on the screen', 'notice to', 'paper', 'gives a reason'], events()),
  ]
    .join('\n\n')
    .concat('\n')
}

const code = (text: string) => `\`${text}\``

function states(): string[][] {
  return Object.entries(STATES).map(([state, number]) => {
    const words = Object.entries(STATE_WORDS).find(([name]) => name === state)?.[1]
    return [code(state), `${words?.vi ?? ''} / ${words?.en ?? ''}`, String(number)]
  })
}

function moves(): string[][] {
  return Object.keys(OPERATIONS)
    .filter(isCommand)
    .flatMap((command) => {
      const { moves, right, page, events } = OPERATIONS[command]
      const named = Object.keys(events).map(code).join(', ') || '–'
      return moves.map(([from, to]) => {
        const who = whoActs(right, stageOf(from, false) > 1)
        return [code(from), code(command), code(to), who, page === null ? '–' : code(page), named]
      })
    })
}

function events(): string[][] {
  return Object.keys(DOSSIER_EVENTS)
    .filter(isEventType)
    .map((type) => {
      const { words, notice, paper, reasonFor } = EVENT_FACTS[type]
      return [code(type), `${words.vi} / ${words.en}`, recipients(notice), paper ?? '–', reasonFor ?? '–']
    })
}

function recipients({ none, ...audience }: NoticeRule): string {
  return none === undefined ? Object.keys(audience).join(', ') : `nobody (${none})`
}
