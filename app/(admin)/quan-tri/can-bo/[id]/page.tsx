import { notFound } from 'next/navigation'
import { OfficerNumberForm } from '@/components/account/officer-number-form'
import { signingOfficer } from '@/lib/accounts/server'
import { requestContext } from '@/lib/runtime/server'
import { postsOf } from '../../../../posts'
import { recordNumberAction } from './actions'

export default async function OfficerNumberPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await requestContext()
  const officer = await signingOfficer(ctx, (await params).id)
  if (officer === null) notFound()
  const record = recordNumberAction.bind(null, officer.userId)
  const row = { ...officer, posts: await postsOf(ctx, officer.posts) }
  return <OfficerNumberForm officer={row} record={record} locale={ctx.locale} />
}
