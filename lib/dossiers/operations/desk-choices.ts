import 'server-only'
import type { Role } from '@/lib/access'
import { officersAt } from '@/lib/accounts/server'
import type { Routing } from '@/lib/agencies'
import { handlingUnit, unitsOf } from '@/lib/agencies/server'
import type { Attachment } from '@/lib/attachments'
import type { SummarySection } from '@/lib/forms'
import { rowText } from '@/lib/forms'
import type { Text } from '@/lib/i18n'
import { say } from '@/lib/i18n'
import type { Ctx } from '@/lib/ports'
import type { Askable } from './askable'
import type { Assignment } from './operation'
import type { Dossier } from '../dossier/dossier'

export type AssignableOfficer = { userId: string; name: string; unitId: string; unitName: string }

/** Who works on dossiers once they are accepted. */
const HANDLERS: readonly Role[] = ['caseOfficer', 'unitHead']

type Place = Pick<Dossier, 'agencyCode' | 'unitId'>

/** Whom a dossier can be given to: case officers and heads of the agency, in each unit of theirs; its own unit comes first. */
export async function assignableOfficers(ctx: Ctx, { agencyCode, unitId }: Place): Promise<AssignableOfficer[]> {
  const [officers, units] = await Promise.all([officersAt(ctx, agencyCode, HANDLERS), unitsOf(ctx, agencyCode)])
  const pairs = officers.flatMap(({ userId, name, unitIds, coversAgency }) =>
    units
      .filter(({ id, kind }) => unitIds.includes(id) || (coversAgency && kind === 'professional'))
      .map((unit) => ({ userId, name, unitId: unit.id, unitName: say(unit.name, ctx.locale) })),
  )
  const elsewhere = (officer: AssignableOfficer) => Number(officer.unitId !== unitId)
  return pairs.sort((officer, other) => elsewhere(officer) - elsewhere(other))
}

/** The same as the decision reads it. */
export async function assignable(ctx: Ctx, place: Place): Promise<Assignment[]> {
  return (await assignableOfficers(ctx, place)).map(({ userId, unitId }) => ({ assigneeId: userId, unitId }))
}

/** The units an accepted dossier can go to: those with somebody who works there. The usual one is what the procedure names. */
export async function receivingUnits(
  ctx: Ctx,
  { agencyCode }: Pick<Dossier, 'agencyCode'>,
  rule: Routing,
): Promise<{ id: string; name: string; isUsual: boolean }[]> {
  const [officers, usual] = await Promise.all([
    assignableOfficers(ctx, { agencyCode, unitId: null }),
    handlingUnit(ctx, rule, agencyCode),
  ])
  const names = new Map(officers.map(({ unitId, unitName }) => [unitId, unitName]))
  const only = names.size === 1
  return [...names].map(([id, name]) => ({ id, name, isUsual: only || id === usual?.id }))
}

export type SupplementCandidate = {
  target: 'field' | 'document'
  ref: string
  label: Text
  group: string
  /** What was answered or handed in. */
  answer: string
}

const DOCUMENTS: Text = { vi: 'Giấy tờ', en: 'Documents' }
const NO_FILE: Text = { vi: 'Chưa nộp tệp nào', en: 'No file handed in' }

type CandidateSource = { askable: readonly Askable[]; answers: SummarySection[]; files: readonly Attachment[] }

/** Everything that can be asked for again with what was answered or handed in: documents first, then the questions. */
export function supplementCandidates(
  ctx: Pick<Ctx, 'locale'>,
  { askable, answers, files }: CandidateSource,
): SupplementCandidate[] {
  const rows = answers.flatMap(({ title, rows: inSection }) => inSection.map((row) => ({ title, row })))
  return askable.flatMap((item): SupplementCandidate[] => {
    if (item.target === 'document') {
      const fileNames = namesOf(files, item.ref) || say(NO_FILE, ctx.locale)
      return [{ ...item, group: say(DOCUMENTS, ctx.locale), answer: fileNames }]
    }
    const match = rows.find(({ row }) => row.fieldId === item.ref)
    return match === undefined ? [] : [{ ...item, group: match.title, answer: rowText(match.row) }]
  })
}

/** The files that answer a requirement now. */
function namesOf(files: readonly Attachment[], requirement: string): string {
  const current = files.filter(({ requirementCode, supersededAt }) => requirementCode === requirement && !supersededAt)
  return current.map(({ name }) => name).join(', ')
}
