import type { Attachment } from '@/lib/attachments'
import { FINAL_STATES } from '@/lib/dossiers'
import type { RoundItem, State, SupplementRound } from '@/lib/dossiers'
import { AT, DOSSIER, RESULT } from './dossier.fixture'
import type { DossierPageView } from './dossier-page-view'

const ID = '00000000-0000-8000-8000-0000000000f1'
export const LATER = new Date('2026-10-02T10:00:00Z')

/** What people may have typed anywhere: markup, quotes, a mark that turns writing round, and far too much of it. */
export const HOSTILE = `<script>alert("x")</script>'"&\u202Egpj.exe ${'dài '.repeat(2500)}`

export const aFile = (changes: Partial<Attachment> = {}): Attachment => ({
  ...{ id: ID, holderId: ID, dossierId: ID, requirementCode: 'GPLX', name: 'mat-truoc.jpg', size: 1_234_567 },
  ...{ sha256: 'ab'.repeat(32), mediaType: 'image/jpeg', pages: 1, scan: 'clean', storedAt: AT },
  ...{ sealedAt: null, supersededAt: null },
  ...changes,
})

export const anItem = (changes: Partial<RoundItem> = {}, ref = 'GPLX'): RoundItem => ({
  item: {
    ...{ target: 'document', ref, reason: 'unreadable', howToMend: 'Photograph: chụp lại cả hai mặt.' },
    label: { vi: 'Giấy phép lái xe', en: 'Driving licence' },
  },
  ...{ before: null, after: null, added: [], replaced: [], explanation: null },
  ...changes,
})

export const aRound = (changes: Partial<SupplementRound> = {}): SupplementRound => ({
  ...{ id: ID, number: 1, requestedAt: AT, requesterName: 'Trần Văn Minh', dueAt: LATER, answeredAt: null },
  ...{ closedAt: null, isTermPassed: false, note: '', items: [anItem()], followed: [] },
  ...changes,
})

const ENDED: readonly State[] = FINAL_STATES
const BEFORE_ACCEPTANCE: readonly State[] = ['submitted', 'incomplete', 'not_accepted']

/** What a page is given about a dossier in a state, as it would be in life. */
export function aPageView(
  state: State,
  changes: Partial<DossierPageView> & Pick<DossierPageView, 'definition'>,
): DossierPageView {
  const isAccepted = !BEFORE_ACCEPTANCE.includes(state)
  const endedWithout = ENDED.includes(state) && state !== 'result_returned'
  const isDecided = state === 'completed' || state === 'result_returned'
  return {
    dossier: {
      ...DOSSIER,
      ...{ state, dossierCode: isAccepted ? 'H26.101-260925-0001' : null, fee: { items: [], total: 135_000 } },
      ...{ acceptedAt: isAccepted ? AT : null, dueAt: isAccepted ? LATER : null },
      closing: endedWithout
        ? { ground: 'NĐ 118/2025/NĐ-CP', reason: 'Không đủ điều kiện.', guidance: 'Nộp lại.' }
        : null,
    },
    ...{ agency: null, unit: null, assigneeName: 'Trần Văn Minh', contact: null },
    standing: isAccepted && !ENDED.includes(state) ? { standing: 'WITHIN', dueAt: LATER, daysLeft: 4 } : null,
    ...{ isCountedOverdue: false, passedTerm: null, clockSteps: [], answers: [], warnings: [], files: [] },
    ...{ isClosed: false, verdicts: new Map(), resultRows: [], documents: [], history: [] },
    rounds: state === 'incomplete' || state === 'awaiting_supplement' ? [aRound()] : [],
    result: isDecided || state === 'awaiting_approval' ? { ...RESULT, approvedAt: isDecided ? LATER : null } : null,
    ...{ commands: [], hindered: [], isApprovedBySigning: false },
    ...changes,
  }
}

/** The words a page view brings along, whatever the language of its reader. */
export const OWN = [
  ...['Nguyễn Văn An', 'Trần Văn Minh', 'Photograph: chụp lại cả hai mặt.', 'Không đủ điều kiện.', 'Nộp lại.'],
  'Đủ điều kiện.',
]
