import type { Text } from '@/lib/i18n'
import type { EventType } from '@/lib/dossiers'

export type NoticeWords = { title: Text; body: Text }

/** Who hears of an event and in which words, or the reason why nobody is told. `{code}`, `{procedure}`, `{due}` ... are filled in. */
export type NoticeRule = {
  applicant?: NoticeWords
  assignee?: NoticeWords
  leaders?: NoticeWords
  desk?: NoticeWords
  none?: string
}

export const NOTICES = {
  'dossier.submitted': {
    applicant: {
      title: { vi: 'Đã nộp hồ sơ {code}', en: 'Dossier {code} submitted' },
      body: {
        vi: 'Hồ sơ “{procedure}” đã được nộp. Cơ quan tiếp nhận sẽ trả lời chậm nhất {intakeDue}. Hãy giữ mã nộp hồ sơ {code} để tra cứu.',
        en: 'Your dossier “{procedure}” was submitted. The agency answers by {intakeDue}. Keep the number {code} for look-up.',
      },
    },
    desk: {
      title: { vi: 'Hồ sơ mới: {procedure}', en: 'New dossier: {procedure}' },
      body: {
        vi: 'Hồ sơ {code} chờ tiếp nhận, hạn trả lời {intakeDue}.',
        en: 'Dossier {code} awaits intake, answer due {intakeDue}.',
      },
    },
  },
  'dossier.accepted': {
    applicant: {
      title: { vi: 'Đã tiếp nhận hồ sơ {code}', en: 'Dossier {code} accepted' },
      body: {
        vi: 'Hồ sơ “{procedure}” đã được tiếp nhận. Ngày hẹn trả kết quả: {due}. Giấy tiếp nhận và hẹn trả kết quả có trong hồ sơ của bạn.',
        en: 'Your dossier “{procedure}” was accepted. The result is due {due}. The receipt is in your dossier.',
      },
    },
  },
  'dossier.intakeRejected': {
    applicant: {
      title: { vi: 'Hồ sơ {code} không được tiếp nhận', en: 'Dossier {code} was not accepted' },
      body: {
        vi: 'Hồ sơ “{procedure}” không được tiếp nhận. Lý do và hướng dẫn nơi nộp đúng có trong hồ sơ của bạn.',
        en: 'Your dossier “{procedure}” was not accepted. The reason and where to turn are in your dossier.',
      },
    },
  },
  'dossier.assigned': {
    assignee: {
      title: { vi: 'Bạn được giao hồ sơ {code}', en: 'Dossier {code} was assigned to you' },
      body: { vi: '“{procedure}”, hạn {due}.', en: '“{procedure}”, due {due}.' },
    },
    applicant: {
      title: { vi: 'Hồ sơ {code} đang được xử lý', en: 'Dossier {code} is being processed' },
      body: {
        vi: 'Hồ sơ “{procedure}” đã có người thụ lý. Bạn xem được đơn vị và người đang giữ hồ sơ ngay trong trang hồ sơ.',
        en: 'Somebody now works on your dossier “{procedure}”. Its page shows which unit and person hold it.',
      },
    },
  },
  'dossier.supplementRequested': {
    applicant: {
      title: { vi: 'Cần bổ sung hồ sơ {code}', en: 'Dossier {code} needs a supplement' },
      body: {
        vi: 'Hồ sơ “{procedure}” cần bổ sung một số nội dung. Hãy mở hồ sơ để xem từng mục, lý do và cách sửa; bổ sung trước {supplementDue}.',
        en: 'Your dossier “{procedure}” needs some additions. Open it to see each item, the reason and how to mend it; answer by {supplementDue}.',
      },
    },
  },
  'dossier.supplemented': {
    applicant: {
      title: { vi: 'Đã nhận bổ sung hồ sơ {code}', en: 'Supplement of {code} received' },
      body: {
        vi: 'Phần bổ sung đã tới cơ quan xử lý. Ngày hẹn trả kết quả: {due}.',
        en: 'Your supplement has arrived. The result is due {due}.',
      },
    },
    assignee: {
      title: { vi: 'Hồ sơ {code} đã bổ sung', en: 'Dossier {code} was supplemented' },
      body: {
        vi: 'Người nộp đã bổ sung “{procedure}”, hạn mới {due}.',
        en: 'The applicant supplemented “{procedure}”, now due {due}.',
      },
    },
  },
  'dossier.resultDrafted': { none: 'A draft is the officer’s own work until it is sent for approval.' },
  'dossier.approvalRequested': {
    leaders: {
      title: { vi: 'Chờ duyệt: hồ sơ {code}', en: 'For approval: dossier {code}' },
      body: {
        vi: 'Dự thảo kết quả “{procedure}” chờ duyệt, hạn {due}.',
        en: 'A draft result of “{procedure}” awaits approval, due {due}.',
      },
    },
  },
  'dossier.approved': {
    applicant: {
      title: { vi: 'Hồ sơ {code} đã có kết quả', en: 'Dossier {code} has a result' },
      body: {
        vi: 'Hồ sơ “{procedure}” đã xử lý xong và đang được trả.',
        en: 'Your dossier “{procedure}” is decided and on its way back.',
      },
    },
    assignee: {
      title: { vi: 'Đã duyệt kết quả hồ sơ {code}', en: 'The result of {code} was approved' },
      body: { vi: 'Kết quả “{procedure}” đã được duyệt.', en: 'The result of “{procedure}” was approved.' },
    },
    desk: {
      title: { vi: 'Chờ trả kết quả: hồ sơ {code}', en: 'To be returned: dossier {code}' },
      body: {
        vi: 'Kết quả “{procedure}” đã duyệt, chờ trả cho người nộp.',
        en: 'The result of “{procedure}” is approved and waits to be returned.',
      },
    },
  },
  'dossier.sentBack': {
    assignee: {
      title: { vi: 'Dự thảo hồ sơ {code} bị trả lại', en: 'The draft of {code} was sent back' },
      body: {
        vi: 'Lãnh đạo trả lại dự thảo “{procedure}”; lý do có trong hồ sơ.',
        en: 'The leader sent back the draft of “{procedure}”; the reason is in the dossier.',
      },
    },
  },
  'dossier.resultReturned': {
    applicant: {
      title: { vi: 'Đã trả kết quả hồ sơ {code}', en: 'The result of {code} was returned' },
      body: {
        vi: 'Kết quả “{procedure}” đã có trong hồ sơ của bạn, tải về được ngay.',
        en: 'The result of “{procedure}” is in your dossier, ready to download.',
      },
    },
  },
  'dossier.withdrawalRequested': {
    applicant: {
      title: { vi: 'Đã gửi yêu cầu rút hồ sơ {code}', en: 'Withdrawal of {code} requested' },
      body: {
        vi: 'Cơ quan sẽ quyết định việc rút hồ sơ “{procedure}”.',
        en: 'The agency will decide on the withdrawal of “{procedure}”.',
      },
    },
    assignee: {
      title: { vi: 'Người nộp xin rút hồ sơ {code}', en: 'The applicant asks to withdraw {code}' },
      body: { vi: 'Hãy quyết định yêu cầu rút hồ sơ “{procedure}”.', en: 'Decide on the withdrawal of “{procedure}”.' },
    },
  },
  'dossier.withdrawn': {
    applicant: {
      title: { vi: 'Đã rút hồ sơ {code}', en: 'Dossier {code} withdrawn' },
      body: {
        vi: 'Việc xử lý hồ sơ “{procedure}” đã dừng theo yêu cầu của bạn.',
        en: 'Processing of “{procedure}” has stopped as you asked.',
      },
    },
  },
  'dossier.withdrawalRefused': {
    applicant: {
      title: { vi: 'Hồ sơ {code} tiếp tục được xử lý', en: 'Dossier {code} goes on' },
      body: {
        vi: 'Yêu cầu rút hồ sơ “{procedure}” không được chấp nhận; lý do có trong lịch sử hồ sơ.',
        en: 'The withdrawal of “{procedure}” was not accepted; the reason is in the dossier’s history.',
      },
    },
  },
  'dossier.closedUnanswered': {
    applicant: {
      title: { vi: 'Hồ sơ {code} đã dừng xử lý', en: 'Dossier {code} was closed' },
      body: {
        vi: 'Đã quá thời hạn bổ sung nên hồ sơ “{procedure}” dừng xử lý. Bạn có thể nộp hồ sơ mới bất cứ lúc nào.',
        en: 'The supplement term has passed, so “{procedure}” was closed. You can file anew at any time.',
      },
    },
  },
} as const satisfies Record<EventType, NoticeRule>
