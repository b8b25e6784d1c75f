import { HELP_WORDS, helpTopics } from '@/components/help/help-words'
import { TopicList } from '@/components/help/topic-list'
import { Column } from '@/components/layout/frame'
import { PageHeader } from '@/components/ui/page-header'
import { say } from '@/lib/i18n'

import { parts } from '@/lib/runtime/server'

import { viewer } from '../../viewer'

export default async function HelpPage() {
  const { locale } = await viewer()
  return (
    <Column width="reading">
      <PageHeader title={say(HELP_WORDS.title, locale)} lead={say(HELP_WORDS.lead, locale)} />
      <TopicList topics={helpTopics(parts().ports.scanner.isPresent)} locale={locale} hasContents />
    </Column>
  )
}
