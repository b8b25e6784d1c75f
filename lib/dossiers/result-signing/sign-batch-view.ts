import 'server-only'
import type { Officer } from '@/lib/access'
import { LEADERS } from '@/lib/access'
import { displayNames } from '@/lib/accounts/server'
import type { Ctx } from '@/lib/ports'
import type { Official } from '@/lib/signing'
import type { Dossier } from '../dossier/dossier'
import { inbox } from '../queries/queries'
import { find, resultOf } from '../dossier/repository'
import type { ResultSigning } from '../papers/result-signings'
import { currentSigning, placesOf, signedSigning, signingById } from '../papers/result-signings'
import type { BatchItem, KeptRefusal } from './sign-batch'
import { itemsOf } from './sign-batch'
import { officialOf } from './sign-result'

/** The officer as far as they approve by signing; null for anybody who does not. */
function asLeader(ctx: Ctx): Officer | null {
  const { actor } = ctx
  if (actor.kind !== 'officer') return null
  const grants = actor.grants.filter(
    ({ role, agencyCode }) => LEADERS.includes(role) && ctx.ports.seals.has(agencyCode),
  )
  return grants.length === 0 ? null : { ...actor, grants }
}

/** Whether there can be results for this officer to sign. */
export const signsResults = (ctx: Ctx): boolean => asLeader(ctx) !== null

/** One page of the results that wait for this leader's signature; null for whoever signs none. */
export async function resultsToSign(ctx: Ctx, cursor?: string) {
  const actor = asLeader(ctx)
  if (actor === null) return null
  const from = cursor === undefined ? {} : { cursor }
  return inbox({ ...ctx, actor }, { queue: 'awaitingApproval', nearBefore: ctx.now, ...from })
}

/** Where a result of a batch stands: to be signed, signed, or no longer (or never) to be signed as it was shown. */
export type BatchLine = {
  position: number
  dossierId: string
  code: string
  applicantName: string
  procedureName: { vi: string; en: string }
  outcome: 'granted' | 'denied' | null
  signing: ResultSigning | null
  /** Where the leader's image goes: the page from 0, points from its lower left corner. */
  person: { page: number; x: number; y: number; width: number; height: number } | null
  state: 'waiting' | 'signed' | 'gone'
  signerName: string | null
  /** Why it is not signed: what was said when it was tried last, or what is known now. */
  refusal: KeptRefusal | null
}

export type BatchView = { id: string; official: Official; lines: BatchLine[] }

/** The actor's batch with every result in it as it stands now. */
export async function viewBatch(ctx: Ctx, id: string): Promise<BatchView | null> {
  const items = await itemsOf(ctx, id)
  if (items === null || ctx.actor.kind !== 'officer') return null
  const lines = await Promise.all(items.map((item) => lineOf(ctx, item)))
  return { id, official: await officialOf(ctx, ctx.actor), lines: lines.filter((line) => line !== null) }
}

async function lineOf(ctx: Ctx, item: BatchItem): Promise<BatchLine | null> {
  const { position, dossierId, signingId } = item
  const dossier = await find(ctx, dossierId)
  if (dossier === null) return null
  const [signing, result, signed] = await Promise.all([
    signingId === null ? null : signingById(ctx.db, signingId),
    resultOf(ctx.db, dossierId),
    signedSigning(ctx.db, dossierId),
  ])
  const state = signed === null ? await stateOf(ctx, dossier, signing) : 'signed'
  const { applicantName, procedureName, dossierCode, submissionCode } = dossier
  return {
    ...{ position, dossierId, applicantName, procedureName, code: dossierCode ?? submissionCode },
    ...{ outcome: result?.outcome ?? null, signing, person: personIn(signing), state },
    signerName: await signerOf(ctx, signed),
    refusal: refusalOf(item, state),
  }
}

const personIn = (signing: ResultSigning | null) => (signing === null ? null : (placesOf(signing).person ?? null))

async function stateOf(ctx: Ctx, dossier: Dossier, signing: ResultSigning | null): Promise<'waiting' | 'gone'> {
  if (signing === null || dossier.state !== 'awaiting_approval') return 'gone'
  const current = await currentSigning(ctx.db, dossier, ctx.now)
  return current?.id === signing.id ? 'waiting' : 'gone'
}

function refusalOf({ refusal }: BatchItem, state: BatchLine['state']): KeptRefusal | null {
  if (state === 'signed') return null
  return refusal ?? (state === 'gone' ? { code: 'result-changed' } : null)
}

async function signerOf(ctx: Ctx, signed: ResultSigning | null): Promise<string | null> {
  if (signed?.signedBy == null) return null
  const names = await displayNames(ctx, [signed.signedBy])
  return names.get(signed.signedBy) ?? null
}
