import 'server-only'
import { officersAt } from '@/lib/accounts/server'
import { unitsOf } from '@/lib/agencies/server'
import type { ProcedureDefinition } from '@/lib/catalogue'
import { fieldsOf } from '@/lib/forms'
import type { SummarySection } from '@/lib/forms'
import type { Text } from '@/lib/i18n'
import { say } from '@/lib/i18n'
import type { Ctx } from '@/lib/ports'
import type { Dossier } from './dossier'

export type AssignableOfficer = { userId: string; name: string; unitId: string; unitName: string }

/** Whom a dossier can be given to: case officers and heads of the agency, each with a unit of theirs. */
export async function assignableOfficers(ctx: Ctx, dossier: Dossier): Promise<AssignableOfficer[]> {
  const [officers, units] = await Promise.all([
    officersAt(ctx, dossier.agencyCode, ['caseOfficer', 'unitHead']),
    unitsOf(ctx, dossier.agencyCode),
  ])
  const professional = units.filter(({ kind }) => kind === 'professional').slice(0, 1)
  return officers.flatMap(({ userId, name, unitIds }) => {
    const theirs = unitIds.length === 0 ? professional : units.filter(({ id }) => unitIds.includes(id))
    return theirs.map(({ id, name: unitName }) => ({ userId, name, unitId: id, unitName: say(unitName, ctx.locale) }))
  })
}

export type SupplementCandidate = { target: 'field' | 'document'; ref: string; label: Text; group: string }

const DOCUMENTS: Text = { vi: 'Giấy tờ', en: 'Documents' }

/** Everything that can be asked for again: documents first, then the questions that were asked; verified facts are not. */
export function supplementCandidates(
  ctx: Pick<Ctx, 'locale'>,
  { definition, answers }: { definition: ProcedureDefinition; answers: SummarySection[] },
): SupplementCandidate[] {
  const documents = definition.documents
    .filter(({ origin }) => origin === 'upload')
    .map(
      ({ code, name }): SupplementCandidate => ({
        target: 'document',
        ref: code,
        label: name,
        group: say(DOCUMENTS, ctx.locale),
      }),
    )
  const labels = new Map(
    definition.form === undefined ? [] : fieldsOf(definition.form).map(({ id, label }) => [id, label]),
  )
  const fields = answers.flatMap(({ title, rows }) =>
    rows
      .filter(({ isVerified }) => !isVerified)
      .map(
        ({ fieldId, label }): SupplementCandidate => ({
          target: 'field',
          ref: fieldId,
          label: labels.get(fieldId) ?? { vi: label, en: label },
          group: title,
        }),
      ),
  )
  return [...documents, ...fields]
}
