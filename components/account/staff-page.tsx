import type { ReactNode } from 'react'
import { Column } from '@/components/layout/frame'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { OFFICER_PATHS } from '@/lib/accounts'
import { type Locale, say } from '@/lib/i18n'
import { STAFF_WORDS as W } from './staff-words'

type Props = { title: string; lead: string; children: ReactNode; locale: Locale }

/** One officer or desk, with the forms that record what people are told of them. */
export function StaffPage({ title, lead, children, locale }: Props) {
  return (
    <Column width="reading">
      <PageHeader title={title} lead={lead} />
      <div className="flex flex-col items-start gap-10">
        {children}
        <LinkButton href={OFFICER_PATHS.list()} variant="quiet">
          {say(W.back, locale)}
        </LinkButton>
      </div>
    </Column>
  )
}
