import { MyDossiers } from '@/components/dossier/my-dossiers'
import { paths } from '@/lib/dossiers'
import { draftLine, myDossiers, myDrafts } from '@/lib/dossiers/server'
import { uuid } from '@/lib/kernel'
import { applicantContext } from '../../signed-in'
import { restoreDraftAction } from './actions'

type Props = { searchParams: Promise<{ sau?: string; 'da-xoa'?: string }> }

export default async function MyDossiersPage({ searchParams }: Props) {
  const { sau, 'da-xoa': discarded } = await searchParams
  const ctx = await applicantContext(paths.mine())
  const [drafts, page, last] = await Promise.all([
    myDrafts(ctx),
    myDossiers(ctx, sau),
    uuid.safeParse(discarded).success && discarded !== undefined ? draftLine(ctx, discarded) : null,
  ])
  const undo = last?.isDiscarded && last.dossierId === null ? { draft: last, action: restoreDraftAction } : null
  return <MyDossiers drafts={drafts} rows={page.rows} next={page.next} undo={undo} locale={ctx.locale} />
}
