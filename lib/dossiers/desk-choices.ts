import 'server-only'
import { officersAt } from '@/lib/accounts/server'
import { unitsOf } from '@/lib/agencies/server'
import type { Attachment } from '@/lib/attachments'
import type { ProcedureDefinition } from '@/lib/catalogue'
import type { SummarySection } from '@/lib/forms'
import { fieldsOf, rowText } from '@/lib/forms'
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

export type SupplementCandidate = {
  target: 'field' | 'document'
  ref: string
  label: Text
  group: string
  /** What was answered or handed in. */
  given: string
}

const DOCUMENTS: Text = { vi: 'Giấy tờ', en: 'Documents' }
const NO_FILE: Text = { vi: 'Chưa nộp tệp nào', en: 'No file handed in' }

/** Everything that can be asked for again: documents first, then the questions that were asked; verified facts are not. */
export function supplementCandidates(
  ctx: Pick<Ctx, 'locale'>,
  {
    definition,
    answers,
    files,
  }: { definition: ProcedureDefinition; answers: SummarySection[]; files: readonly Attachment[] },
): SupplementCandidate[] {
  const documents = definition.documents
    .filter(({ origin }) => origin === 'upload')
    .map(
      ({ code, name }): SupplementCandidate => ({
        target: 'document',
        ref: code,
        label: name,
        group: say(DOCUMENTS, ctx.locale),
        given: namesOf(files, code) || say(NO_FILE, ctx.locale),
      }),
    )
  const labels = new Map(
    definition.form === undefined ? [] : fieldsOf(definition.form).map(({ id, label }) => [id, label]),
  )
  const fields = answers.flatMap(({ title, rows }) =>
    rows
      .filter(({ isVerified }) => !isVerified)
      .map(
        (row): SupplementCandidate => ({
          target: 'field',
          ref: row.fieldId,
          label: labels.get(row.fieldId) ?? { vi: row.label, en: row.label },
          group: title,
          given: rowText(row),
        }),
      ),
  )
  return [...documents, ...fields]
}

/** The files that answer a requirement now. */
function namesOf(files: readonly Attachment[], requirement: string): string {
  const current = files.filter(({ requirementCode, supersededAt }) => requirementCode === requirement && !supersededAt)
  return current.map(({ name }) => name).join(', ')
}
