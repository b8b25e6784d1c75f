import 'server-only'
import { z } from 'zod'
import type { Role } from '@/lib/access'
import { err, ok, uuid } from '@/lib/kernel'
import type { DomainError, Result } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { assign } from './assign'
import { assignable, assignableOfficers } from './desk-choices'
import { ASSIGNMENT_ISSUES } from '../dossier/issue-words'
import { find } from '../dossier/repository'
import { placeWith } from './hand-over'
import { change } from './perform'

/** Who passes on the work of others. */
const ASSIGNING: readonly Role[] = ['oneStopOfficer', 'unitHead', 'departmentHead', 'agencyLeader']
/** One page of a queue at most. */
const MOST = 50

/** A dossier and the version its row showed. */
const chosen = z
  .string()
  .transform((text) => ({ id: text.split('~')[0], seenVersion: Number(text.split('~')[1]) }))
  .pipe(z.object({ id: z.uuid(), seenVersion: z.int().positive() }))

export type AssignedMany = { done: number; failed: { id: string; code: string; error: DomainError }[] }

/** The people to whom this officer can pass on work, by name; none for whoever assigns nothing. */
export async function assignees(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  const grants = ctx.actor.kind === 'officer' ? ctx.actor.grants : []
  const agencies = new Set(grants.filter(({ role }) => ASSIGNING.includes(role)).map(({ agencyCode }) => agencyCode))
  const places = [...agencies].map((agencyCode) => assignableOfficers(ctx, { agencyCode, unitId: null }))
  const people = (await Promise.all(places)).flat()
  return [...new Map(people.map(({ userId, name }) => [userId, { id: userId, name }])).values()]
}

/** Gives each chosen dossier to one person: every one an act of its own, so that what fails fails alone and says why. */
export async function assignMany(ctx: Ctx, form: FormData): Promise<Result<AssignedMany, DomainError>> {
  const person = uuid.safeParse(form.get('nguoi-nhan'))
  const dossiers = z.array(chosen).min(1).max(MOST).safeParse(form.getAll('chon'))
  if (!person.success || !dossiers.success) return err(nothingChosen(person.success))
  const many: AssignedMany = { done: 0, failed: [] }
  for (const { id, seenVersion } of dossiers.data) {
    const done = await change(ctx, { id, seenVersion }, 'assign', async (dossier, ctx, step) => {
      const people = await assignable(ctx, dossier)
      const to = placeWith(person.data, dossier, people)
      return to === null ? err(notAssignable) : assign.decide(dossier, { to }, { assignable: people }, step)
    })
    if (done.ok) many.done += 1
    else many.failed.push({ id, code: await codeOf(ctx, id), error: done.error })
  }
  return ok(many)
}

async function codeOf(ctx: Ctx, id: string): Promise<string> {
  const dossier = await find(ctx, id)
  return dossier?.dossierCode ?? dossier?.submissionCode ?? '–'
}

const notAssignable: DomainError = {
  code: 'invalid-input',
  issues: [{ path: 'nguoi-nhan', code: 'notAssignable', words: ASSIGNMENT_ISSUES.notAssignable }],
}

function nothingChosen(isPersonChosen: boolean): DomainError {
  const code = isPersonChosen ? 'chooseDossiers' : 'choosePerson'
  return { code: 'invalid-input', issues: [{ path: 'nguoi-nhan', code, words: ASSIGNMENT_ISSUES[code] }] }
}
