import { MyDossiers } from '@/components/dossier/my-dossiers'
import { paths } from '@/lib/dossiers'
import { myDossiers, myDrafts } from '@/lib/dossiers/server'
import { applicantContext } from '../../signed-in'
import { discardDraftAction } from './actions'

type Props = { searchParams: Promise<{ sau?: string }> }

export default async function MyDossiersPage({ searchParams }: Props) {
  const { sau } = await searchParams
  const ctx = await applicantContext(paths.mine())
  const [drafts, page] = await Promise.all([myDrafts(ctx), myDossiers(ctx, sau)])
  return (
    <MyDossiers drafts={drafts} rows={page.rows} next={page.next} discard={discardDraftAction} locale={ctx.locale} />
  )
}
