import { notFound } from 'next/navigation'
import { SigningListPage } from '@/components/signature/batch/signing-list-page'
import { withQuery } from '@/lib/accounts'
import { paths } from '@/lib/dossiers'
import { resultsToSign } from '@/lib/dossiers/server'
import { officerContext } from '../../../officer-signed-in'
import { refusalIn } from '../../../address-with-refusal'
import { chooseResults } from './actions'

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
