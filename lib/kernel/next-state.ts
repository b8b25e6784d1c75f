import type { DomainError } from './errors'
import type { Result } from './result'
import { err, ok } from './result'

/** Where `command` leads from `state` in a life-cycle table; a command the table lacks there is refused. */
export function nextState<State extends string>(
  table: readonly (readonly [from: State, command: string, to: State])[],
  state: State,
  command: string,
): Result<State, DomainError> {
  const row = table.find(([from, name]) => from === state && name === command)
  return row === undefined ? err({ code: 'illegal-step', detail: { state, command } }) : ok(row[2])
}
