import 'server-only'
import { returnPath } from '@/lib/accounts'
import type { DomainError } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { addressWithRefusal } from '../../address-with-refusal'

/** The address of a form of signing in, with the page to return to. */
export function formAt(form: string, tiep: unknown): string {
  const path = returnPath(tiep)
  return path === '/' ? form : `${form}?${new URLSearchParams({ tiep: path }).toString()}`
}

/** The same, with what was refused. */
export function signInAddressWithRefusal(ctx: Ctx, form: string, refusal: DomainError, tiep: unknown): Promise<string> {
  return addressWithRefusal(ctx, formAt(form, tiep), refusal)
}
