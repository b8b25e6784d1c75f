import { NoticeList } from '@/components/dossier/notice-list'
import { userIdOf } from '@/lib/access'
import { accountPaths, withReturn } from '@/lib/accounts'
import { paths } from '@/lib/dossiers'
import { noticePaths } from '@/lib/notices'
import { markNoticesRead, myNotices } from '@/lib/notices/server'
import { drawn, htmlPage, seeOther } from '../../html-page'

export function GET(): Promise<Response> {
  return drawn(async (visit) => {
    if (userIdOf(visit.actor) === null) return seeOther(withReturn(accountPaths.signIn(), noticePaths.mine()))
    const notices = await myNotices(visit)
    await markNoticesRead(visit)
    const hrefOf = visit.actor.kind === 'officer' ? paths.officerDossier : paths.dossier
    return htmlPage(visit, <NoticeList notices={notices} hrefOf={hrefOf} locale={visit.locale} />)
  })
}
