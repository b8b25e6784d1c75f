import type { ReactNode } from 'react'
import { Column } from '@/components/layout/frame'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { accountPaths } from '@/lib/accounts'
import { type Locale, say, type Text } from '@/lib/i18n'
import { STAFF_WORDS as W } from './staff-words'

type Props = {
  title: string
  lead: string
  /** What was just recorded, as the address says it. */
  done: string | undefined
  children: ReactNode
  locale: Locale
}

const DONE = new Map<string, Text>([
  ['ghi', W.numberDone],
  ['ghi-dien-thoai', W.phoneDone],
])

/** One officer or desk, with the forms that record what people are told of them. */
export function StaffPage({ title, lead, done, children, locale }: Props) {
  const words = done === undefined ? undefined : DONE.get(done)
  return (
    <Column width="reading">
      <PageHeader title={title} lead={lead} />
      <div className="flex flex-col items-start gap-10">
        {words !== undefined && <Notice tone="good" title={say(words, locale)} locale={locale} isLive />}
        {children}
        <LinkButton href={accountPaths.officers()} variant="quiet">
          {say(W.back, locale)}
        </LinkButton>
      </div>
    </Column>
  )
}
