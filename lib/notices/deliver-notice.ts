import 'server-only'
import { eq } from 'drizzle-orm'
import { inTransaction } from '@/db/client'
import { notices } from '@/db/schema/notices'
import { contactOf } from '@/lib/accounts/server'
import type { Dossier } from '@/lib/dossiers'
import { contactAddress } from '@/lib/catalogue'
import { revisionById } from '@/lib/catalogue/server'
import { paths } from '@/lib/dossiers'
import { dossierWithSupplement } from '@/lib/dossiers/server'
import type { Result } from '@/lib/kernel'
import type { Ctx, DeliveryFailure } from '@/lib/ports'
import type { Contact, Message } from './channel'
import { CHANNELS } from './channels'
import type { Claimed, DeliveryKey } from './deliveries'
import { claim, endOfClaim, note, queueDelivery } from './deliveries'
import { commandAfter } from './delivery'

/** Job `notices.deliver`: one try of a notice on one channel; what waiting may mend makes the job come again. */
export async function deliverNotice(ctx: Ctx, key: DeliveryKey): Promise<void> {
  const claimed = await claim(ctx, key)
  if (claimed === null) return comeBackLater(ctx, key)
  const channel = CHANNELS[key.channel]
  if (channel.kind === 'kept') return note(ctx, claimed, { command: 'deliver' })
  const { message, contact } = await addressNotice(ctx, key)
  const address = channel.addressOf(contact)
  if (!address.ok) return note(ctx, claimed, { command: 'skip', reason: address.error })
  await settle(ctx, claimed, await channel.deliver(ctx.ports, message, address.value))
}

async function settle(ctx: Ctx, claimed: Claimed, outcome: Result<null, DeliveryFailure>): Promise<void> {
  const command = commandAfter({ attempts: claimed.attempts, outcome })
  await note(ctx, claimed, { command, ...(outcome.ok ? {} : outcome.error) })
  if (outcome.ok || command === 'refuse') return
  throw new Error(`${claimed.channel}: ${outcome.error.reason} (${outcome.error.code})`)
}

/** Somebody else has it in hand; should they have died, it is taken up when their time is over. */
async function comeBackLater(ctx: Ctx, key: DeliveryKey): Promise<void> {
  const runAt = await endOfClaim(ctx, key)
  if (runAt !== null) await inTransaction(ctx, (ctx) => queueDelivery(ctx, key, runAt))
}

/** The notice as a channel is given it, and where its person can be reached. */
async function addressNotice(ctx: Ctx, { noticeId }: DeliveryKey): Promise<{ message: Message; contact: Contact }> {
  const [notice] = await ctx.db.select().from(notices).where(eq(notices.id, noticeId))
  if (notice === undefined) throw new Error(`no notice ${noticeId}`)
  const { userId, dossierId, title, body } = notice
  const { locale, email } = await contactOf(ctx, userId)
  const dossier = dossierId === null ? null : ((await dossierWithSupplement(ctx, dossierId))?.dossier ?? null)
  const link = dossier === null ? null : `${ctx.ports.origin}${pageFor(userId, dossier)}`
  const chosen = dossier === null ? null : await chosenAddress(ctx, dossier, userId)
  return {
    message: { key: `notice-${noticeId}`, locale, title, body, link },
    contact: { email: chosen ?? email },
  }
}

/** Applicants choose in the form where they are told about that dossier. */
async function chosenAddress(ctx: Ctx, { applicantId, revisionId, answers }: Dossier, userId: string) {
  const revision = applicantId === userId ? await revisionById(ctx, revisionId) : null
  return revision === null ? null : contactAddress(revision.definition, answers)
}

/** The page on which whoever is told sees the dossier: applicants theirs, officers their desk's. */
function pageFor(userId: string, { id, applicantId, submitterId }: Dossier): string {
  return userId === applicantId || userId === submitterId ? paths.dossier(id) : paths.officerDossier(id)
}
