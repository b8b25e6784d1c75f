import type { Text } from '@/lib/i18n'
import type { State } from './state'

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

/** One act of somebody else, to whoever came too late. */
export const CHANGED_BY = {
  vi: '{what}: {who}, lúc {when}',
  en: '{what}: {who}, at {when}',
} as const satisfies Text

/** Stands for a name where nobody acted. */
export const PORTAL_ITSELF = { vi: 'Hệ thống', en: 'The portal' } as const satisfies Text
