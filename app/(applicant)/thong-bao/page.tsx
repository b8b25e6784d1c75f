import { redirect } from 'next/navigation'
import { NoticeList } from '@/components/dossier/notice-list'
import { userIdOf } from '@/lib/access'
import { paths } from '@/lib/dossiers'
import { markNoticesRead, myNotices } from '@/lib/notices/server'
import { requestContext } from '@/lib/runtime/server'

export default async function NoticesPage() {
  const ctx = await requestContext()
  if (userIdOf(ctx.actor) === null) redirect('/dang-nhap?tiep=/thong-bao')
  const notices = await myNotices(ctx)
  await markNoticesRead(ctx)
  return (
    <NoticeList
      notices={notices}
      hrefOf={ctx.actor.kind === 'officer' ? paths.officerDossier : paths.dossier}
      locale={ctx.locale}
    />
  )
}
