import type { Text } from '@/lib/i18n'
import type { EventType } from './change'
import type { Command, State } from './lifecycle'

/** The state in the words of the national system (domain reference 3.4.4). */
export const STATE_WORDS = {
  submitted: { vi: 'Mới đăng ký', en: 'Submitted' },
  incomplete: { vi: 'Yêu cầu bổ sung giấy tờ', en: 'Supplement requested' },
  accepted: { vi: 'Được tiếp nhận', en: 'Accepted' },
  not_accepted: { vi: 'Không được tiếp nhận', en: 'Not accepted' },
  in_review: { vi: 'Đang xử lý', en: 'In process' },
  awaiting_supplement: { vi: 'Yêu cầu bổ sung giấy tờ', en: 'Supplement requested' },
  awaiting_approval: { vi: 'Đang xử lý: chờ duyệt', en: 'In process: awaiting approval' },
  withdrawal_requested: { vi: 'Công dân yêu cầu rút hồ sơ', en: 'Withdrawal requested' },
  terminated: { vi: 'Dừng xử lý', en: 'Processing stopped' },
  completed: { vi: 'Đã xử lý xong', en: 'Completed' },
  result_returned: { vi: 'Đã trả kết quả', en: 'Result returned' },
} as const satisfies Record<State, Text>

/** How far it is, as the public look-up shows it. */
export const STAGES = [
  { vi: 'Đã nộp', en: 'Submitted' },
  { vi: 'Đã tiếp nhận', en: 'Accepted' },
  { vi: 'Đang xử lý', en: 'In process' },
  { vi: 'Đã xử lý xong', en: 'Completed' },
  { vi: 'Đã trả kết quả', en: 'Result returned' },
] as const satisfies readonly Text[]

const STAGE: Record<State, number> = {
  submitted: 1,
  incomplete: 1,
  not_accepted: 1,
  accepted: 2,
  in_review: 3,
  awaiting_supplement: 3,
  awaiting_approval: 3,
  withdrawal_requested: 3,
  terminated: 3,
  completed: 4,
  result_returned: 5,
}

/** The stage (1 to 5) a state belongs to; what ended before it was accepted came no further than being handed in. */
export function stageOf(state: State, wasAccepted: boolean): number {
  return state === 'terminated' && !wasAccepted ? STAGE.submitted : STAGE[state]
}

export const COMMAND_WORDS = {
  accept: { vi: 'Tiếp nhận', en: 'Accept' },
  rejectIntake: { vi: 'Từ chối tiếp nhận', en: 'Refuse intake' },
  requestSupplement: { vi: 'Yêu cầu bổ sung', en: 'Request supplement' },
  withdraw: { vi: 'Rút hồ sơ', en: 'Withdraw' },
  supplement: { vi: 'Bổ sung hồ sơ', en: 'Supplement' },
  closeUnanswered: { vi: 'Dừng vì quá hạn bổ sung', en: 'Close, supplement term passed' },
  take: { vi: 'Nhận xử lý', en: 'Take' },
  assign: { vi: 'Phân công', en: 'Assign' },
  draftResult: { vi: 'Soạn kết quả', en: 'Draft result' },
  submitForApproval: { vi: 'Trình duyệt', en: 'Send for approval' },
  approve: { vi: 'Duyệt', en: 'Approve' },
  sendBack: { vi: 'Trả lại để sửa', en: 'Send back' },
  agreeWithdrawal: { vi: 'Đồng ý cho rút', en: 'Agree to withdrawal' },
  refuseWithdrawal: { vi: 'Không đồng ý cho rút', en: 'Refuse withdrawal' },
  returnResult: { vi: 'Trả kết quả', en: 'Return result' },
} as const satisfies Record<Command, Text>

/** One act of somebody else, to whoever came too late. */
export const CHANGED_BY = {
  vi: '{what}: {who}, lúc {when}',
  en: '{what}: {who}, at {when}',
} as const satisfies Text

/** Stands for a name where nobody acted. */
export const PORTAL_ITSELF = { vi: 'Hệ thống', en: 'The portal' } as const satisfies Text

export const EVENT_WORDS = {
  'dossier.submitted': { vi: 'Đã nộp hồ sơ', en: 'Dossier submitted' },
  'dossier.accepted': { vi: 'Đã tiếp nhận', en: 'Accepted' },
  'dossier.intakeRejected': { vi: 'Từ chối tiếp nhận', en: 'Intake refused' },
  'dossier.assigned': { vi: 'Đã phân công', en: 'Assigned' },
  'dossier.supplementRequested': { vi: 'Yêu cầu bổ sung', en: 'Supplement requested' },
  'dossier.supplemented': { vi: 'Đã bổ sung', en: 'Supplemented' },
  'dossier.resultDrafted': { vi: 'Đã soạn dự thảo kết quả', en: 'Result drafted' },
  'dossier.approvalRequested': { vi: 'Đã trình duyệt', en: 'Sent for approval' },
  'dossier.approved': { vi: 'Đã duyệt kết quả', en: 'Result approved' },
  'dossier.sentBack': { vi: 'Trả lại dự thảo', en: 'Draft sent back' },
  'dossier.resultReturned': { vi: 'Đã trả kết quả', en: 'Result returned' },
  'dossier.withdrawalRequested': { vi: 'Yêu cầu rút hồ sơ', en: 'Withdrawal requested' },
  'dossier.withdrawn': { vi: 'Đã rút hồ sơ', en: 'Withdrawn' },
  'dossier.withdrawalRefused': { vi: 'Không đồng ý cho rút', en: 'Withdrawal refused' },
  'dossier.closedUnanswered': { vi: 'Dừng vì quá hạn bổ sung', en: 'Closed, supplement term passed' },
} as const satisfies Record<EventType, Text>
