import { ACCESSIBILITY, HELP_WORDS } from '@/components/help/help-words'
import { TopicList } from '@/components/help/topic-list'
import { Column } from '@/components/layout/frame'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { cataloguePaths } from '@/lib/catalogue'
import { say } from '@/lib/i18n'

import { viewer } from '../../../viewer'

export default async function AccessibilityPage() {
  const { locale } = await viewer()
  const back = (
    <Breadcrumb items={[{ href: cataloguePaths.help(), label: say(HELP_WORDS.title, locale) }]} locale={locale} />
  )
  return (
    <Column width="reading">
      <PageHeader title={say(HELP_WORDS.accessibility, locale)} breadcrumb={back} />
      <TopicList topics={ACCESSIBILITY} locale={locale} />
    </Column>
  )
}
