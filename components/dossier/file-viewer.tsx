import { Column } from '@/components/layout/frame'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import type { Attachment } from '@/lib/attachments'
import { attachmentPaths } from '@/lib/attachments'
import { paths } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import type { Summary } from '@/lib/signing'
import { DESK_WORDS as D } from './desk-words'
import { FileStanding, fileDetails, shownSummary } from './file-list'
import { DOSSIER_WORDS } from './words'

const MOST_PAGES = 200

type Props = { file: Attachment; summary: Summary | undefined; dossierId: string; locale: Locale }

/** The pages of one file as pictures, with its SHA-256 and the original to download. */
export function FileViewer({ file, summary, dossierId, locale }: Props) {
  const pages = Math.min(file.pages ?? 0, MOST_PAGES)
  return (
    <Column>
      <PageHeader
        breadcrumb={
          <Breadcrumb locale={locale} items={[{ label: say(D.back, locale), href: paths.officerDossier(dossierId) }]} />
        }
        title={file.name}
        marks={<FileStanding file={file} summary={shownSummary(summary, false)} locale={locale} isForDesk />}
        lead={fileDetails(file, locale).join(' · ')}
      />
      <p className="pb-4 text-sm wrap-anywhere text-ink-soft">SHA-256: {file.sha256}</p>
      <LinkButton href={attachmentPaths.file(file.id)} variant="secondary">
        {say(DOSSIER_WORDS.download, locale)}
      </LinkButton>
      {pages === 0 && (
        <div className="pt-6">
          <Notice tone="info" locale={locale}>
            <p>{say(D.cannotShow, locale)}</p>
          </Notice>
        </div>
      )}
      <ol className="flex flex-col gap-6 pt-6">
        {Array.from({ length: pages }, (_, page) => (
          <li key={page}>
            <PagePicture
              src={attachmentPaths.filePicture(file.id, page, 1240)}
              label={say(D.pageOf, locale, { page: page + 1, pages })}
              loading={page < 2 ? 'eager' : 'lazy'}
            />
          </li>
        ))}
      </ol>
    </Column>
  )
}

function PagePicture({ src, label, loading }: { src: string; label: string; loading: 'eager' | 'lazy' }) {
  return (
    <figure>
      <img src={src} alt={label} loading={loading} className="w-full max-w-[62rem] border border-line bg-band" />
      <figcaption className="pt-1 text-sm text-ink-soft">{label}</figcaption>
    </figure>
  )
}
