import { notFound, redirect } from 'next/navigation'
import { actFields } from '@/components/dossier/act-specs'
import { ActForm } from '@/components/dossier/act-form'
import { ActPage } from '@/components/dossier/act-page'
import { KeptTyping } from '@/components/dossier/kept-typing'
import { ResultForm } from '@/components/dossier/result-form'
import { SupplementForm } from '@/components/dossier/supplement-form'
import { typingKept } from '@/lib/accounts/server'
import { OPERATIONS, commandOfPage, paths } from '@/lib/dossiers'
import type { PagedCommand } from '@/lib/dossiers'
import { assignableOfficers, resultQuestions, supplementCandidates, viewDossier } from '@/lib/dossiers/server'
import type { DossierView } from '@/lib/dossiers/server'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { uuid } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { officerContext } from '../../../../../officer-signed-in'
import { actOnDossier } from '../actions'

type Props = { params: Promise<{ id: string; viec: string }> }

export default async function DossierActPage({ params }: Props) {
  const { id, viec } = await params
  const path = paths.officerAct(id, viec)
  const ctx = await officerContext(path)
  const { locale } = ctx
  const command = commandOfPage(viec)
  const view = command !== null && uuid.safeParse(id).success ? await viewDossier(ctx, id) : null
  if (command === null || view === null) notFound()
  if (!view.commands.includes(command)) redirect(paths.officerDossier(id))
  return (
    <ActPage view={view} command={command} locale={locale}>
      <KeptTyping typed={await typingKept(ctx, path)} locale={locale}>
        {await actForm(ctx, view, command)}
      </KeptTyping>
    </ActPage>
  )
}

const submitOf = (command: PagedCommand, locale: Locale) => ({ label: say(OPERATIONS[command].words, locale) })

async function actForm(ctx: Ctx, view: DossierView, command: PagedCommand) {
  const { locale } = ctx
  const { id, version } = view.dossier
  const shared = {
    action: actOnDossier.bind(null, id, command),
    seenVersion: version,
    locale,
    reloadHref: paths.officerDossier(id),
  }
  if (command === 'requestSupplement')
    return (
      <SupplementForm
        {...shared}
        candidates={supplementCandidates(ctx, view)}
        submitLabel={say(OPERATIONS.requestSupplement.words, ctx.locale)}
      />
    )
  const officers = await assignableOfficers(ctx, view.dossier)
  const questions = { fields: actFields(command, { ...view, locale, officers }), submit: submitOf(command, locale) }
  if (command !== 'draftResult') return <ActForm {...shared} {...questions} />
  return <ResultForm {...shared} {...questions} questions={await resultQuestions(ctx, view)} />
}
