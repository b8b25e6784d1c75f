import { notFound } from 'next/navigation'
import { NumberForm, PhoneForm } from '@/components/account/staff-forms'
import { StaffPage } from '@/components/account/staff-page'
import { CONTACT_PHONE_INPUT, OFFICER_NUMBER_INPUT, accountPaths, phoneWritten } from '@/lib/accounts'
import { staffMember, typingKept } from '@/lib/accounts/server'
import { officerContext } from '../../../../officer-signed-in'
import { postsOf } from '../../../../posts'
import { recordNumberAction, recordPhoneAction } from './actions'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ da?: string }> }

export default async function StaffMemberPage({ params, searchParams }: Props) {
  const [{ id }, { da }] = await Promise.all([params, searchParams])
  const path = accountPaths.officer(id)
  const ctx = await officerContext(path)
  const officer = await staffMember(ctx, id)
  if (officer === null) notFound()
  const { userId, name, phone, number, signsResults } = officer
  const [posts, typing] = await Promise.all([postsOf(ctx, officer.posts), typingKept(ctx, path)])
  const typedValue = (input: string) => typing?.find(([name]) => name === input)?.[1]
  const called = typedValue(CONTACT_PHONE_INPUT) ?? (phone === null ? undefined : phoneWritten(phone))
  return (
    <StaffPage title={name} lead={posts.join('; ')} done={da} locale={ctx.locale}>
      <PhoneForm value={called} record={recordPhoneAction.bind(null, userId)} locale={ctx.locale} />
      {signsResults && (
        <NumberForm
          number={number}
          value={typedValue(OFFICER_NUMBER_INPUT)}
          record={recordNumberAction.bind(null, userId)}
          locale={ctx.locale}
        />
      )}
    </StaffPage>
  )
}
