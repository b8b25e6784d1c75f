import { notFound } from 'next/navigation'
import { OfficerDossier } from '@/components/dossier/officer-dossier'
import { isCommand, OPERATIONS, paths } from '@/lib/dossiers'
import { draftPaper, receivingUnits, viewDossier } from '@/lib/dossiers/server'
import type { DossierView } from '@/lib/dossiers/server'
import { uuid } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { officerContext } from '../../../../officer-signed-in'
import { signOneResult } from '../../ky-so/actions'
import { actOnDossier } from './actions'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ da?: string }> }

export default async function OfficerDossierPage({ params, searchParams }: Props) {
  const [{ id }, { da }] = await Promise.all([params, searchParams])
  const ctx = await officerContext(paths.officerDossier(id))
  const view = uuid.safeParse(id).success ? await viewDossier(ctx, id) : null
  if (view === null) notFound()
  const [draft, units] = await Promise.all([
    view.result === null ? null : draftPaper(ctx, id),
    unitsToChoose(ctx, view),
  ])
  return (
    <OfficerDossier
      view={view}
      draft={draft && { dossierId: id, pages: draft.pages }}
      units={units}
      done={da !== undefined && isCommand(da) ? OPERATIONS[da].words : null}
      actionOf={(command) => actOnDossier.bind(null, id, command)}
      sign={signOneResult.bind(null, id)}
      locale={ctx.locale}
    />
  )
}

async function unitsToChoose(ctx: Ctx, { commands, dossier, definition }: DossierView) {
  return commands.includes('accept') ? receivingUnits(ctx, dossier, definition.routing) : []
}
