import type { Attachment } from '@/lib/attachments'
import type { RequiredDocument } from '@/lib/catalogue'
import type { Facts } from '@/lib/forms'
import type { Issue } from '@/lib/kernel'
import { signatureFault, signatureIssue } from '@/lib/signing'
import type { RightSubject, VerificationReport } from '@/lib/signing'

/** Files of documents that must carry the applicant's own signature and do not, each with what is wrong. */
export function signatureIssues(
  documents: readonly RequiredDocument[],
  files: readonly Attachment[],
  verdicts: ReadonlyMap<string, VerificationReport>,
  facts: Facts,
): Issue[] {
  const subject = subjectIn(facts)
  return documents.flatMap(({ code, name, signature }) => {
    if (signature === 'CONFIRM') return []
    return files
      .filter((file) => file.requirementCode === code && file.scan !== 'infected')
      .flatMap((file) => {
        const found = signatureFault(signature, reportOn(file, verdicts), subject)
        return found === null ? [] : [signatureIssue({ code, name, signature }, file, found)]
      })
  })
}

/** Only PDFs are judged; a picture carries no signature, so there is nothing to wait for. */
function reportOn(file: Attachment, verdicts: ReadonlyMap<string, VerificationReport>) {
  return file.mediaType === 'application/pdf' ? verdicts.get(file.sha256) : NO_SIGNATURE
}

const NO_SIGNATURE = { signatures: [] } as const

function subjectIn(facts: Facts): RightSubject {
  const text = (key: 'person.personalId' | 'organisation.taxCode') => {
    const value = facts[key]
    return typeof value === 'string' ? value : null
  }
  return { personalId: text('person.personalId'), taxCode: text('organisation.taxCode') }
}
