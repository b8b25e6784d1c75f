import { DOSSIER_WORDS } from '@/components/dossier/words'
import { Badge } from '@/components/ui/badge'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { SummaryList } from '@/components/ui/summary-list'
import { paths } from '@/lib/dossiers'
import { keptErrorWords } from '@/lib/errors'
import type { KeptError } from '@/lib/errors'
import { say } from '@/lib/i18n'
import type { Locale, Text } from '@/lib/i18n'
import { LEADER_WORDS as W } from './leader-words'
import { PagePicture } from '../page-picture'

export type BatchLineView = {
  position: number
  dossierId: string
  code: string
  applicantName: string
  procedureName: Text
  outcome: 'granted' | 'denied' | null
  signing: { number: string; sha256: string; pages: number } | null
  person: { page: number; x: number; y: number; width: number; height: number } | null
  state: 'waiting' | 'signed' | 'gone'
  signerName: string | null
  refusal: KeptError | null
}

type Props = { batchId: string; line: BatchLineView; isOpen: boolean; locale: Locale }

const TONES = { waiting: 'info', signed: 'good', gone: 'bad' } as const

/** One paper of a batch: whose it is, how it stands, and its exact pages. */
export function BatchResult({ batchId, line, isOpen, locale }: Props) {
  const { position, dossierId, code, procedureName, state, signing } = line
  const id = `ket-qua-${String(position)}`
  return (
    <li>
      <article aria-labelledby={id} data-result={code} className="rounded-md border border-line bg-raised p-4">
        <div className="flex flex-wrap items-baseline justify-between gap-3">
          <h3 id={id} className="text-base wrap-anywhere">
            <a href={paths.officerDossier(dossierId)}>{code}</a>
          </h3>
          <Badge tone={TONES[state]}>{say(W[state], locale)}</Badge>
        </div>
        <p className="pb-3 text-ink-soft">{say(procedureName, locale)}</p>
        <Standing line={line} locale={locale} />
        <div className="pt-3 wrap-anywhere">
          <SummaryList items={factsOf(line, locale)} />
        </div>
        {signing !== null && (
          <Disclosure summary={say(W.pages, locale, { pages: signing.pages })} isOpen={isOpen}>
            <Pages batchId={batchId} position={position} code={code} pages={signing.pages} locale={locale} />
          </Disclosure>
        )}
      </article>
    </li>
  )
}

function Standing({ line: { state, signerName, refusal }, locale }: { line: BatchLineView; locale: Locale }) {
  if (state === 'signed')
    return <Notice tone="good" locale={locale} title={say(W.signedBy, locale, { name: signerName ?? '' })} />
  const reason = refusal === null ? null : keptErrorWords(refusal, locale)
  if (reason === null) return null
  return (
    <Notice tone={state === 'gone' ? 'bad' : 'warn'} locale={locale} title={say(W.notSigned, locale, { reason })} />
  )
}

function factsOf({ applicantName, outcome, signing }: BatchLineView, locale: Locale) {
  const outcomeWords = outcome === null ? null : DOSSIER_WORDS[outcome]
  return [
    { key: 'applicant', term: say(W.applicant, locale), value: applicantName },
    ...(outcomeWords === null
      ? []
      : [{ key: 'outcome', term: say(W.outcome, locale), value: say(outcomeWords, locale) }]),
    ...(signing === null
      ? []
      : [
          { key: 'number', term: say(W.number, locale), value: signing.number.split(':')[1] ?? '' },
          { key: 'sha256', term: 'SHA-256', value: <code data-sha256>{signing.sha256}</code> },
        ]),
  ]
}

type PagesProps = { batchId: string; position: number; code: string; pages: number; locale: Locale }

function Pages({ batchId, position, code, pages, locale }: PagesProps) {
  return (
    <ol
      className="-ml-7 flex max-h-[80vh] flex-col gap-4 overflow-y-auto border border-line bg-band p-1 sm:ml-0 sm:p-3"
      tabIndex={0}
    >
      {Array.from({ length: pages }, (_, page) => (
        <li key={page}>
          <PagePicture
            src={paths.batchPaperPage(batchId, position, page)}
            alt={say(W.pageAlt, locale, { code, page: page + 1, pages })}
            loading="lazy"
          />
        </li>
      ))}
    </ol>
  )
}
