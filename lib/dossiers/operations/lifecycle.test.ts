import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { State } from '../dossier/state'
import { FINAL_STATES, STATES } from '../dossier/state'
import { stageOf } from '../dossier/words'
import type { Command } from './operations'
import { COMMANDS, commandsIn, LIFECYCLE, step } from './operations'

const states = Object.keys(STATES).filter((state): state is State => state in STATES)
const finals: readonly State[] = FINAL_STATES

describe('the stage reached', () => {
  it('is the submission where a dossier ended before it was accepted', () => {
    expect(stageOf('terminated', false)).toBe(stageOf('submitted', false))
    expect(stageOf('terminated', true)).toBeGreaterThan(stageOf('accepted', true))
  })
})

describe('the life-cycle', () => {
  it('has a way out of every state but the final ones', () => {
    for (const state of states) expect(commandsIn(state).length > 0, state).toBe(!finals.includes(state))
  })

  it('reaches every state from submission, and an end from every state', () => {
    const from = (start: State) => {
      const reached = new Set<State>([start])
      for (const state of reached)
        for (const command of commandsIn(state)) {
          const next = step(state, command)
          if (next.ok) reached.add(next.value.to)
        }
      return reached
    }
    expect(from('submitted')).toEqual(new Set(states))
    for (const state of states)
      expect(
        [...from(state)].some((reached) => finals.includes(reached)),
        state,
      ).toBe(true)
  })

  it('never leaves the table, whatever is commanded in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<Command[]>(...COMMANDS), { maxLength: 40 }), (walk) => {
        let state: State = 'submitted'
        for (const command of walk) {
          const next = step(state, command)
          const row = LIFECYCLE.find(([from, name]) => from === state && name === command)
          expect(next.ok).toBe(row !== undefined)
          if (next.ok) state = next.value.to
        }
        expect(states).toContain(state)
      }),
    )
  })

  it('gives each command one meaning per state', () => {
    const keys = LIFECYCLE.map(([from, command]) => `${from} ${command}`)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
