import 'server-only'
import { ok } from '@/lib/kernel'
import { resultOf } from '../dossier/repository'
import { performed } from './perform'
import { sendBack } from './send-back'

export const sendBackInDatabase = performed('sendBack', sendBack, async (ctx, dossier) =>
  ok({ result: await resultOf(ctx.db, dossier.id) }),
)
