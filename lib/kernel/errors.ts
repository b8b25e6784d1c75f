import type { ErrorRow } from './error-row'
import { FILE_ERRORS } from './errors-of-files'
import { SIGN_IN_ERRORS } from './errors-of-sign-in'
import { SIGNATURE_ERRORS } from './errors-of-signatures'
import type { Text } from '../i18n/index'

/**
 * Every refusal a person can meet: its HTTP status and its words.
 * The words say what is wrong and what to do next; `{name}` is filled from `DomainError.detail`.
 */
export const ERRORS = {
  'invalid-input': {
    status: 422,
    words: {
      vi: 'Có thông tin chưa đúng. Hãy sửa các mục được đánh dấu rồi gửi lại.',
      en: 'Some answers need attention. Correct the marked fields and send again.',
    },
  },
  'not-found': {
    status: 404,
    words: {
      vi: 'Không tìm thấy nội dung này. Hãy kiểm tra lại đường dẫn hoặc quay về trang trước.',
      en: 'This was not found. Check the address or go back.',
    },
  },
  forbidden: {
    status: 403,
    words: {
      vi: 'Tài khoản của bạn không được làm việc này. Hãy liên hệ người quản trị của cơ quan nếu cần quyền.',
      en: 'Your account may not do this. Ask your agency administrator if you need the right.',
    },
  },
  'sign-in-required': {
    status: 401,
    words: {
      vi: 'Bạn cần đăng nhập để tiếp tục. Những gì đã lưu vẫn còn nguyên.',
      en: 'Sign in to continue. Everything saved is kept.',
    },
  },
  'step-up-required': {
    status: 401,
    words: {
      vi: 'Việc này cần xác thực lại ở mức cao hơn. Hãy xác thực rồi làm tiếp; nội dung đã nhập vẫn còn.',
      en: 'This needs a stronger sign-in. Confirm your identity and continue; your answers are kept.',
    },
  },
  'changed-meanwhile': {
    status: 409,
    words: {
      vi: 'Hồ sơ vừa được người khác thay đổi. Hãy xem nội dung mới rồi quyết định lại.',
      en: 'Somebody else has just changed this dossier. Look at what changed, then decide again.',
    },
  },
  'draft-changed': {
    status: 409,
    words: {
      vi: 'Bản nháp đã thay đổi từ lúc bạn mở trang này, nên chưa được nộp. Hãy tải lại trang, đọc lại rồi nộp.',
      en: 'The draft has changed since you opened this page and was not submitted. Reload, read it again, then submit.',
    },
  },
  'illegal-step': {
    status: 409,
    words: {
      vi: 'Hồ sơ đang ở trạng thái không cho phép thao tác này. Hãy tải lại trang để xem các thao tác hiện có.',
      en: 'The dossier is in a state that does not allow this. Reload to see what can be done now.',
    },
  },
  ...SIGN_IN_ERRORS,
  'too-many-requests': {
    status: 429,
    words: {
      vi: 'Bạn thao tác quá nhanh. Hãy thử lại sau {seconds} giây.',
      en: 'Too many requests. Try again in {seconds} seconds.',
    },
  },
  'request-too-large': {
    status: 413,
    words: {
      vi: 'Nội dung gửi lên lớn hơn mức cổng nhận ở đây nên chưa được lưu. Hãy rút ngắn nội dung hoặc chọn tệp nhỏ hơn rồi gửi lại.',
      en: 'What was sent is larger than the portal takes here, so it was not saved. Shorten it or choose a smaller file, then send again.',
    },
  },
  'request-too-slow': {
    status: 408,
    words: {
      vi: 'Kết nối quá chậm nên nội dung gửi lên chưa đến đủ và chưa được lưu. Hãy kiểm tra mạng rồi gửi lại.',
      en: 'The connection was too slow and not everything arrived, so it was not saved. Check the network and send again.',
    },
  },
  'result-missing': {
    status: 409,
    words: {
      vi: 'Chưa có dự thảo kết quả. Hãy soạn kết quả trước khi trình duyệt.',
      en: 'There is no draft result yet. Write the result before sending it for approval.',
    },
  },
  'result-not-right': {
    status: 409,
    words: {
      vi: 'Dự thảo kết quả còn mục trống hoặc chưa đúng nên chưa trình duyệt được. Hãy mở “Soạn kết quả”, sửa các mục được đánh dấu rồi trình lại.',
      en: 'The draft result has fields that are empty or not right, so it cannot be sent for approval yet. Open “Draft result”, mend what is marked, and send it again.',
    },
  },
  'supplement-term-running': {
    status: 409,
    words: {
      vi: 'Thời hạn bổ sung chưa hết nên chưa thể dừng xử lý. Hãy chờ đến hết hạn đã thông báo.',
      en: 'The supplement term has not ended, so processing cannot be stopped yet. Wait until the announced date.',
    },
  },
  'nobody-else': {
    status: 409,
    words: {
      vi: 'Cơ quan không có cán bộ xử lý nào khác để giao. Hãy báo người quản trị của cơ quan.',
      en: 'The agency has nobody else to give it to. Tell the agency’s administrator.',
    },
  },
  'not-complete': {
    status: 422,
    words: {
      vi: 'Hồ sơ còn thiếu nội dung bắt buộc. Hãy hoàn thành các mục liệt kê dưới đây rồi nộp.',
      en: 'Required parts are still missing. Complete what is listed below, then submit.',
    },
  },
  'nobody-receives': {
    status: 409,
    words: {
      vi: '“{agency}” chưa có cán bộ tiếp nhận hồ sơ trực tuyến trên cổng này. Hãy nộp trực tiếp tại Bộ phận Một cửa của cơ quan này; những gì đã nhập vẫn được giữ.',
      en: '“{agency}” has nobody who receives dossiers online here yet. File in person at its one-stop desk; what you typed is kept.',
    },
  },
  'not-online': {
    status: 409,
    words: {
      vi: 'Cổng thử nghiệm này chưa tiếp nhận hồ sơ trực tuyến của dịch vụ này. Trang dịch vụ cho biết nơi nộp.',
      en: 'This service is not taken online in this release. Its page says where to file.',
    },
  },
  'draft-closed': {
    status: 409,
    words: {
      vi: 'Bản nháp này đã được nộp hoặc đã xóa. Hãy mở “Hồ sơ của tôi” để xem.',
      en: 'This draft was already submitted or discarded. See “My dossiers”.',
    },
  },
  ...FILE_ERRORS,
  ...SIGNATURE_ERRORS,
  unavailable: {
    status: 503,
    words: {
      vi: 'Dịch vụ đang tạm gián đoạn. Nội dung đã lưu không bị mất; hãy thử lại sau ít phút.',
      en: 'The service is briefly unavailable. What was saved is safe; try again in a few minutes.',
    },
  },
} as const satisfies Record<string, ErrorRow>

export type ErrorCode = keyof typeof ERRORS

/** One thing wrong at one place: `path` is the field (or document) id, `words` says what and how to mend it. */
export type Issue = { path: string; code: string; words: Text }

/** A refusal: a code of `ERRORS`, values for its words, and the places concerned. */
export type DomainError = {
  code: ErrorCode
  detail?: Record<string, string | number>
  issues?: Issue[]
}

export const HTTP_STATUS = Object.fromEntries(
  Object.entries(ERRORS).map(([code, row]) => [code, row.status]),
) as Record<ErrorCode, number>

/** Whether a text, such as one out of an address, names a row of the table. */
export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(ERRORS, text)
}
