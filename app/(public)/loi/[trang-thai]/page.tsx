import { notFound } from 'next/navigation'
import { type PageState, StatePage } from '@/components/layout/state-page'

import { viewer } from '../../../viewer'

const STATES: ReadonlyMap<string, PageState> = new Map([
  ['gian-doan', 'unavailable'],
  ['loi-he-thong', 'failed'],
  ['qua-nhieu-yeu-cau', 'too-many'],
  ['mat-ket-noi', 'offline'],
  ['qua-lon', 'too-large'],
  ['qua-cham', 'too-slow'],
])

/** The pages the server in front shows in place of one that could not be made. */
export default async function StateOfPortal({ params }: { params: Promise<{ 'trang-thai': string }> }) {
  const state = STATES.get((await params)['trang-thai'])
  const { locale } = await viewer()
  if (!state) notFound()
  return <StatePage state={state} locale={locale} />
}
