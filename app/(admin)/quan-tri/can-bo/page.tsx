import { notFound, redirect } from 'next/navigation'
import { StaffView } from '@/components/account/staff-view'
import { accountPaths, withQuery, withReturn } from '@/lib/accounts'
import { administeredAgencies, administeredStaff, MOST_STAFF } from '@/lib/accounts/server'
import { agencyByCode } from '@/lib/agencies/server'
import { say } from '@/lib/i18n'
import { legible } from '@/lib/kernel'
import { requestContext } from '@/lib/runtime/server'
import { postsOf } from '../../../posts'

type Props = { searchParams: Promise<{ q?: string | string[] }> }
type Ctx = Awaited<ReturnType<typeof requestContext>>

async function desksFor(ctx: Ctx) {
  return Promise.all(
    (await administeredAgencies(ctx)).map(async (desk) => {
      const agency = await agencyByCode(ctx, desk.code)
      return { ...desk, name: agency === null ? desk.code : say(agency.name, ctx.locale) }
    }),
  )
}

export default async function StaffListPage({ searchParams }: Props) {
  const ctx = await requestContext()
  const query = await searchParams
  const q = legible(String(query.q ?? ''))
    .trim()
    .slice(0, 100)
  const staff = await administeredStaff(ctx, q)
  if (!staff.ok && staff.error.code === 'sign-in-required')
    redirect(withReturn(accountPaths.officerSignIn(), withQuery(accountPaths.officers(), query)))
  if (!staff.ok) notFound()
  const rows = await Promise.all(
    staff.value.map(async (member) => ({ ...member, posts: await postsOf(ctx, member.posts) })),
  )
  const cutAt = rows.length === MOST_STAFF ? MOST_STAFF : null
  return <StaffView {...{ rows, q, cutAt, locale: ctx.locale }} desks={await desksFor(ctx)} />
}
