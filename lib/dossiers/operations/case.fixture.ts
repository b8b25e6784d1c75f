import type { DomainError, Result } from '@/lib/kernel'
import { NOW, OFFICER } from '../dossier/a-dossier.fixture'
import type { Change } from '../dossier/change'
import type { State } from '../dossier/state'
import type { Step } from './operation'
import type { Command } from './operations'

export type Case = { given: string; when: () => Result<Change, DomainError>; then: object }

/** Those of the way from the submission to the review; all others are about the result and the end. */
export type IntakeCommand = Extract<
  Command,
  'accept' | 'rejectIntake' | 'take' | 'assign' | 'requestSupplement' | 'supplement' | 'closeUnanswered'
>

export const REASON = 'Nội dung đủ rõ để người đọc hiểu.'

export const to = (state: State): Step => ({ to: state, by: OFFICER, now: NOW })
export const done = (type: string, rest: object) => ({ ok: true, value: { event: { type }, ...rest } })
export const refused = (code: string, rest: object = {}) => ({ ok: false, error: { code, ...rest } })
export const moved = (state: State) => ({ state, stateSince: NOW })
export const issue = (path: string, code: string) => ({ issues: [{ path, code }] })
