import 'server-only'
import { ok } from '@/lib/kernel'
import { definitionOf } from '../dossier/definition-of'
import { performed } from './perform'
import { rejectIntake } from './reject-intake'

export const rejectIntakeInDatabase = performed('rejectIntake', rejectIntake, async (ctx, dossier) =>
  ok({ grounds: (await definitionOf(ctx, dossier)).refusalGrounds }),
)
