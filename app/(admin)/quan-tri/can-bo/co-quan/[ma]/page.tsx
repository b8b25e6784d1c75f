import { notFound } from 'next/navigation'
import { PhoneForm } from '@/components/account/staff-forms'
import { StaffPage } from '@/components/account/staff-page'
import { STAFF_WORDS } from '@/components/account/staff-words'
import { CONTACT_PHONE_INPUT, accountPaths, phoneWritten } from '@/lib/accounts'
import { administeredAgency, typingKept } from '@/lib/accounts/server'
import { agencyByCode } from '@/lib/agencies/server'
import { say } from '@/lib/i18n'
import { officerContext } from '../../../../../officer-signed-in'
import { recordDeskPhoneAction } from '../../[id]/actions'

type Props = { params: Promise<{ ma: string }>; searchParams: Promise<{ da?: string }> }

export default async function DeskPhonePage({ params, searchParams }: Props) {
  const [{ ma }, { da }] = await Promise.all([params, searchParams])
  const path = accountPaths.agencyOfficers(ma)
  const ctx = await officerContext(path)
  const [desk, agency] = await Promise.all([administeredAgency(ctx, ma), agencyByCode(ctx, ma)])
  if (desk === null) notFound()
  const { locale } = ctx
  const name = agency === null ? ma : say(agency.name, locale)
  const typedPhone = (await typingKept(ctx, path))?.find(([input]) => input === CONTACT_PHONE_INPUT)?.[1]
  const value = typedPhone ?? (desk.phone === null ? undefined : phoneWritten(desk.phone))
  return (
    <StaffPage
      title={say(STAFF_WORDS.deskTitle, locale, { name })}
      lead={say(STAFF_WORDS.deskLead, locale)}
      done={da}
      locale={locale}
    >
      <PhoneForm value={value} record={recordDeskPhoneAction.bind(null, ma)} locale={locale} />
    </StaffPage>
  )
}
