import { notFound, redirect } from 'next/navigation'
import { actFields } from '@/components/dossier/act-specs'
import { ActForm } from '@/components/dossier/act-form'
import { ActPage } from '@/components/dossier/act-page'
import { SupplementForm } from '@/components/dossier/supplement-form'
import { COMMAND_WORDS, commandOfPage, paths } from '@/lib/dossiers'
import { assignableOfficers, supplementCandidates, viewDossier } from '@/lib/dossiers/server'
import { say } from '@/lib/i18n'
import { uuid } from '@/lib/kernel'
import { requestContext } from '@/lib/runtime/server'
import { actOnDossier } from '../actions'

type Props = { params: Promise<{ id: string; viec: string }> }

export default async function DossierActPage({ params }: Props) {
  const [{ id, viec }, ctx] = await Promise.all([params, requestContext()])
  const { locale } = ctx
  if (ctx.actor.kind !== 'officer') redirect(`/dang-nhap/can-bo?tiep=/can-bo/ho-so/${id}`)
  const command = commandOfPage(viec)
  const view = command !== null && uuid.safeParse(id).success ? await viewDossier(ctx, id) : null
  if (command === null || view === null) notFound()
  if (!view.commands.includes(command)) redirect(paths.officerDossier(id))
  const shared = { action: actOnDossier.bind(null, id, command), seenVersion: view.dossier.version, locale }
  const fields =
    command === 'requestSupplement'
      ? []
      : actFields(command, { ...view, locale, officers: await assignableOfficers(ctx, view.dossier) })
  return (
    <ActPage view={view} command={command} locale={locale}>
      {command === 'requestSupplement' ? (
        <SupplementForm {...shared} candidates={supplementCandidates(ctx, view)} />
      ) : (
        <ActForm
          {...shared}
          fields={fields}
          submit={{ label: say(COMMAND_WORDS[command], locale) }}
          reloadHref={paths.officerDossier(id)}
        />
      )}
    </ActPage>
  )
}
