import type { ReactNode } from 'react'
import { LinkButton } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { signingPaths } from '@/lib/signing'
import { VERIFY_WORDS as W } from './verify-words'

/** The same report to take home. */
export function ReportDownloads({ id, locale, children }: { id: string; locale: Locale; children?: ReactNode }) {
  return (
    <>
      <h2 className="pt-8 pb-3 text-xl">{say(W.downloads, locale)}</h2>
      <div className="flex flex-wrap gap-3">
        <LinkButton href={signingPaths.reportPdf(id)} variant="secondary">
          <Icon name="download" /> {say(W.asPdf, locale)}
        </LinkButton>
        <LinkButton href={signingPaths.reportJson(id)} variant="secondary">
          <Icon name="download" /> {say(W.asJson, locale)}
        </LinkButton>
        {children}
      </div>
    </>
  )
}
