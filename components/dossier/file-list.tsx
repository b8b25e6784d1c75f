import { Badge } from '@/components/ui/badge'
import { FileRow } from '@/components/ui/file-row'
import { attachmentPaths, isReadable, MEDIA_TYPES, readableSize, SCAN_STATUS } from '@/lib/attachments'
import type { Attachment } from '@/lib/attachments'
import { VerdictBadge } from '@/components/signature/report/verdict-badge'
import { VERIFY_WORDS } from '@/components/signature/report/verify-words'
import { say } from '@/lib/i18n'
import type { Locale, Text } from '@/lib/i18n'
import { signingPaths } from '@/lib/signing'
import type { Summary } from '@/lib/signing'
import { shortMoment } from './moment-text'
import { DOSSIER_WORDS } from './words'

type Props = {
  files: Attachment[]
  locale: Locale
  nameOf: (requirementCode: string) => Text
  /** Where an officer views it in place; people download their own. */
  viewHref?: (file: Attachment) => string
  /** What was found out about the signatures on each PDF, by its SHA-256. */
  verdicts?: ReadonlyMap<string, Summary>
  /** Whether this document must carry a signature. */
  isSigned: (requirementCode: string) => boolean
}

/** Stored files under the requirement they answer, each with its thumbnail, size, time and the scanner's word. */
export function FileList({ files, locale, nameOf, viewHref, verdicts, isSigned }: Props) {
  if (files.length === 0) return <p className="text-ink-soft">{say(DOSSIER_WORDS.noFiles, locale)}</p>
  const codes = [...new Set(files.map(({ requirementCode }) => requirementCode))]
  return codes.map((code) => (
    <div key={code} className="pb-4">
      <h3 className="text-base">{say(nameOf(code), locale)}</h3>
      <ul>
        {files
          .filter(({ requirementCode }) => requirementCode === code)
          .map((file) => (
            <StoredFile
              key={file.id}
              file={file}
              locale={locale}
              viewHref={viewHref}
              summary={shownSummary(verdicts?.get(file.sha256), isSigned(code))}
            />
          ))}
      </ul>
    </div>
  ))
}

function StoredFile({
  file,
  locale,
  viewHref,
  summary,
}: Pick<Props, 'locale'> & { file: Attachment; viewHref: Props['viewHref']; summary: Summary | undefined }) {
  const canOpen = viewHref === undefined || isReadable(file)
  const href = viewHref === undefined ? attachmentPaths.file(file.id) : viewHref(file)
  return (
    <FileRow
      name={file.name}
      href={canOpen ? href : undefined}
      details={fileDetails(file, locale)}
      thumbnail={canOpen && <Thumbnail file={file} />}
      state={<FileStanding file={file} summary={summary} locale={locale} isForDesk={viewHref !== undefined} />}
    />
  )
}

/** That an ordinary PDF bears no signature is nothing to tell; where one was asked for, it is. */
export function shownSummary(summary: Summary | undefined, isAsked: boolean): Summary | undefined {
  return summary === 'unsigned' && !isAsked ? undefined : summary
}

type State = { file: Attachment; locale: Locale; isForDesk?: boolean }
type Standing = State & { summary: Summary | undefined }

/** The scanner's word and what was found out about the signatures, with the way to the whole report. */
export function FileStanding({ file, summary, locale, isForDesk = false }: Standing) {
  return (
    <span className="flex flex-wrap items-center gap-2">
      <FileState file={file} locale={locale} isForDesk={isForDesk} />
      {summary !== undefined && <Verdict file={file} summary={summary} locale={locale} />}
    </span>
  )
}

function Verdict({ file, summary, locale }: { file: Attachment; summary: Summary; locale: Locale }) {
  return (
    <>
      <VerdictBadge summary={summary} locale={locale} />
      {summary !== 'unsigned' && (
        <a href={signingPaths.storedReport(file.id)} className="text-sm">
          {say(VERIFY_WORDS.fullReport, locale)}
          <span className="sr-only"> {file.name}</span>
        </a>
      )}
    </>
  )
}

/** Type, size, pages and time of storing, as a person would say them. */
export function fileDetails(file: Attachment, locale: Locale): string[] {
  const count = file.mediaType === 'application/pdf' ? file.pages : null
  const pages = count === null ? [] : [say(DOSSIER_WORDS.pages, locale, { count })]
  return [MEDIA_TYPES[file.mediaType].label, readableSize(file.size), ...pages, shortMoment(file.storedAt)]
}

export function Thumbnail({ file }: { file: Attachment }) {
  return (
    <img src={attachmentPaths.filePicture(file.id, 0, 240)} alt="" loading="lazy" className="size-full object-cover" />
  )
}

/** What the scanner said; that there is no scanner concerns the desk only. */
function FileState({ file, locale, isForDesk = false }: State) {
  const tones = { pending: 'info', clean: 'good', infected: 'bad', unscanned: 'warn' } as const
  return (
    <span className="flex flex-wrap gap-2 empty:hidden">
      {(isForDesk || file.scan !== 'unscanned') && (
        <Badge tone={tones[file.scan]}>{say(SCAN_STATUS[file.scan], locale)}</Badge>
      )}
      {file.supersededAt !== null && <Badge>{say(DOSSIER_WORDS.superseded, locale)}</Badge>}
    </span>
  )
}
