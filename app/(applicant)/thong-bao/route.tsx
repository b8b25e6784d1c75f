import { redirect } from 'next/navigation'
import { NoticeList } from '@/components/dossier/notice-list'
import { userIdOf } from '@/lib/access'
import { withReturn } from '@/lib/accounts'
import { paths } from '@/lib/dossiers'
import { markNoticesRead, myNotices } from '@/lib/notices/server'
import { drawn, htmlPage } from '../../html-page'

export function GET(): Promise<Response> {
  return drawn(async (visit) => {
    if (userIdOf(visit.actor) === null) redirect(withReturn('/dang-nhap', '/thong-bao'))
    const notices = await myNotices(visit)
    await markNoticesRead(visit)
    const hrefOf = visit.actor.kind === 'officer' ? paths.officerDossier : paths.dossier
    return htmlPage(visit, <NoticeList notices={notices} hrefOf={hrefOf} locale={visit.locale} />)
  })
}
