import { accountPaths } from '@/lib/accounts'
import { paths } from '@/lib/dossiers'
import { noticePaths } from '@/lib/notices'
import { oversightPaths } from '@/lib/oversight'
import type { Answers } from '@/lib/runtime/server'
import * as account from './(account)/tai-khoan/answer'
import * as dossier from './(applicant)/ho-so/[id]/answer'
import * as mine from './(applicant)/ho-so/answer'
import * as draftPage from './(applicant)/ho-so/nhap/[id]/[trang]/answer'
import * as draft from './(applicant)/ho-so/nhap/[id]/answer'
import * as documents from './(applicant)/ho-so/nhap/[id]/giay-to/answer'
import * as upload from './(applicant)/ho-so/nhap/[id]/giay-to/tai-len/answer'
import * as submitAfterStepUp from './(applicant)/ho-so/nhap/[id]/nop-tiep/answer'
import * as review from './(applicant)/ho-so/nhap/[id]/xem-lai/answer'
import * as discardDraft from './(applicant)/ho-so/nhap/[id]/xoa/answer'
import * as notices from './(applicant)/thong-bao/answer'
import * as standings from './(oversight)/giam-sat/answer'
import * as start from './(public)/dich-vu/[slug]/nop/answer'
import * as autosave from './api/nhap/[id]/[trang]/answer'

/** What is answered without Next's router, by its route: every `answer.tsx` of `app/`. Bundled as a program of its own. */
export const answers: Answers = {
  [paths.mine.route]: mine,
  [paths.dossier.route]: dossier,
  [paths.draft.route]: draft,
  [paths.draftPage.route]: draftPage,
  [paths.draftDocuments.route]: documents,
  [paths.draftReview.route]: review,
  [paths.submitAfterStepUp.route]: submitAfterStepUp,
  [paths.discardDraft.route]: discardDraft,
  [paths.sendDocument.route]: upload,
  [paths.start.route]: start,
  [paths.savePage.route]: autosave,
  [accountPaths.account.route]: account,
  [noticePaths.mine.route]: notices,
  [oversightPaths.standings.route]: standings,
}
