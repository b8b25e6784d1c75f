import type { ReactNode } from 'react'
import { Column } from '@/components/layout/frame'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { COMMAND_WORDS, paths } from '@/lib/dossiers'
import type { PagedCommand } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { DESK_WORDS } from './desk-words'
import type { DossierPageView } from './dossier-page-view'

type Props = { view: Pick<DossierPageView, 'dossier'>; command: PagedCommand; locale: Locale; children: ReactNode }

/** The frame of an act's own page: what it is about, and the way back. */
export function ActPage({ view: { dossier }, command, locale, children }: Props) {
  const code = dossier.dossierCode ?? dossier.submissionCode
  return (
    <Column width="reading">
      <PageHeader
        breadcrumb={
          <Breadcrumb
            locale={locale}
            items={[{ label: say(DESK_WORDS.back, locale), href: paths.officerDossier(dossier.id) }]}
          />
        }
        title={say(COMMAND_WORDS[command], locale)}
        tab={`${say(COMMAND_WORDS[command], locale)} – ${code}`}
        lead={`${say(dossier.procedureName, locale)} · ${code} · ${dossier.applicantName}`}
      />
      {command === 'requestSupplement' && (
        <div className="pb-6">
          <Notice tone="info" locale={locale}>
            <p>{say(DESK_WORDS.supplementLead, locale)}</p>
          </Notice>
        </div>
      )}
      {children}
    </Column>
  )
}
