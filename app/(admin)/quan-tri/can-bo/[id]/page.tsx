import { notFound } from 'next/navigation'
import { NumberForm, PhoneForm } from '@/components/account/staff-forms'
import { StaffPage } from '@/components/account/staff-page'
import { CONTACT_PHONE_INPUT, OFFICER_NUMBER_INPUT, OFFICER_PATHS, phoneWritten } from '@/lib/accounts'
import { staffMember, typingKept } from '@/lib/accounts/server'
import { officerContext } from '../../../../officer-signed-in'
import { postsOf } from '../../../../posts'
import { recordNumberAction, recordPhoneAction } from './actions'

export default async function StaffMemberPage({ params }: { params: Promise<{ id: string }> }) {
  const path = OFFICER_PATHS.officer((await params).id)
  const ctx = await officerContext(path)
  const officer = await staffMember(ctx, (await params).id)
  if (officer === null) notFound()
  const { userId, name, phone, signsResults } = officer
  const [posts, typing] = await Promise.all([postsOf(ctx, officer.posts), typingKept(ctx, path)])
  const kept = (input: string) => typing?.find(([known]) => known === input)?.[1]
  const called = kept(CONTACT_PHONE_INPUT) ?? (phone === null ? undefined : phoneWritten(phone))
  return (
    <StaffPage title={name} lead={posts.join('; ')} locale={ctx.locale}>
      <PhoneForm value={called} record={recordPhoneAction.bind(null, userId)} locale={ctx.locale} />
      {signsResults && (
        <NumberForm
          value={kept(OFFICER_NUMBER_INPUT)}
          record={recordNumberAction.bind(null, userId)}
          locale={ctx.locale}
        />
      )}
    </StaffPage>
  )
}
