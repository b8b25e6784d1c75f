import { Column } from '@/components/layout/frame'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button, LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { SummaryList } from '@/components/ui/summary-list'
import { attachmentPaths, readableSize } from '@/lib/attachments'
import type { Attachment } from '@/lib/attachments'
import { paths } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { signatoryWords, signingPaths } from '@/lib/signing'
import type { RightSubject } from '@/lib/signing'
import { PagePicture } from '../page-picture'
import { SignPanel } from './sign-panel'
import { SIGN_WORDS as S } from '../words'

const MOST_PAGES = 200

type Props = {
  file: Attachment
  subject: RightSubject
  hasRemote: boolean
  refusal: string | null
  locale: Locale
}

/** The exact pages and digest of what is about to be signed, and the ways to sign it. */
export function SignPage({ file, subject, hasRemote, refusal, locale }: Props) {
  const backHref = paths.draftDocuments(file.holderId)
  return (
    <Column width="reading">
      <PageHeader
        breadcrumb={<Breadcrumb locale={locale} items={[{ label: say(S.back, locale), href: backHref }]} />}
        title={say(S.signFile, locale, { name: file.name })}
        lead={say(S.lead, locale)}
      />
      <div className="flex flex-col gap-6 wrap-anywhere">
        {refusal !== null && <Notice tone="bad" locale={locale} isLive title={refusal} />}
        <SummaryList items={factsOf(file, locale)} />
      </div>
      <p className="py-4">
        <LinkButton href={attachmentPaths.file(file.id)} variant="secondary">
          {say(S.download, locale)}
        </LinkButton>
      </p>
      <Pages file={file} locale={locale} />
      <div className="pt-6">
        <Notice tone="info" locale={locale} title={say(signatoryWords(subject), locale)} />
      </div>
      <div className="group/ways">
        <WithFile file={file} subject={subject} locale={locale} />
        {hasRemote && <Remotely file={file} locale={locale} />}
      </div>
    </Column>
  )
}

function WithFile({ file, subject, locale }: Pick<Props, 'file' | 'subject' | 'locale'>) {
  const place = {
    href: attachmentPaths.file(file.id),
    sha256: file.sha256,
    postTo: paths.signedFile(file.id),
    timestampFrom: signingPaths.timestamp(),
  }
  return (
    <section className="mt-8 border-t-2 border-line pt-5">
      <h2 className="text-lg">{say(S.withFile, locale)}</h2>
      <p className="pb-4 text-ink-soft">{say(S.withFileLead, locale)}</p>
      <noscript>
        <Notice tone="warn" locale={locale} title={say(S.needsScript, locale)} />
      </noscript>
      <SignPanel file={place} subject={subject} backHref={paths.draftDocuments(file.holderId)} locale={locale} />
    </section>
  )
}

/** Of no use once the file is signed the other way. */
function Remotely({ file, locale }: Pick<Props, 'file' | 'locale'>) {
  return (
    <section className="mt-8 border-t-2 border-line pt-5 group-has-data-[signing=done]/ways:hidden">
      <h2 className="text-lg">{say(S.remotely, locale)}</h2>
      <p className="pb-4 text-ink-soft">{say(S.remotelyLead, locale)}</p>
      <form method="post" action={paths.signRemotely(file.holderId, file.id)}>
        <Button variant="secondary">{say(S.remotelyBegin, locale)}</Button>
      </form>
    </section>
  )
}

function factsOf({ size, sha256 }: Attachment, locale: Locale) {
  return [
    { key: 'size', term: say(S.size, locale), value: readableSize(size) },
    { key: 'sha256', term: 'SHA-256', value: <code data-sha256>{sha256}</code> },
  ]
}

function Pages({ file, locale }: { file: Attachment; locale: Locale }) {
  const pages = Math.min(file.pages ?? 0, MOST_PAGES)
  if (pages === 0) return <Notice tone="info" locale={locale} title={say(S.cannotShow, locale)} />
  return (
    <section aria-label={say(S.pages, locale)}>
      <h2 className="pb-3 text-lg">{say(S.pages, locale)}</h2>
      <ol className="flex max-h-[80vh] flex-col gap-6 overflow-y-auto border border-line bg-band p-3" tabIndex={0}>
        {Array.from({ length: pages }, (_, page) => (
          <li key={page}>
            <figure>
              <PagePicture
                src={attachmentPaths.filePicture(file.id, page, 1240)}
                alt={say(S.pageOf, locale, { page: page + 1, pages })}
                loading={page < 2 ? 'eager' : 'lazy'}
              />
              <figcaption className="pt-1 text-sm text-ink-soft">
                {say(S.pageOf, locale, { page: page + 1, pages })}
              </figcaption>
            </figure>
          </li>
        ))}
      </ol>
    </section>
  )
}
