import { MyDossiers } from '@/components/dossier/my-dossiers'
import { withQuery } from '@/lib/accounts'
import { paths } from '@/lib/dossiers'
import { draftLine, myDossiers, myDrafts } from '@/lib/dossiers/server'
import { uuid } from '@/lib/kernel'
import { refusalIn } from '../../address-with-refusal'
import { applicantContext } from '../../signed-in'
import { restoreDraftAction } from './actions'

type Props = { searchParams: Promise<Record<'sau' | 'da-xoa' | 'loi', string | undefined>> }

export default async function MyDossiersPage({ searchParams }: Props) {
  const asked = await searchParams
  const { sau, 'da-xoa': discarded } = asked
  const ctx = await applicantContext(withQuery(paths.mine(), asked))
  const [drafts, page, last] = await Promise.all([
    myDrafts(ctx),
    myDossiers(ctx, sau),
    uuid.safeParse(discarded).success && discarded !== undefined ? draftLine(ctx, discarded) : null,
  ])
  const undo = last?.isDiscarded && last.dossierId === null ? { draft: last, action: restoreDraftAction } : null
  const refusal = await refusalIn(ctx, asked)
  return (
    <MyDossiers refusal={refusal} drafts={drafts} rows={page.rows} next={page.next} undo={undo} locale={ctx.locale} />
  )
}
