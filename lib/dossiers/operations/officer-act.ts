import 'server-only'
import { z } from 'zod'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok, uuid } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import type { Dossier } from '../dossier/dossier'
import { acceptInDatabase } from './accept.server'
import { approveInDatabase } from './approve.server'
import { assignInDatabase } from './assign.server'
import { closeUnansweredInDatabase } from './close-unanswered.server'
import { draftResultInDatabase } from './draft-result.server'
import { rejectIntakeInDatabase } from './reject-intake.server'
import { requestSupplementInDatabase } from './request-supplement.server'
import { sendBackInDatabase } from './send-back.server'
import { submitForApprovalInDatabase } from './submit-for-approval.server'
import { takeInDatabase } from './take.server'
import { agreeWithdrawal } from './agree-withdrawal'
import type { Command, OPERATIONS } from './operations'
import type { Performed } from './perform'
import { performed } from './perform'
import { refuseWithdrawal } from './refuse-withdrawal'
import { returnResult } from './return-result'

type OfficerCommand = { [C in Command]: (typeof OPERATIONS)[C]['by'] extends 'officer' ? C : never }[Command]

/** Where the dossier itself is all there is to know. */
const nothingMore = () => Promise.resolve(ok(null))

/** Every act of an officer with what it needs of the database. */
const OFFICER_ACTS = {
  accept: acceptInDatabase,
  rejectIntake: rejectIntakeInDatabase,
  take: takeInDatabase,
  assign: assignInDatabase,
  requestSupplement: requestSupplementInDatabase,
  closeUnanswered: closeUnansweredInDatabase,
  draftResult: draftResultInDatabase,
  submitForApproval: submitForApprovalInDatabase,
  approve: approveInDatabase,
  sendBack: sendBackInDatabase,
  returnResult: performed('returnResult', returnResult, nothingMore),
  agreeWithdrawal: performed('agreeWithdrawal', agreeWithdrawal, nothingMore),
  refuseWithdrawal: performed('refuseWithdrawal', refuseWithdrawal, nothingMore),
} satisfies Record<OfficerCommand, Pick<Performed<never>, 'performForm'>>

const isOfficerCommand = (command: string): command is OfficerCommand => Object.hasOwn(OFFICER_ACTS, command)

/** Carries out one act of an officer from its form; the id, the version and the command come from outside and are checked. */
export async function officerAct(
  ctx: Ctx,
  id: string,
  command: string,
  form: FormData,
): Promise<Result<Dossier, DomainError>> {
  if (!isOfficerCommand(command) || !uuid.safeParse(id).success) return err({ code: 'not-found' })
  const version = z.coerce.number().int().positive().safeParse(form.get('seenVersion'))
  const ask = { id, seenVersion: version.success ? version.data : undefined }
  return OFFICER_ACTS[command].performForm(ctx, ask, form)
}
