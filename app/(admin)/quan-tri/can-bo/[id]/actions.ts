'use server'
import { redirect } from 'next/navigation'
import { OFFICER_NUMBER_INPUT, OFFICER_PATHS } from '@/lib/accounts'
import type { NumberState } from '@/lib/accounts'
import { forgetTyping, recordOfficerNumber } from '@/lib/accounts/server'
import { actingContext } from '../../../../acting'

export async function recordNumberAction(id: string, _: NumberState, form: FormData): Promise<NumberState> {
  const given = form.get(OFFICER_NUMBER_INPUT)
  const typed = typeof given === 'string' ? given.slice(0, 100) : ''
  const ctx = await actingContext(OFFICER_PATHS.officer(id), form)
  const done = await recordOfficerNumber(ctx, id, typed)
  if (!done.ok) return { error: done.error, typed }
  await forgetTyping(ctx, OFFICER_PATHS.officer(id))
  redirect(`${OFFICER_PATHS.list()}?da=ghi`)
}
