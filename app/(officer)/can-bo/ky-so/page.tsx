import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LEADER_WORDS } from '@/components/signature/batch/leader-words'
import { SigningListPage } from '@/components/signature/batch/signing-list-page'
import { withQuery } from '@/lib/accounts'
import { paths } from '@/lib/dossiers'
import { resultsToSign } from '@/lib/dossiers/server'
import { officerContext } from '../../../officer-signed-in'
import { refusalIn } from '../../../address-with-refusal'
import { chooseResults } from './actions'

export const metadata: Metadata = { title: LEADER_WORDS.listTitle.vi }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SigningList({ searchParams }: Props) {
  const query = await searchParams
  const ctx = await officerContext(withQuery(paths.signing(), query))
  const cursor = [query['sau']].flat()[0]
  const waiting = await resultsToSign(ctx, cursor)
  if (waiting === null) notFound()
  return (
    <SigningListPage
      {...waiting}
      cursor={cursor}
      isAllChosen={query['chon'] === 'tat-ca'}
      refusal={await refusalIn(ctx, query)}
      choose={chooseResults}
      locale={ctx.locale}
    />
  )
}
