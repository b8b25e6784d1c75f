import {
  type CaseDocument,
  DOCUMENT_FORM_WORDS,
  DOCUMENT_ORIGIN_WORDS,
  type DocumentRequirement,
  type ProcedureCase,
  type ProcedureDefinition,
  requirednessOf,
} from '@/lib/catalogue'
import { type Locale, say, type Text } from '@/lib/i18n'

import { PROCEDURE_WORDS as W } from './words'

const FILES: Text = {
  vi: 'Nhận {kinds}; nhiều nhất {count} tệp, mỗi tệp đến {size}.',
  en: 'Takes {kinds}; files at most: {count}, up to {size} each.',
}
const KINDS = {
  image: { vi: 'ảnh chụp (JPEG, PNG, WebP, HEIC)', en: 'photos (JPEG, PNG, WebP, HEIC)' },
  pdf: { vi: 'PDF', en: 'PDF' },
} as const satisfies Record<DocumentRequirement['accepts'][number], Text>

/** What kinds of files a document takes, how many, and how large. */
export function filesWords({ accepts, maxFiles, maxMegabytes }: DocumentRequirement, locale: Locale): string {
  const size = maxMegabytes >= 1024 ? `${String(maxMegabytes / 1024)} GB` : `${String(maxMegabytes)} MB`
  const kinds = accepts.map((kind) => say(KINDS[kind], locale)).join(', ')
  return say(FILES, locale, { kinds, count: maxFiles, size })
}

type ItemProps = { document: DocumentRequirement; caseDocument: CaseDocument; locale: Locale }

function Item({ document, caseDocument, locale }: ItemProps) {
  const marks = [
    say(caseDocument.when ? W.conditional : requirednessOf(caseDocument), locale),
    document.origin === 'upload' ? say(DOCUMENT_FORM_WORDS[document.form], locale) : undefined,
    say(DOCUMENT_ORIGIN_WORDS[document.origin], locale),
  ]
  return (
    <li className="border-b border-line py-4 first:pt-0 last:border-b-0">
      <p className="font-semibold">{say(document.name, locale)}</p>
      <p className="text-sm text-ink-soft">{marks.filter(Boolean).join(' · ')}</p>
      {caseDocument.note && <p className="mt-1">{say(caseDocument.note, locale)}</p>}
      {document.hint && <p className="mt-1">{say(document.hint, locale)}</p>}
      {document.origin === 'upload' && document.accepts.length > 0 && (
        <p className="mt-1 text-sm text-ink-soft">{filesWords(document, locale)}</p>
      )}
    </li>
  )
}

type DocumentListProps = { definition: ProcedureDefinition; chosen: ProcedureCase; locale: Locale }

/** Every paper a case may ask for, and who brings it. */
export function DocumentList({ definition, chosen, locale }: DocumentListProps) {
  return (
    <ol>
      {chosen.documents.map((caseDocument) => {
        const document = definition.documents.find(({ code }) => code === caseDocument.code)
        return (
          document && <Item key={caseDocument.code} document={document} caseDocument={caseDocument} locale={locale} />
        )
      })}
    </ol>
  )
}
