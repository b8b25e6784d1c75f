import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { err, ok } from '@/lib/kernel'
import type { DeliveryFailure } from '@/lib/ports'
import type { DeliveryCommand, DeliveryState } from './delivery'
import {
  commandAfter,
  DELIVERY_LIFECYCLE,
  DELIVERY_STATES,
  FAILURES,
  MOST_ATTEMPTS,
  statesBefore,
  step,
} from './delivery'

const states = Object.keys(DELIVERY_STATES).filter((state): state is DeliveryState => state in DELIVERY_STATES)
const commands = [...new Set(DELIVERY_LIFECYCLE.map(([, command]) => command))]

describe('the life of a delivery', () => {
  it('never leaves the table, whatever is commanded in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<DeliveryCommand[]>(...commands), { maxLength: 30 }), (walk) => {
        let state: DeliveryState = 'waiting'
        for (const command of walk) {
          const next = step(state, command)
          expect(next.ok).toBe(DELIVERY_LIFECYCLE.some(([from, name]) => from === state && name === command))
          if (next.ok) state = next.value
        }
        expect(states).toContain(state)
      }),
    )
  })

  it('ends for good where it arrived or had nowhere to go', () => {
    const ends = states.filter((state) => commands.every((command) => !step(state, command).ok))
    expect(ends).toEqual(['delivered', 'skipped'])
  })

  it('is never tried again once it arrived or was refused', () => {
    expect(statesBefore('attempt')).toEqual(['waiting', 'failed'])
  })
})

describe('what an attempt comes to', () => {
  const after = (attempts: number, reason: DeliveryFailure['reason']) =>
    commandAfter({ attempts, outcome: err({ reason, code: '1' }) })

  it('given it arrived: delivered, at whichever attempt', () => {
    expect([1, MOST_ATTEMPTS, 99].map((attempts) => commandAfter({ attempts, outcome: ok(null) }))).toEqual(
      Array(3).fill('deliver'),
    )
  })

  it.each(['address-refused', 'message-refused'] as const)('given %s: not tried again', (reason) => {
    expect(after(1, reason)).toBe('refuse')
  })

  it.each(['unavailable', 'not-let-in'] as const)('given %s: tried again until the last time', (reason) => {
    expect(after(1, reason)).toBe('postpone')
    expect(after(MOST_ATTEMPTS - 1, reason)).toBe('postpone')
    expect(after(MOST_ATTEMPTS, reason)).toBe('giveUp')
  })

  it('says in every language why, and what can be done', () => {
    for (const { words } of Object.values(FAILURES)) {
      expect(words.vi.length).toBeGreaterThan(20)
      expect(words.en.length).toBeGreaterThan(20)
    }
  })
})
