'use server'
import { redirect } from 'next/navigation'
import { CONTACT_PHONE_INPUT, OFFICER_NUMBER_INPUT, accountPaths } from '@/lib/accounts'
import type { NumberState } from '@/lib/accounts'
import { forgetTyping, recordDeskPhone, recordOfficerNumber, recordOfficerPhone } from '@/lib/accounts/server'
import type { DomainError, Result } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { actingContext } from '../../../../acting'

type Recording = {
  path: string
  input: string
  done: string
  record: (ctx: Ctx, typed: string) => Promise<Result<null, DomainError>>
}

/** Records the one thing a form of these pages holds, and says so on the page it was sent from. */
async function recordInput({ path, input, done, record }: Recording, form: FormData): Promise<NumberState> {
  const value = form.get(input)
  const typed = typeof value === 'string' ? value.slice(0, 100) : ''
  const ctx = await actingContext(path, form)
  const result = await record(ctx, typed)
  if (!result.ok) return { error: result.error, typed }
  await forgetTyping(ctx, path)
  redirect(`${path}?da=${done}`)
}

export async function recordNumberAction(id: string, _: NumberState, form: FormData): Promise<NumberState> {
  const record = (ctx: Ctx, typed: string) => recordOfficerNumber(ctx, id, typed)
  return recordInput({ path: accountPaths.officer(id), input: OFFICER_NUMBER_INPUT, done: 'ghi', record }, form)
}

export async function recordPhoneAction(id: string, _: NumberState, form: FormData): Promise<NumberState> {
  const record = (ctx: Ctx, typed: string) => recordOfficerPhone(ctx, id, typed)
  return recordInput(
    { path: accountPaths.officer(id), input: CONTACT_PHONE_INPUT, done: 'ghi-dien-thoai', record },
    form,
  )
}

export async function recordDeskPhoneAction(code: string, _: NumberState, form: FormData): Promise<NumberState> {
  const record = (ctx: Ctx, typed: string) => recordDeskPhone(ctx, code, typed)
  return recordInput(
    { path: accountPaths.agencyOfficers(code), input: CONTACT_PHONE_INPUT, done: 'ghi-dien-thoai', record },
    form,
  )
}
