import type { Text } from '../i18n'

/** A refusal as people and programs meet it: its HTTP status, and words that say what is wrong and what to do next. */
export type ErrorRow = {
  status: number
  /** `{name}` in them is filled from `DomainError.detail`. */
  words: Text
}

/** Refusals that several modules share. What one module refuses stands in its own `errors.ts`. */
export const KERNEL_ERRORS = {
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
  'changed-meanwhile': {
    status: 409,
    words: {
      vi: 'Hồ sơ vừa được người khác thay đổi. Hãy xem nội dung mới rồi quyết định lại.',
      en: 'Somebody else has just changed this dossier. Look at what changed, then decide again.',
    },
  },
  'illegal-step': {
    status: 409,
    words: {
      vi: 'Hồ sơ đang ở trạng thái không cho phép thao tác này. Hãy tải lại trang để xem các thao tác hiện có.',
      en: 'The dossier is in a state that does not allow this. Reload to see what can be done now.',
    },
  },
  'too-many-requests': {
    status: 429,
    words: {
      vi: 'Bạn thao tác quá nhanh. Hãy thử lại sau {seconds} giây.',
      en: 'Too many requests. Try again in {seconds} seconds.',
    },
  },
  unavailable: {
    status: 503,
    words: {
      vi: 'Dịch vụ đang tạm gián đoạn. Nội dung đã lưu không bị mất; hãy thử lại sau ít phút.',
      en: 'The service is briefly unavailable. What was saved is safe; try again in a few minutes.',
    },
  },
} as const satisfies Record<string, ErrorRow>

type KernelErrors = typeof KERNEL_ERRORS

/**
 * The refusals of the whole house, for the types alone: a module joins its table to it by
 * `declare module '@/lib/kernel' { interface ErrorTable extends ... }`. The tables themselves are joined in `lib/errors`.
 */
export interface ErrorTable extends KernelErrors {}

export type ErrorCode = keyof ErrorTable

/** One thing wrong at one place: `path` is the field (or document) id, `words` says what and how to mend it. */
export type Issue = { path: string; code: string; words: Text }

/** A refusal: its code, values for its words, and the places concerned. */
export type DomainError = {
  code: ErrorCode
  detail?: Record<string, string | number>
  issues?: Issue[]
}
