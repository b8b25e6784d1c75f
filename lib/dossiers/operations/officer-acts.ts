import 'server-only'
import { userIdOf } from '@/lib/access'
import { calendarFor } from '@/lib/agencies/server'
import { addWorkingDays, instant, localDate, parseTime } from '@/lib/calendar'
import type { ProcedureDefinition } from '@/lib/catalogue'
import { timeLimitAt } from '@/lib/catalogue'
import { revisionById } from '@/lib/catalogue/server'
import { answersSchema } from '@/lib/forms'
import type { DomainError, Result } from '@/lib/kernel'
import { err } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { accepted } from './accept'
import type { SendBack } from './approve'
import { approved, resultReturned, sentBack } from './approve'
import type { Askable } from './askable'
import { askableItems, namedItems } from './askable'
import type { Assignment } from './assign'
import { assigned, taken } from './assign'
import { nextDossierCode } from '../dossier/codes'
import { assignable, receivingUnits } from './desk-choices'
import type { Dossier } from '../dossier/dossier'
import { paperNumberIn, RESULT_NUMBER } from '../papers/paper-number'
import { procedureScope } from '../dossier/procedure'
import type { IntakeRejection } from './reject-intake'
import { intakeRejected } from './reject-intake'
import { openSupplement, resultOf } from '../dossier/repository'
import type { SupplementRequestInput } from './request-supplement'
import { supplementRequested } from './request-supplement'
import { isApprovedBySigning } from '../dossier/approved-by-signing'
import type { Ask } from './use-case'
import { change } from './use-case'
import type { Withdrawal } from './withdraw'
import { closedUnanswered, withdrawalAgreed, withdrawalRefused } from './withdraw'

async function definitionOf(ctx: Ctx, { revisionId }: Dossier): Promise<ProcedureDefinition> {
  const revision = await revisionById(ctx, revisionId)
  if (revision === null) throw new Error(`revision ${revisionId} is missing`)
  return revision.definition
}

async function askableIn(ctx: Ctx, dossier: Dossier): Promise<Askable[]> {
  const facts = answersSchema.parse(dossier.facts)
  const scope = await procedureScope(ctx, answersSchema.parse(dossier.answers), facts)
  return askableItems(await definitionOf(ctx, dossier), dossier.caseCode, scope)
}

type Done = Promise<Result<Dossier, DomainError>>

/** Working days an applicant has to supplement, unless the procedure says otherwise. */
const SUPPLEMENT_DAYS = 10

const officerId = (ctx: Ctx) => userIdOf(ctx.actor) ?? ''

/** The desk accepts: code and due date are born here, in one transaction. */
export function acceptDossier(ctx: Ctx, ask: Ask, unitId: string | null): Done {
  return change(ctx, ask, 'accept', async (dossier, ctx) => {
    const revision = await revisionById(ctx, dossier.revisionId)
    const limit = revision && timeLimitAt(revision.definition, dossier.caseCode, localDate(ctx.now))
    if (!revision || !limit)
      throw new Error(`revision ${dossier.revisionId} has no time limit for case ${dossier.caseCode} today`)
    const units = await receivingUnits(ctx, dossier, revision.definition.routing)
    return accepted(
      dossier,
      {
        dossierCode: await nextDossierCode(ctx.db, dossier.agencyCode, ctx.now),
        policy: limit.policy,
        legalGround: limit.ground ?? '',
        calendar: await calendarFor(ctx, dossier.agencyCode, ctx.now),
        unitId: unitId ?? units.find(({ isUsual }) => isUsual)?.id ?? null,
        staffedUnits: units.map(({ id }) => id),
      },
      ctx.now,
    )
  })
}

export function rejectIntake(ctx: Ctx, ask: Ask, rejection: IntakeRejection): Done {
  return change(ctx, ask, 'rejectIntake', async (dossier) => {
    const { refusalGrounds } = await definitionOf(ctx, dossier)
    return intakeRejected(dossier, rejection, refusalGrounds, ctx.now)
  })
}

export function assignDossier(ctx: Ctx, ask: Ask, to: Assignment): Done {
  return change(ctx, ask, 'assign', async (dossier) => assigned(dossier, to, await assignable(ctx, dossier), ctx.now))
}

/** A case officer takes it. */
export function takeDossier(ctx: Ctx, ask: Ask): Done {
  return change(ctx, ask, 'take', async (dossier) =>
    taken(dossier, officerId(ctx), await assignable(ctx, dossier), ctx.now),
  )
}

export function requestSupplement(ctx: Ctx, ask: Ask, request: SupplementRequestInput): Done {
  return change(ctx, ask, 'requestSupplement', async (dossier) => {
    const named = namedItems(request.items, await askableIn(ctx, dossier))
    if (!named.ok) return named
    const calendar = await calendarFor(ctx, dossier.agencyCode, ctx.now)
    const dueAt = instant(addWorkingDays(calendar, localDate(ctx.now), SUPPLEMENT_DAYS), parseTime('17:00'))
    const made = { id: ctx.newId(), by: officerId(ctx), dueAt }
    return supplementRequested(dossier, { ...request, items: named.value }, made, ctx.now)
  })
}

export function closeUnanswered(ctx: Ctx, ask: Ask): Done {
  return change(ctx, ask, 'closeUnanswered', async (dossier, ctx) =>
    closedUnanswered(dossier, await openSupplement(ctx.db, dossier.id), ctx.now),
  )
}

/** The leader approves where no seal of the agency is here; elsewhere signing approves. The result takes the agency's next number of the year. */
export function approveResult(ctx: Ctx, ask: Ask): Done {
  return change(ctx, ask, 'approve', async (dossier, ctx) => {
    if (isApprovedBySigning(ctx, dossier)) return err({ code: 'signature-required' })
    const number = await paperNumberIn(ctx, dossier, RESULT_NUMBER)
    return approved(
      dossier,
      await resultOf(ctx.db, dossier.id),
      { by: officerId(ctx), number: `${dossier.agencyCode}:${number}` },
      ctx.now,
    )
  })
}

export function sendBackResult(ctx: Ctx, ask: Ask, input: SendBack): Done {
  return change(ctx, ask, 'sendBack', async (dossier, ctx) =>
    sentBack(dossier, await resultOf(ctx.db, dossier.id), input, ctx.now),
  )
}

export function returnResult(ctx: Ctx, ask: Ask): Done {
  return change(ctx, ask, 'returnResult', (dossier) => resultReturned(dossier, ctx.now))
}

export function agreeWithdrawal(ctx: Ctx, ask: Ask, input: Withdrawal): Done {
  return change(ctx, ask, 'agreeWithdrawal', (dossier) => withdrawalAgreed(dossier, input, ctx.now))
}

export function refuseWithdrawal(ctx: Ctx, ask: Ask, input: Withdrawal): Done {
  return change(ctx, ask, 'refuseWithdrawal', (dossier) => withdrawalRefused(dossier, input, officerId(ctx), ctx.now))
}
