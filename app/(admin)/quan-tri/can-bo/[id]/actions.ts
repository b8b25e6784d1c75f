'use server'
import { redirect } from 'next/navigation'
import { CONTACT_PHONE_INPUT, OFFICER_NUMBER_INPUT, OFFICER_PATHS } from '@/lib/accounts'
import type { NumberState } from '@/lib/accounts'
import { forgetTyping, recordDeskPhone, recordOfficerNumber, recordOfficerPhone } from '@/lib/accounts/server'
import { actingContext } from '../../../../acting'

function typedIn(form: FormData, input: string): string {
  const given = form.get(input)
  return typeof given === 'string' ? given.slice(0, 100) : ''
}

export async function recordNumberAction(id: string, _: NumberState, form: FormData): Promise<NumberState> {
  const typed = typedIn(form, OFFICER_NUMBER_INPUT)
  const ctx = await actingContext(OFFICER_PATHS.officer(id), form)
  const done = await recordOfficerNumber(ctx, id, typed)
  if (!done.ok) return { error: done.error, typed }
  await forgetTyping(ctx, OFFICER_PATHS.officer(id))
  redirect(`${OFFICER_PATHS.list()}?da=ghi`)
}

export async function recordPhoneAction(id: string, _: NumberState, form: FormData): Promise<NumberState> {
  const typed = typedIn(form, CONTACT_PHONE_INPUT)
  const ctx = await actingContext(OFFICER_PATHS.officer(id), form)
  const done = await recordOfficerPhone(ctx, id, typed)
  if (!done.ok) return { error: done.error, typed }
  await forgetTyping(ctx, OFFICER_PATHS.officer(id))
  redirect(`${OFFICER_PATHS.list()}?da=ghi-dien-thoai`)
}

export async function recordDeskPhoneAction(code: string, _: NumberState, form: FormData): Promise<NumberState> {
  const typed = typedIn(form, CONTACT_PHONE_INPUT)
  const ctx = await actingContext(OFFICER_PATHS.agency(code), form)
  const done = await recordDeskPhone(ctx, code, typed)
  if (!done.ok) return { error: done.error, typed }
  await forgetTyping(ctx, OFFICER_PATHS.agency(code))
  redirect(`${OFFICER_PATHS.list()}?da=ghi-dien-thoai`)
}
