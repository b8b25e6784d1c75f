import type { ReactNode } from 'react'
import { needsSignature } from '@/components/dossier/document-name'
import { FileStanding, fileDetails, Thumbnail, shownSummary } from '@/components/dossier/file-list'
import { filesWords } from '@/components/procedure/document-list'
import { Badge } from '@/components/ui/badge'
import { Button, LinkButton } from '@/components/ui/button'
import { FileRow } from '@/components/ui/file-row'
import { Notice } from '@/components/ui/notice'
import { ACCEPT, attachmentPaths } from '@/lib/attachments'
import type { Attachment } from '@/lib/attachments'
import type { ProcedureDefinition, RequiredDocument } from '@/lib/catalogue'
import { paths } from '@/lib/dossiers'
import type { Journey } from '@/lib/forms'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import type { Issue } from '@/lib/kernel'
import { REQUIRED_SIGNATURE_WORDS } from '@/lib/signing'
import type { VerificationReport } from '@/lib/signing'
import { FormName } from './draft-forms'
import { DOCUMENTS_STEP, DraftFrame } from './draft-frame'
import { DRAFT_WORDS as D } from './words'

type Opened = {
  draft: { id: string }
  definition: ProcedureDefinition
  journey: Journey
  documents: RequiredDocument[]
  files: Attachment[]
  verdicts: ReadonlyMap<string, VerificationReport>
}
type Props = {
  opened: Opened
  refusal: { requirement: string; words: string } | null
  /** What is missing in the whole draft; here of the signatures, by the document's code. */
  missing: Issue[]
  /** Where a file is handed in, by the document's code. */
  uploads: ReadonlyMap<string, ReactNode>
  /** In a supplement: the officer's words and the earlier files beside each document. */
  beside?: ((code: string) => ReactNode) | undefined
  locale: Locale
}

/** What the case asks for, one box each, with what is already stored. */
export function DocumentsPage({ opened, refusal, missing, uploads, beside, locale }: Props) {
  const { draft, definition, journey, documents } = opened
  const unsigned = missing.filter(({ code }) => code.startsWith('signature-'))
  return (
    <DraftFrame
      draftId={draft.id}
      procedureName={definition.name}
      journey={journey}
      current={DOCUMENTS_STEP}
      title={say(D.documents, locale)}
      lead={say(beside === undefined ? D.documentsLead : D.supplementDocumentsLead, locale)}
      supplement={beside && { documents, missing }}
      locale={locale}
    >
      <ol className="flex flex-col gap-8">
        {documents.map((document) => (
          <li key={document.code} id={document.code} className="border-t-2 border-line pt-5">
            <Requirement document={document} isAsked={beside !== undefined} locale={locale} />
            {beside?.(document.code)}
            {refusal?.requirement === document.code && (
              <div className="pb-4">
                <Notice tone="bad" locale={locale} isLive title={refusal.words} />
              </div>
            )}
            <SignatureIssues issues={unsigned.filter(({ path }) => path === document.code)} locale={locale} />
            {document.origin === 'upload' && <Stored {...{ opened, document, locale }} />}
            {uploads.get(document.code)}
          </li>
        ))}
      </ol>
      <p className="pt-8">
        <LinkButton href={paths.draftReview(draft.id)}>
          {say(beside === undefined ? D.review : D.reviewSupplement, locale)}
        </LinkButton>
      </p>
    </DraftFrame>
  )
}

function SignatureIssues({ issues, locale }: { issues: Issue[]; locale: Locale }) {
  return issues.map(({ code, words }) => (
    <div key={words.vi} className="pb-3">
      <Notice tone={code === 'signature-pending' ? 'info' : 'warn'} locale={locale} title={say(words, locale)} />
    </div>
  ))
}

/** The types of files a document may come as, as an input takes them. */
export function acceptOf({ accepts }: Pick<RequiredDocument, 'accepts'>): string {
  return accepts.includes('pdf')
    ? ACCEPT
    : ACCEPT.split(',')
        .filter((type) => !type.includes('pdf'))
        .join()
}

const ORIGINS = { database: D.fromDatabase, form: D.fromForm, upload: undefined } as const

type RequirementProps = { document: RequiredDocument; isAsked: boolean; locale: Locale }

function Requirement({ document, isAsked, locale }: RequirementProps) {
  const { name, origin, isRequired, hint, note } = document
  const words = [ORIGINS[origin], hint, note].filter((text) => text !== undefined)
  return (
    <div className="pb-3">
      <h2 className="text-lg">
        {say(name, locale)}{' '}
        {origin === 'upload' && !isAsked && (
          <Badge tone={isRequired ? 'info' : 'neutral'}>{say(isRequired ? D.required : D.optional, locale)}</Badge>
        )}{' '}
        {document.signature !== 'CONFIRM' && (
          <Badge tone="warn">{say(REQUIRED_SIGNATURE_WORDS[document.signature], locale)}</Badge>
        )}
      </h2>
      {words.map((text) => (
        <p key={text.vi} className="text-ink-soft">
          {say(text, locale)}
        </p>
      ))}
      {origin === 'upload' && <p className="text-ink-soft">{filesWords(document, locale)}</p>}
    </div>
  )
}

type StoredProps = { opened: Opened; document: RequiredDocument; locale: Locale }

function Stored({ opened: { files, verdicts }, document, locale }: StoredProps) {
  const stored = files.filter(({ requirementCode }) => requirementCode === document.code)
  if (stored.length === 0) return null
  const isAsked = needsSignature({ documents: [document] }, document.code)
  const summaryOf = ({ sha256 }: Attachment) => shownSummary(verdicts.get(sha256)?.summary, isAsked)
  return (
    <ul className="pb-4">
      {stored.map((file) => (
        <FileRow
          key={file.id}
          name={file.name}
          href={attachmentPaths.file(file.id)}
          details={[say(D.stored, locale), ...fileDetails(file, locale)]}
          thumbnail={<Thumbnail file={file} />}
          state={<FileStanding file={file} summary={summaryOf(file)} locale={locale} />}
          actions={<StoredActions file={file} locale={locale} />}
        />
      ))}
    </ul>
  )
}

function StoredActions({ file, locale }: { file: Attachment; locale: Locale }) {
  return (
    <>
      {file.mediaType === 'application/pdf' && file.scan !== 'infected' && (
        <LinkButton
          href={paths.signFile(file.holderId, file.id)}
          variant="secondary"
          aria-label={`${say(D.sign, locale)}: ${file.name}`}
        >
          {say(D.sign, locale)}
        </LinkButton>
      )}
      <form method="post" action={paths.draftDocuments(file.holderId)} data-in-place="">
        <FormName name="xoa-tep" />
        <input type="hidden" name="tep" value={file.id} />
        <Button variant="quiet" aria-label={`${say(D.remove, locale)}: ${file.name}`}>
          {say(D.remove, locale)}
        </Button>
      </form>
    </>
  )
}
