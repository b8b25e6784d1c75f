'use server'
import { redirect } from 'next/navigation'
import { OFFICER_NUMBER_INPUT, OFFICER_PATHS } from '@/lib/accounts'
import type { NumberState } from '@/lib/accounts'
import { recordOfficerNumber } from '@/lib/accounts/server'
import { requestContext } from '@/lib/runtime/server'

export async function recordNumberAction(id: string, _: NumberState, form: FormData): Promise<NumberState> {
  const given = form.get(OFFICER_NUMBER_INPUT)
  const typed = typeof given === 'string' ? given.slice(0, 100) : ''
  const done = await recordOfficerNumber(await requestContext(), id, typed)
  return done.ok ? redirect(`${OFFICER_PATHS.list()}?da=ghi`) : { error: done.error, typed }
}
