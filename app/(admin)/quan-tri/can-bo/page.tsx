import { notFound, redirect } from 'next/navigation'
import { SigningOfficers } from '@/components/account/signing-officers'
import { OFFICER_PATHS, withQuery, withReturn } from '@/lib/accounts'
import { signingOfficers } from '@/lib/accounts/server'
import { legible } from '@/lib/kernel'
import { requestContext } from '@/lib/runtime/server'
import { postsOf } from '../../../posts'

type Props = { searchParams: Promise<{ q?: string | string[]; da?: string | string[] }> }

export default async function SigningOfficersPage({ searchParams }: Props) {
  const ctx = await requestContext()
  const asked = await searchParams
  const q = legible(String(asked.q ?? ''))
    .trim()
    .slice(0, 100)
  const officers = await signingOfficers(ctx, q)
  if (!officers.ok && officers.error.code === 'sign-in-required')
    redirect(withReturn('/dang-nhap/can-bo', withQuery(OFFICER_PATHS.list(), asked)))
  if (!officers.ok) notFound()
  const rows = await Promise.all(
    officers.value.map(async (officer) => ({ ...officer, posts: await postsOf(ctx, officer.posts) })),
  )
  return <SigningOfficers rows={rows} q={q} isDone={asked.da === 'ghi'} locale={ctx.locale} />
}
