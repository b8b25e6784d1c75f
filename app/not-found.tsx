import { StatePage } from '@/components/layout/state-page'

import { viewer } from './viewer'

export default async function NotFound() {
  const { locale } = await viewer()
  return <StatePage state="not-found" locale={locale} />
}
