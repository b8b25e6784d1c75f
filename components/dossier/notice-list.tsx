import { Column } from '@/components/layout/frame'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { say } from '@/lib/i18n'
import type { Locale, Text } from '@/lib/i18n'
import { APPLICANT_WORDS as A } from './applicant-words'
import { momentText } from './moment-text'

type NoticeRow = { id: string; dossierId: string | null; title: Text; body: Text; createdAt: Date; readAt: Date | null }

/** What the person was told, newest first; unread ones are marked. */
export function NoticeList({
  notices,
  hrefOf,
  locale,
}: {
  notices: NoticeRow[]
  hrefOf: (dossierId: string) => string
  locale: Locale
}) {
  return (
    <Column width="reading">
      <PageHeader title={say(A.notices, locale)} />
      {notices.length === 0 && <EmptyState title={say(A.noNotices, locale)} />}
      <ul>
        {notices.map((notice) => (
          <li key={notice.id} className="border-b border-line py-4">
            <p className="font-semibold">
              {say(notice.title, locale)}{' '}
              {notice.readAt === null && <Badge tone="accent">{say(A.unread, locale)}</Badge>}
            </p>
            <p>{say(notice.body, locale)}</p>
            <p className="text-sm text-ink-soft">{momentText(notice.createdAt, locale)}</p>
            {notice.dossierId !== null && <a href={hrefOf(notice.dossierId)}>{say(A.openDossier, locale)}</a>}
          </li>
        ))}
      </ul>
    </Column>
  )
}
