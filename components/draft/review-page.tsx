import type { ReactNode } from 'react'
import { AnswerSections } from '@/components/dossier/answer-sections'
import { documentName, needsSignature } from '@/components/dossier/document-name'
import { FileList } from '@/components/dossier/file-list'
import { dong } from '@/components/procedure/money'
import { ErrorSummary } from '@/components/ui/error-summary'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Attachment } from '@/lib/attachments'
import { CATALOGUE_WORDS } from '@/lib/catalogue'
import type { FeeLine, ProcedureDefinition } from '@/lib/catalogue'
import { paths } from '@/lib/dossiers'
import type { Journey, SummarySection } from '@/lib/forms'
import { say } from '@/lib/i18n'
import type { Locale, Text } from '@/lib/i18n'
import type { Issue } from '@/lib/kernel'
import type { Summary, VerificationReport } from '@/lib/signing'
import { DraftFrame, REVIEW_STEP } from './draft-frame'
import { mendHref, mendPlaces } from './mend-places'
import { SUBMIT_FORM } from './submit-place'
import { DRAFT_WORDS as D } from './words'

type Props = {
  opened: {
    draft: { id: string }
    definition: ProcedureDefinition
    journey: Journey
    files: Attachment[]
    verdicts: ReadonlyMap<string, VerificationReport>
  }
  answers: SummarySection[]
  fee: { lines: FeeLine[]; total: number | null }
  missing: Issue[]
  /** Somebody asked for it to be handed in, and it was not. */
  isStillToDo: boolean
  /** The form that hands it in. */
  submit: ReactNode
  locale: Locale
}

/** Everything once more before it is handed in, each answer with its way back. */
export function ReviewPage({ opened, answers, fee, missing, isStillToDo, submit, locale }: Props) {
  const { draft, definition, journey, files, verdicts } = opened
  const summaries = new Map([...verdicts].map(([sha256, { summary }]) => [sha256, summary]))
  const places = mendPlaces(draft.id, journey, definition.documents)
  const hrefOf = (path: string) => mendHref(places, path) ?? paths.draft(draft.id)
  return (
    <DraftFrame
      draftId={draft.id}
      procedureName={definition.name}
      journey={journey}
      current={REVIEW_STEP}
      title={say(D.review, locale)}
      lead={say(D.reviewLead, locale)}
      locale={locale}
    >
      {isStillToDo && <StillToDo label={say(D.submit, locale)} locale={locale} />}
      {missing.length > 0 && <Missing issues={missing} hrefOf={hrefOf} locale={locale} />}
      <AnswerSections
        heading="h2"
        sections={answers}
        locale={locale}
        changeHref={(pageId) => paths.draftPage(draft.id, pageId)}
      />
      <h2 className="pb-2 text-lg">{say(D.documents, locale)}</h2>
      <Files files={files} none={D.noFilesYet} verdicts={summaries} definition={definition} locale={locale} />
      <FeeLines fee={fee} locale={locale} />
      {submit}
    </DraftFrame>
  )
}

function StillToDo({ label, locale }: { label: string; locale: Locale }) {
  return (
    <div className="pb-6">
      <Notice tone="warn" locale={locale} isLive title={say(D.stillToDo, locale)}>
        <p className="pb-3">{say(D.stillToDoWords, locale, { label })}</p>
        <LinkButton href={`#${SUBMIT_FORM}`} variant="secondary">
          {say(D.toTheButton, locale, { label })}
        </LinkButton>
      </Notice>
    </div>
  )
}

type FilesProps = {
  files: Attachment[]
  none: Text
  verdicts: ReadonlyMap<string, Summary>
  definition: ProcedureDefinition
  locale: Locale
}

function Files({ files, none, verdicts, definition, locale }: FilesProps) {
  if (files.length === 0) return <p className="text-ink-soft">{say(none, locale)}</p>
  return (
    <FileList
      {...{ files, verdicts, locale }}
      nameOf={(code) => documentName(definition, code)}
      isSigned={(code) => needsSignature(definition, code)}
    />
  )
}

type MissingProps = { issues: Issue[]; hrefOf: (path: string) => string; locale: Locale }

export function Missing({ issues, hrefOf, locale }: MissingProps) {
  const errors = issues.map((issue) => ({ href: hrefOf(issue.path), words: say(issue.words, locale) }))
  return (
    <div className="pb-6">
      <ErrorSummary locale={locale} title={say(D.missing, locale)} errors={errors} />
    </div>
  )
}

function FeeLines({ fee, locale }: { fee: Props['fee']; locale: Locale }) {
  return (
    <div className="pt-4">
      <h2 className="pb-2 text-lg">{say(D.fee, locale)}</h2>
      {fee.lines.length === 0 && <p>{say(CATALOGUE_WORDS.free, locale)}</p>}
      <ul>
        {fee.lines.map((line) => (
          <li key={line.fee.code} className="flex justify-between gap-4 border-b border-line py-2">
            <span>{say(line.fee.name, locale)}</span>
            <span className="text-right font-semibold whitespace-nowrap tabular-nums">
              {line.amount === null ? say(D.feeUnknown, locale) : dong(line.amount, locale)}
            </span>
          </li>
        ))}
      </ul>
      {fee.lines.length > 0 && <p className="pt-2 text-ink-soft">{say(D.feeNote, locale)}</p>}
    </div>
  )
}
