import type { Attachment } from '@/lib/attachments'
import type { RequiredDocument } from '@/lib/catalogue'
import type { Issue } from '@/lib/kernel'
import type { RequiredSignature, RightSubject, VerificationReport } from '@/lib/signing'
import { signatureFault, signatureFaultWords, signatureIssue } from '@/lib/signing'

type SignedDocument = Pick<RequiredDocument, 'code' | 'signature'>
type SignatureEvidence = {
  files: readonly Attachment[]
  verdicts: ReadonlyMap<string, VerificationReport>
  signatory: RightSubject
}
type Fault = { code: string; signature: RequiredSignature; file: Attachment; finding: Finding }
type Finding = NonNullable<ReturnType<typeof signatureFault>>

/** Files of documents that must carry the applicant's own signature and do not, each with what is wrong. */
function faultsIn(documents: readonly SignedDocument[], { files, verdicts, signatory }: SignatureEvidence): Fault[] {
  return documents.flatMap(({ code, signature }) => {
    if (signature === 'CONFIRM') return []
    return files
      .filter((file) => file.requirementCode === code && file.scan !== 'infected' && file.supersededAt === null)
      .flatMap((file) => {
        const finding = signatureFault(signature, reportOn(file, verdicts), signatory)
        return finding === null ? [] : [{ code, signature, file, finding }]
      })
  })
}

/** For the applicant: what is wrong and what to do about it. */
export function signatureIssues(documents: readonly SignedDocument[], evidence: SignatureEvidence): Issue[] {
  return faultsIn(documents, evidence).map(({ code, signature, file, finding }) =>
    signatureIssue({ code, signature }, file, finding),
  )
}

/** For the officer: what is wrong. */
export function signatureWarnings(documents: readonly SignedDocument[], evidence: SignatureEvidence): Issue[] {
  return faultsIn(documents, evidence).map(({ code, signature, file, finding }) => ({
    path: code,
    code: finding.fault,
    words: signatureFaultWords(signature, file.name, finding),
  }))
}

/** Only PDFs are judged; a picture carries no signature, so there is nothing to wait for. */
function reportOn(file: Attachment, verdicts: ReadonlyMap<string, VerificationReport>) {
  return file.mediaType === 'application/pdf' ? verdicts.get(file.sha256) : NO_SIGNATURE
}

const NO_SIGNATURE = { signatures: [] } as const
