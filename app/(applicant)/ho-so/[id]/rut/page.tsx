import { notFound, redirect } from 'next/navigation'
import { ActForm } from '@/components/dossier/act-form'
import { APPLICANT_WORDS as A } from '@/components/dossier/applicant-words'
import { KeptTyping } from '@/components/dossier/kept-typing'
import { Column } from '@/components/layout/frame'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { typingKept } from '@/lib/accounts/server'
import { paths } from '@/lib/dossiers'
import { viewDossier } from '@/lib/dossiers/server'
import { say } from '@/lib/i18n'
import { uuid } from '@/lib/kernel'
import { applicantContext } from '../../../../signed-in'
import { withdrawAction } from '../../actions'

export default async function WithdrawPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const ctx = await applicantContext(paths.withdraw(id))
  const view = uuid.safeParse(id).success ? await viewDossier(ctx, id) : null
  if (view === null) notFound()
  if (!view.commands.includes('withdraw')) redirect(paths.dossier(id))
  const { locale } = ctx
  const { acceptedAt, dossierCode, submissionCode, procedureName } = view.dossier
  const code = dossierCode ?? submissionCode
  return (
    <Column width="reading">
      <PageHeader
        breadcrumb={<Breadcrumb locale={locale} items={[{ label: code, href: paths.dossier(id) }]} />}
        title={say(A.withdraw, locale)}
        tab={`${say(A.withdraw, locale)} – ${code}`}
        lead={`${say(procedureName, locale)}. ${say(acceptedAt === null ? A.withdrawAtOnce : A.withdrawAsked, locale)}`}
      />
      <KeptTyping typed={await typingKept(ctx, paths.withdraw(id))} locale={locale}>
        <ActForm
          action={withdrawAction.bind(null, id)}
          seenVersion={view.dossier.version}
          fields={[{ kind: 'textarea', name: 'reason', label: say(A.withdrawReason, locale) }]}
          submit={{ label: say(A.withdraw, locale), variant: 'danger' }}
          locale={locale}
          reloadHref={paths.dossier(id)}
        />
      </KeptTyping>
    </Column>
  )
}
