import { notFound } from 'next/navigation'
import { OfficerNumberForm } from '@/components/account/officer-number-form'
import { OFFICER_NUMBER_INPUT, OFFICER_PATHS } from '@/lib/accounts'
import { signingOfficer, typingKept } from '@/lib/accounts/server'
import { officerContext } from '../../../../officer-signed-in'
import { postsOf } from '../../../../posts'
import { recordNumberAction } from './actions'

export default async function OfficerNumberPage({ params }: { params: Promise<{ id: string }> }) {
  const path = OFFICER_PATHS.officer((await params).id)
  const ctx = await officerContext(path)
  const officer = await signingOfficer(ctx, (await params).id)
  if (officer === null) notFound()
  const record = recordNumberAction.bind(null, officer.userId)
  const row = { ...officer, posts: await postsOf(ctx, officer.posts) }
  const kept = (await typingKept(ctx, path))?.find(([name]) => name === OFFICER_NUMBER_INPUT)?.[1]
  return <OfficerNumberForm officer={row} kept={kept} record={record} locale={ctx.locale} />
}
