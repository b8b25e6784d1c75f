import { paths } from '@/lib/dossiers'
import { noticePaths } from '@/lib/notices'
import { oversightPaths } from '@/lib/oversight'
import type { Answers } from '@/lib/portal/server'
import * as dossier from './(applicant)/ho-so/[id]/answer'
import * as mine from './(applicant)/ho-so/answer'
import * as draftPage from './(applicant)/ho-so/nhap/[id]/[trang]/answer'
import * as submitAfterStepUp from './(applicant)/ho-so/nhap/[id]/nop-tiep/answer'
import * as discardDraft from './(applicant)/ho-so/nhap/[id]/xoa/answer'
import * as notices from './(applicant)/thong-bao/answer'
import * as standings from './(oversight)/giam-sat/answer'

/** What is answered without Next's router, by its route: every `answer.tsx` of `app/`. Bundled as a program of its own. */
export const answers: Answers = {
  [paths.mine.route]: mine,
  [paths.dossier.route]: dossier,
  [paths.draftPage.route]: draftPage,
  [paths.submitAfterStepUp.route]: submitAfterStepUp,
  [paths.discardDraft.route]: discardDraft,
  [noticePaths.mine.route]: notices,
  [oversightPaths.standings.route]: standings,
}
