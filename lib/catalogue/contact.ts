import type { ProcedureDefinition } from './definition'

/** The field of every revision published before definitions named it. */
const NAMED_BEFORE = 'contact.email'

type Naming = Pick<ProcedureDefinition, 'contactField'>

/** The mail address at which these answers ask to be told about the dossier; null where they name none. */
export function contactAddress(
  { contactField = NAMED_BEFORE }: Naming,
  answers: Record<string, unknown>,
): string | null {
  const chosen = answers[contactField]
  return typeof chosen === 'string' && chosen !== '' ? chosen : null
}
