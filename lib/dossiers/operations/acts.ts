import 'server-only'
import { z } from 'zod'
import type { DomainError, Result } from '@/lib/kernel'
import { err, parseForm, uuid } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { sendBack } from './approve'
import { assignment } from './assign'
import type { Dossier } from '../dossier/dossier'
import * as act from './officer-acts'
import { intakeRejection } from './reject-intake'
import { supplementRequestInput } from './request-supplement'
import { draftResult, submitForApproval } from './result-acts'
import type { Ask } from './use-case'
import { withdrawal } from './withdraw'

const nothing = z.object({})
/** Nothing chosen is no unit: the decision says what to choose. */
const acceptance = z.object({ unitId: z.union([z.literal('').transform(() => undefined), z.uuid()]).optional() })
/** Only ticked items count; the form lists every field and document. */
const listed = z.looseObject({ items: z.array(z.unknown()).catch([]) })
const tickedItems = z.preprocess((given) => {
  const form = listed.parse(given)
  const isTicked = (item: unknown) => typeof item === 'object' && item !== null && 'on' in item
  return { ...form, items: form.items.filter(isTicked) }
}, supplementRequestInput)
const assignee = z.object({
  to: z
    .string()
    .transform((to) => ({ assigneeId: to.split('~')[0], unitId: to.split('~')[1] }))
    .pipe(assignment),
})

type Act = (ctx: Ctx, ask: Ask, form: FormData) => Promise<Result<Dossier, DomainError>>

function acting<T>(
  schema: z.ZodType<T>,
  run: (ctx: Ctx, ask: Ask, input: T) => Promise<Result<Dossier, DomainError>>,
): Act {
  return async (ctx, ask, form) => {
    const input = parseForm(schema, form)
    return input.ok ? run(ctx, ask, input.value) : input
  }
}

/** Every act of the desk by its command, with the schema of its form. */
const OFFICER_ACTS: Record<string, Act> = {
  accept: acting(acceptance, (ctx, ask, { unitId }) => act.acceptDossier(ctx, ask, unitId ?? null)),
  rejectIntake: acting(intakeRejection, act.rejectIntake),
  take: acting(nothing, (ctx, ask) => act.takeDossier(ctx, ask)),
  assign: acting(assignee, (ctx, ask, { to }) => act.assignDossier(ctx, ask, to)),
  requestSupplement: acting(tickedItems, act.requestSupplement),
  closeUnanswered: acting(nothing, (ctx, ask) => act.closeUnanswered(ctx, ask)),
  draftResult,
  submitForApproval: acting(nothing, (ctx, ask) => submitForApproval(ctx, ask)),
  approve: acting(nothing, (ctx, ask) => act.approveResult(ctx, ask)),
  sendBack: acting(sendBack, act.sendBackResult),
  returnResult: acting(nothing, (ctx, ask) => act.returnResult(ctx, ask)),
  agreeWithdrawal: acting(withdrawal, act.agreeWithdrawal),
  refuseWithdrawal: acting(withdrawal, act.refuseWithdrawal),
}

/** Carries out one act of an officer from its form; the id, the version and the command come from outside and are checked. */
export async function officerAct(
  ctx: Ctx,
  id: string,
  command: string,
  form: FormData,
): Promise<Result<Dossier, DomainError>> {
  const run = Object.hasOwn(OFFICER_ACTS, command) ? OFFICER_ACTS[command] : undefined
  if (run === undefined || !uuid.safeParse(id).success) return err({ code: 'not-found' })
  const seen = z.coerce.number().int().positive().safeParse(form.get('seenVersion'))
  return run(ctx, { id, seenVersion: seen.success ? seen.data : undefined }, form)
}
