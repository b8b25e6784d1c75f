import { ACCOUNT_ERRORS } from '@/lib/accounts'
import { ATTACHMENT_ERRORS } from '@/lib/attachments'
import { DOSSIER_ERRORS } from '@/lib/dossiers'
import { KERNEL_ERRORS } from '@/lib/kernel'
import type { ErrorTable } from '@/lib/kernel'
import { SIGNING_ERRORS } from '@/lib/signing'

/** Every refusal a person can meet, from the modules that refuse. */
export const ERRORS: ErrorTable = {
  ...KERNEL_ERRORS,
  ...ACCOUNT_ERRORS,
  ...ATTACHMENT_ERRORS,
  ...SIGNING_ERRORS,
  ...DOSSIER_ERRORS,
}
