import 'server-only'
import { ok } from '@/lib/kernel'
import { assignable } from './desk-choices'
import { performed } from './perform'
import { assign } from './assign'

export const assignInDatabase = performed('assign', assign, async (ctx, dossier) =>
  ok({ assignable: await assignable(ctx, dossier) }),
)
