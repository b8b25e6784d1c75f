import { FileState, fileDetails, Thumbnail } from '@/components/dossier/file-list'
import { Badge } from '@/components/ui/badge'
import { Button, LinkButton } from '@/components/ui/button'
import { FileRow } from '@/components/ui/file-row'
import { Notice } from '@/components/ui/notice'
import { ACCEPT } from '@/lib/attachments'
import type { Attachment } from '@/lib/attachments'
import type { ProcedureDefinition, RequiredDocument } from '@/lib/catalogue'
import { paths } from '@/lib/dossiers'
import type { Journey } from '@/lib/forms'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { DOCUMENTS_STEP, DraftFrame } from './draft-frame'
import { UploadBox } from './upload-box'
import { DRAFT_WORDS as D } from './words'

type Opened = {
  draft: { id: string }
  definition: ProcedureDefinition
  journey: Journey
  documents: RequiredDocument[]
  files: Attachment[]
}
type Detach = (form: FormData) => Promise<void>
type Props = { opened: Opened; refusal: { requirement: string; words: string } | null; detach: Detach; locale: Locale }

/** What the case asks for, one box each, with what is already stored. */
export function DocumentsPage({ opened, refusal, detach, locale }: Props) {
  const { draft, definition, journey, documents, files } = opened
  return (
    <DraftFrame
      draftId={draft.id}
      procedureName={definition.name}
      journey={journey}
      current={DOCUMENTS_STEP}
      title={say(D.documents, locale)}
      lead={say(D.documentsLead, locale)}
      locale={locale}
    >
      <ol className="flex flex-col gap-8">
        {documents.map((document) => (
          <li key={document.code} id={document.code} className="border-t-2 border-line pt-5">
            <Requirement document={document} locale={locale} />
            {refusal?.requirement === document.code && (
              <Notice tone="bad" locale={locale} isLive title={refusal.words} />
            )}
            {document.origin === 'upload' && (
              <Files draftId={draft.id} document={document} files={files} detach={detach} locale={locale} />
            )}
          </li>
        ))}
      </ol>
      <p className="pt-8">
        <LinkButton href={paths.draftReview(draft.id)}>{say(D.review, locale)}</LinkButton>
      </p>
    </DraftFrame>
  )
}

type FilesProps = {
  draftId: string
  document: RequiredDocument
  files: Attachment[]
  detach: Detach
  locale: Locale
}

function Files({ draftId, document, files, detach, locale }: FilesProps) {
  const stored = files.filter(({ requirementCode }) => requirementCode === document.code)
  return (
    <>
      <Stored files={stored} detach={detach} locale={locale} />
      <UploadBox
        draftId={draftId}
        requirement={document.code}
        accept={acceptOf(document)}
        action={`${paths.draftDocuments(draftId)}/tai-len`}
        locale={locale}
      />
    </>
  )
}

function acceptOf({ accepts }: RequiredDocument): string {
  return accepts.includes('pdf')
    ? ACCEPT
    : ACCEPT.split(',')
        .filter((one) => !one.includes('pdf'))
        .join()
}

const ORIGINS = { database: D.fromDatabase, form: D.fromForm, upload: undefined } as const

function Requirement({ document, locale }: { document: RequiredDocument; locale: Locale }) {
  const { name, origin, isRequired, hint, note } = document
  const words = [ORIGINS[origin], hint, note].filter((text) => text !== undefined)
  return (
    <div className="pb-3">
      <h2 className="text-lg">
        {say(name, locale)}{' '}
        {origin === 'upload' && (
          <Badge tone={isRequired ? 'info' : 'neutral'}>{say(isRequired ? D.required : D.optional, locale)}</Badge>
        )}
      </h2>
      {words.map((text) => (
        <p key={text.vi} className="text-ink-soft">
          {say(text, locale)}
        </p>
      ))}
    </div>
  )
}

function Stored({ files, detach, locale }: { files: Attachment[]; detach: Detach; locale: Locale }) {
  if (files.length === 0) return null
  return (
    <ul className="pb-4">
      {files.map((file) => (
        <FileRow
          key={file.id}
          name={file.name}
          href={paths.file(file.id)}
          details={[say(D.stored, locale), ...fileDetails(file)]}
          thumbnail={<Thumbnail file={file} />}
          state={<FileState file={file} locale={locale} />}
          actions={
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
              <form action={detach}>
                <input type="hidden" name="tep" value={file.id} />
                <Button variant="quiet" aria-label={`${say(D.remove, locale)}: ${file.name}`}>
                  {say(D.remove, locale)}
                </Button>
              </form>
            </>
          }
        />
      ))}
    </ul>
  )
}
