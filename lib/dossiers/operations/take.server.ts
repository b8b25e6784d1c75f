import 'server-only'
import { ok } from '@/lib/kernel'
import { assignable } from './desk-choices'
import { performed } from './perform'
import { take } from './take'

export const takeInDatabase = performed('take', take, async (ctx, dossier) =>
  ok({ assignable: await assignable(ctx, dossier) }),
)
