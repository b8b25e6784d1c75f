import type { ProcedureDefinition } from '@/lib/catalogue'
import type { Text } from '@/lib/i18n'

/** What the procedure calls the document with a code; the code itself where it knows none. */
export function documentName({ documents }: Pick<ProcedureDefinition, 'documents'>, code: string): Text {
  return documents.find((document) => document.code === code)?.name ?? { vi: code, en: code }
}
