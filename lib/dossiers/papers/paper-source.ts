import 'server-only'
import type { ContactPhone } from '@/lib/accounts'
import { contactPhonesAt, displayNames } from '@/lib/accounts/server'
import type { Agency } from '@/lib/agencies'
import { agencyByCode, listProvinces, placeName } from '@/lib/agencies/server'
import type { Attachment } from '@/lib/attachments'
import { attachmentsOfDossier } from '@/lib/attachments/server'
import type { ProcedureDefinition } from '@/lib/catalogue'
import { contactAddress } from '@/lib/catalogue'
import { revisionById } from '@/lib/catalogue/server'
import type { Issuer } from '@/lib/documents'
import { issuerOf } from '@/lib/documents'
import type { Facts, Field, Scope } from '@/lib/forms'
import { answersSchema, isAddress, showAnswer } from '@/lib/forms'
import { actsOn } from '@/lib/ledger/server'
import type { Ctx } from '@/lib/ports'
import { signingPaths } from '@/lib/signing'
import type { EventType } from '../dossier/events'
import type { ActReason, Dossier, DossierResult, SupplementRequest } from '../dossier/dossier'
import type { State } from '../dossier/state'
import { stateOf } from '../dossier/state'
import { resultCheckCode } from './paper-number'
import { paths } from '../dossier/paths'
import { reasonsOf, resultOf, supplementsOf } from '../dossier/repository'
import { resultScope } from '../results/result-scope'

/** Everything official papers about a dossier are made from, gathered once. */
export type PaperSource = {
  dossier: Dossier
  definition: ProcedureDefinition
  agencyName: string
  issuer: Issuer
  party: { name: string; idNumber?: string; address?: string; phone?: string; email?: string }
  facts: Facts
  /** What the result's questions are read by: its answers beside the dossier's. */
  scope: Scope
  files: Attachment[]
  supplements: SupplementRequest[]
  result: DossierResult | null
  lookUp: { url: string; code: string }
  /** Whether papers of its agency are signed here. */
  isSigned: boolean
  /** Where anyone who holds the result has its signatures checked; null until it has its number. */
  checkUrl: string | null
  /** Who did one of these acts last, when, in which state, and why; for the signature line and for notices. */
  actor(...events: EventType[]): LastAct
  /** Somebody who acted on the dossier; whom nobody can name, the agency answers for. */
  nameOf(userId: string | null): string
  /** Whom to call about what that one did; null where neither they nor the desk have a telephone. */
  phoneOf(userId: string | null): ContactPhone | null
}

/** One that is about to be done has a name and a time only. */
type LastAct = { name: string; at: Date; event?: string; from?: State; reason?: string }

export async function paperSource(ctx: Ctx, dossier: Dossier): Promise<PaperSource> {
  const [revision, agency, files, supplements, result, acts, reasons, checkCode] = await Promise.all([
    revisionById(ctx, dossier.revisionId),
    agencyByCode(ctx, dossier.agencyCode, ctx.now),
    attachmentsOfDossier(ctx.db, dossier.id),
    supplementsOf(ctx.db, dossier.id),
    resultOf(ctx.db, dossier.id),
    actsOn(ctx.db, 'dossier', dossier.id),
    reasonsOf(ctx.db, dossier.id),
    resultCheckCode(ctx.db, dossier.id),
  ])
  if (revision === null || agency === null)
    throw new Error(`dossier ${dossier.id} names a revision or agency that is missing`)
  const actors = acts.flatMap(({ actorId }) => (actorId === null ? [] : [actorId]))
  const [names, phoneOf] = await Promise.all([
    displayNames(ctx, actors),
    contactPhonesAt(ctx, dossier.agencyCode, actors),
  ])
  const facts = answersSchema.parse(dossier.facts)
  const code = dossier.dossierCode ?? dossier.submissionCode
  const nameOf = (userId: string | null) => names.get(userId ?? '') ?? agency.name.vi
  return {
    dossier,
    definition: revision.definition,
    agencyName: agency.name.vi,
    issuer: await issuerFor(ctx, agency),
    party: await partyOf(ctx, dossier, revision.definition, facts),
    facts,
    scope: await resultScope(ctx, dossier, result),
    files,
    supplements,
    result,
    lookUp: { url: `${ctx.ports.origin}${paths.lookUp(code)}`, code },
    isSigned: ctx.ports.seals.has(dossier.agencyCode),
    checkUrl: checkCode && `${ctx.ports.origin}${signingPaths.issued(checkCode)}`,
    actor: lastOf(acts, { reasons, nameOf, now: ctx.now }),
    nameOf,
    phoneOf,
  }
}

type Act = Awaited<ReturnType<typeof actsOn>>[number]

type Known = { reasons: ReadonlyMap<string, ActReason>; nameOf: PaperSource['nameOf']; now: Date }

/** What nobody by name has done, the agency has. */
function lastOf(acts: readonly Act[], { reasons, nameOf, now }: Known): PaperSource['actor'] {
  return (...events) => {
    const act = acts.findLast(({ action }) => events.some((event) => event === action))
    if (act === undefined) return { name: nameOf(null), at: now }
    const { from } = act.data
    const reason = reasons.get(act.id)?.reason
    return {
      ...{ name: nameOf(act.actorId), at: act.at, event: act.action },
      ...(typeof from === 'string' && { from: stateOf(from) }),
      ...(reason !== undefined && { reason }),
    }
  }
}

async function issuerFor(ctx: Ctx, agency: Agency): Promise<Issuer> {
  // Decree 30/2020 names the agency directly above: the one whose code ours begins with (Decision 20/2020, article 4).
  const above = agency.code.includes('.') ? agency.code.replace(/\.[^.]+$/, '') : null
  const [parent, provinces] = await Promise.all([
    above === null ? null : agencyByCode(ctx, above, ctx.now),
    listProvinces(ctx),
  ])
  const province = provinces.find(({ code }) => code === agency.provinceCode)
  return issuerOf(agency.name.vi, parent?.name.vi ?? null, province?.name ?? null)
}

async function partyOf(
  ctx: Ctx,
  dossier: Dossier,
  definition: ProcedureDefinition,
  facts: Facts,
): Promise<PaperSource['party']> {
  const text = (path: string) => written(facts[path])
  const address = await addressOf(ctx, facts)
  const idNumber = text('organisation.taxCode') ?? text('person.personalId')
  const email = contactAddress(definition, dossier.answers) ?? text('person.email')
  const phone = text('person.phone')
  return {
    name: dossier.applicantName,
    ...(idNumber !== undefined && { idNumber }),
    ...(address !== undefined && { address }),
    ...(phone !== undefined && { phone: showAnswer(PHONE, phone, 'vi') }),
    ...(email !== undefined && { email }),
  }
}

const PHONE: Field = { id: 'person.phone', kind: 'phone', label: { vi: 'Số điện thoại', en: 'Telephone' } }

async function addressOf(ctx: Ctx, facts: Facts): Promise<string | undefined> {
  const address = facts['organisation.address'] ?? facts['person.permanentAddress']
  return isAddress(address) ? (await placeName(ctx, address)).vi : undefined
}

const written = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
