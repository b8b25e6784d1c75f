import type { DocumentRequirement } from '@/lib/catalogue'
import type { Text } from '@/lib/i18n'

type DocumentOptions = Partial<Omit<DocumentRequirement, 'code' | 'name' | 'origin'>>

const USUAL = { form: 'COPY', accepts: ['image', 'pdf'], maxFiles: 5, maxMegabytes: 100, signature: 'CONFIRM' } as const

/** A paper the applicant gives; photographs and PDF alike unless said otherwise. */
export function uploaded(code: string, name: Text, options: DocumentOptions = {}): DocumentRequirement {
  return { ...USUAL, accepts: [...USUAL.accepts], ...options, code, name, origin: 'upload' }
}

/** The declaration that the online form becomes. */
export function declaration(code: string, name: Text): DocumentRequirement {
  return { ...USUAL, code, name, origin: 'form', form: 'ELECTRONIC', accepts: [], maxFiles: 1 }
}

/** A PDF that must carry the applicant's own digital signature. */
export function signed(code: string, name: Text, signature: 'PERSON_CERT' | 'ORG_CERT'): DocumentRequirement {
  return uploaded(code, name, { form: 'ELECTRONIC', accepts: ['pdf'], maxFiles: 1, signature })
}

/** What the agency finds in a national database by itself. */
export function lookedUp(code: string, name: Text, options: DocumentOptions = {}): DocumentRequirement {
  return { ...USUAL, form: 'ELECTRONIC', maxFiles: 1, ...options, accepts: [], code, name, origin: 'database' }
}
