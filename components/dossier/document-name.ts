import type { ProcedureDefinition } from '@/lib/catalogue'
import type { Text } from '@/lib/i18n'

/** Whether the procedure asks for a certificate's signature on this document: only then it matters that a file has none. */
export function needsSignature({ documents }: Pick<ProcedureDefinition, 'documents'>, code: string): boolean {
  return documents.some((document) => document.code === code && document.signature !== 'CONFIRM')
}

/** What the procedure calls the document with a code; the code itself where it knows none. */
export function documentName({ documents }: Pick<ProcedureDefinition, 'documents'>, code: string): Text {
  return documents.find((document) => document.code === code)?.name ?? { vi: code, en: code }
}
