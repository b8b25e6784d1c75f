import type { ErrorRow } from '@/lib/kernel'

/** Refusals on the way in, and of what is kept of officers. */
export const ACCOUNT_ERRORS = {
  'sign-in-failed': {
    status: 401,
    words: {
      vi: 'Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy kiểm tra phím Caps Lock, bộ gõ tiếng Việt rồi nhập lại.',
      en: 'The user name or the password is not right. Check Caps Lock and the keyboard layout, then try again.',
    },
  },
  'sign-in-paused': {
    status: 429,
    words: {
      vi: 'Đã nhập sai nhiều lần liên tiếp. Để bảo vệ tài khoản, hãy chờ {seconds} giây rồi thử lại.',
      en: 'Too many wrong attempts in a row. To protect the account, wait {seconds} seconds and try again.',
    },
  },
  'code-refused': {
    status: 401,
    words: {
      vi: 'Mã xác thực chưa đúng hoặc đã dùng. Hãy chờ ứng dụng hiện mã mới rồi nhập; kiểm tra giờ trên điện thoại.',
      en: 'The code is not right or was already used. Wait for the next code and check the clock of your phone.',
    },
  },
  'challenge-expired': {
    status: 401,
    words: {
      vi: 'Đã quá 5 phút từ lúc nhập mật khẩu. Hãy nhập lại tên đăng nhập và mật khẩu.',
      en: 'More than 5 minutes have passed since the password. Enter the user name and the password again.',
    },
  },
  'account-disabled': {
    status: 403,
    words: {
      vi: 'Tài khoản này đang bị khóa trên cổng. Hãy liên hệ cơ quan quản lý tài khoản để được mở lại.',
      en: 'This account is disabled on the portal. Contact the agency that manages it.',
    },
  },
  'assurance-too-low': {
    status: 403,
    words: {
      vi: 'Việc này cần tài khoản định danh điện tử mức độ 02. Hãy đến công an xã, phường với thẻ căn cước để nâng mức độ; bản nháp của bạn vẫn được giữ.',
      en: 'This needs an electronic identity of level 2. Visit the commune police with your identity card to raise it; your draft is kept.',
    },
  },
  'step-up-required': {
    status: 401,
    words: {
      vi: 'Việc này cần xác thực lại ở mức cao hơn. Hãy xác thực rồi làm tiếp; nội dung đã nhập vẫn còn.',
      en: 'This needs a stronger sign-in. Confirm your identity and continue; your answers are kept.',
    },
  },
  'not-the-same-person': {
    status: 403,
    words: {
      vi: 'Bạn vừa xác thực bằng một tài khoản khác với tài khoản đang dùng. Hãy xác thực lại bằng đúng tài khoản của mình.',
      en: 'You confirmed with an account other than the one in use. Confirm again with your own account.',
    },
  },
  'organisation-unknown': {
    status: 403,
    words: {
      vi: 'Chưa có tài khoản nào của tổ chức có mã số thuế {taxCode}. Hãy đăng nhập một lần bằng tài khoản định danh của tổ chức để tạo tài khoản.',
      en: 'There is no account of the organisation with tax code {taxCode} yet. Sign in once with the organisation’s electronic identity to create it.',
    },
  },
  'officer-number-taken': {
    status: 409,
    words: {
      vi: 'Số này đã được ghi cho một cán bộ khác. Hãy kiểm tra lại số trên chứng thư; nếu số kia ghi nhầm, hãy sửa số đó trước.',
      en: 'This number is recorded of another officer. Check it against the certificate; if the other one is a mistake, mend that first.',
    },
  },
} as const satisfies Record<string, ErrorRow>

type AccountErrors = typeof ACCOUNT_ERRORS

declare module '@/lib/kernel' {
  interface ErrorTable extends AccountErrors {}
}
