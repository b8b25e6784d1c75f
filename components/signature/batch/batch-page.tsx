import { Column } from '@/components/layout/frame'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { paths } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { signatoryWords, signingPaths } from '@/lib/signing'
import type { Official } from '@/lib/signing'
import { BatchPanel } from './batch-panel'
import { BatchResult } from './batch-result'
import type { BatchLineView } from './batch-result'
import { LEADER_WORDS as W } from './leader-words'
import type { Looks } from '../browser-signing/sign-stored'
import { SIGN_WORDS as S } from '../words'

type Props = {
  batch: { id: string; official: Official; lines: BatchLineView[] }
  hasRemote: boolean
  refusal: string | null
  locale: Locale
}

/** A leader sees the exact papers with their digests, then signs what waits of them in one act; signing approves. */
export function BatchPage({ batch, hasRemote, refusal, locale }: Props) {
  const { id, official, lines } = batch
  const waiting = lines.filter(({ state }) => state === 'waiting')
  const count = waiting.length
  const title = lines.length === 1 ? say(W.titleOne, locale) : say(W.titleMany, locale, { count: lines.length })
  return (
    <Column width="reading">
      <PageHeader
        breadcrumb={<Breadcrumb locale={locale} items={[{ label: say(W.listTitle, locale), href: paths.signing() }]} />}
        title={title}
        lead={say(W.lead, locale)}
      />
      {refusal !== null && (
        <div className="pb-6">
          <Notice tone="bad" locale={locale} isLive title={refusal} />
        </div>
      )}
      <section aria-label={say(count > 0 ? W.results : W.resultsDone, locale)}>
        <h2 className="text-lg">{say(count > 0 ? W.results : W.resultsDone, locale)}</h2>
        <ol className="flex flex-col gap-6 pt-3">
          {lines.map((line) => (
            <BatchResult key={line.position} batchId={id} line={line} isOpen={lines.length <= 3} locale={locale} />
          ))}
        </ol>
      </section>
      <section className="mt-8 border-t-2 border-line pt-5">
        {count > 0 && <WithFile {...{ official, count, hasRemote, locale }} />}
        <BatchPanel items={waiting.map((line) => itemOf(id, line))} official={official} locale={locale} />
      </section>
      {hasRemote && count > 0 && <Remotely id={id} count={count} locale={locale} />}
    </Column>
  )
}

type WithFileProps = { official: Official; count: number; hasRemote: boolean; locale: Locale }

function WithFile({ official, count, hasRemote, locale }: WithFileProps) {
  return (
    <>
      <div className="pb-5">
        <Notice tone="info" locale={locale} title={say(signatoryWords(official), locale)} />
      </div>
      <h2 className="text-lg">{say(S.withFile, locale)}</h2>
      <p className="pb-4 text-ink-soft">{say(W.withFileLead, locale, { count })}</p>
      <noscript>
        <Notice tone="warn" locale={locale} title={say(S.needsScript, locale)}>
          {hasRemote && <p>{say(W.needsScriptElse, locale)}</p>}
        </Notice>
      </noscript>
    </>
  )
}

function Remotely({ id, count, locale }: { id: string; count: number; locale: Locale }) {
  return (
    <section className="mt-8 border-t-2 border-line pt-5">
      <h2 className="text-lg">{say(S.remotely, locale)}</h2>
      <p className="pb-4 text-ink-soft">{say(W.remotelyLead, locale, { count })}</p>
      <form method="post" action={paths.signBatchRemotely(id)}>
        <Button variant="secondary">{say(S.remotelyBegin, locale)}</Button>
      </form>
    </section>
  )
}

/** The pixels of the handwriting route. */
const HANDWRITING = { width: 320, height: 96, pixelsFrom: paths.handwriting() }

function itemOf(batchId: string, { position, code, signing, person }: BatchLineView) {
  const file = {
    href: paths.batchPaper(batchId, position),
    sha256: signing?.sha256 ?? '',
    postTo: paths.signedPaper(batchId, position),
    timestampFrom: signingPaths.timestamp(),
  }
  return { position, code, file: person === null ? file : { ...file, looks: looksOf(person) } }
}

function looksOf({ page, x, y, width, height }: NonNullable<BatchLineView['person']>): Looks {
  return { ...HANDWRITING, page: page + 1, box: { left: x, bottom: y, width, height } }
}
