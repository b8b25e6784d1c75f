import type { ProcedureDefinition } from '@/lib/catalogue'
import type { Scope } from '@/lib/forms'
import { readForm } from '@/lib/forms'
import type { DomainError, Issue, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import type { SupplementItem } from '../dossier/dossier'
import { SUPPLEMENT_ISSUES } from '../drafts/supplement-words'

export type Askable = Pick<SupplementItem, 'target' | 'ref' | 'label'>
export type AskedInput = Omit<SupplementItem, 'label'>

/**
 * What a supplement can ask for: the documents of the dossier's case, and the questions it answered. Verified facts are not
 * the applicant's to mend, and another case is another dossier.
 */
export function askableItems(definition: ProcedureDefinition, caseCode: string, scope: Scope): Askable[] {
  const ofCase = definition.cases.find(({ code }) => code === caseCode)?.documents.map(({ code }) => code) ?? []
  const documents = definition.documents
    .filter(({ code, origin }) => origin === 'upload' && ofCase.includes(code))
    .map(({ code, name }) => ({ target: 'document' as const, ref: code, label: name }))
  return [...documents, ...askableFields(definition, scope)]
}

function askableFields({ form, caseField }: ProcedureDefinition, scope: Scope): Askable[] {
  if (form === undefined) return []
  const reader = readForm(form, scope)
  return form.pages
    .flatMap(({ fields }) => fields)
    .filter((field) => field.id !== caseField && reader.isShown(field) && reader.verified(field) === undefined)
    .map(({ id, label }) => ({ target: 'field' as const, ref: id, label }))
}

/** The items as they are printed: their names come from the procedure, whatever was sent. */
export function namedItems(
  items: readonly AskedInput[],
  askable: readonly Askable[],
): Result<SupplementItem[], DomainError> {
  const named: SupplementItem[] = []
  const issues: Issue[] = []
  for (const [index, item] of items.entries()) {
    const match = askable.find(({ target, ref }) => target === item.target && ref === item.ref)
    const isTwice = named.some(({ target, ref }) => target === item.target && ref === item.ref)
    if (match === undefined || isTwice)
      issues.push({
        path: `items.${String(index)}.howToMend`,
        code: 'not-askable',
        words: SUPPLEMENT_ISSUES.notAskable,
      })
    else named.push({ ...item, label: match.label })
  }
  return issues.length === 0 ? ok(named) : err({ code: 'invalid-input', issues })
}
