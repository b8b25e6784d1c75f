import { PagePicture } from '@/components/signature/page-picture'
import { paths } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { DESK_WORDS as W } from './desk-words'

export type DraftSeen = { dossierId: string; pages: number }

/** The paper a proposal would become, page by page, before it goes to the leader. */
export function DraftPreview({ dossierId, pages, locale }: DraftSeen & { locale: Locale }) {
  return (
    <section aria-labelledby="xem-truoc" className="flex flex-col gap-3 pt-2">
      <h3 id="xem-truoc" className="text-lg">
        {say(W.preview, locale)}
      </h3>
      <p className="max-w-reading text-ink-soft">{say(W.previewLead, locale)}</p>
      <p>
        <a href={paths.draftPaper(dossierId)}>{say(W.previewOpen, locale)}</a>
      </p>
      <div className="flex max-w-reading flex-col gap-4">
        {Array.from({ length: pages }, (_, page) => (
          <PagePicture
            key={page}
            src={paths.draftPaperPage(dossierId, page)}
            alt={say(W.previewPage, locale, { page: page + 1, pages })}
            loading="lazy"
          />
        ))}
      </div>
    </section>
  )
}
