import type { ErrorRow } from '@/lib/kernel'

/** Refusals around signatures and certificates. */
export const SIGNING_ERRORS = {
  'certificate-unreadable': {
    status: 422,
    words: {
      vi: 'Tệp không phải chứng thư X.509 (DER hoặc PEM). Hãy tải chứng thư gốc từ trang của tổ chức chứng thực rồi chọn lại.',
      en: 'The file is no X.509 certificate (DER or PEM). Download the root certificate from the authority and choose it again.',
    },
  },
  'not-a-certification-authority': {
    status: 422,
    words: {
      vi: 'Chứng thư này không phải của tổ chức chứng thực (không được phép cấp chứng thư khác), nên không thể làm gốc tin cậy.',
      en: 'This certificate is not a certification authority’s (it may issue no others), so it cannot be a trusted root.',
    },
  },
  'trust-period-wrong': {
    status: 422,
    words: {
      vi: 'Ngày bắt đầu tin cậy phải từ hôm nay trở đi, và ngày ngừng phải sau ngày bắt đầu. Hãy chọn lại hai ngày này.',
      en: 'Trust begins today or later, and ends on a later day than it begins. Choose the two days again.',
    },
  },
  'file-changed-meanwhile': {
    status: 409,
    words: {
      vi: 'Tệp này vừa được thay, xóa hoặc ký ở nơi khác, nên chữ ký vừa tạo không được nhận. Hãy mở lại trang Giấy tờ và ký bản hiện có.',
      en: 'This file has just been replaced, removed or signed elsewhere, so the signature was not taken. Open the documents page again and sign the current one.',
    },
  },
  'signature-refused': {
    status: 422,
    words: {
      vi: 'Chữ ký chưa được nhận: {reason} Tệp chưa ký vẫn còn nguyên.',
      en: 'The signature was not taken: {reason} The unsigned file is kept.',
    },
  },
  'wrong-signer': {
    status: 422,
    words: {
      vi: 'Chưa ký được bằng chứng thư của {signer}. {reason} Tệp chưa ký vẫn còn nguyên.',
      en: 'The certificate of {signer} will not do here. {reason} The unsigned file is kept.',
    },
  },
  'timestamp-unavailable': {
    status: 503,
    words: {
      vi: 'Dịch vụ dấu thời gian không trả lời, nên chưa ký được. Tệp chưa ký vẫn còn nguyên; hãy thử lại sau ít phút.',
      en: 'The timestamp service does not answer, so nothing was signed. The unsigned file is kept; try again in a few minutes.',
    },
  },
  'timestamp-refused': {
    status: 503,
    words: {
      vi: 'Dịch vụ dấu thời gian trả lời sai ({reason}), nên chưa ký được. Tệp chưa ký vẫn còn nguyên; hãy thử lại, nếu vẫn vậy hãy báo cho cổng.',
      en: 'The timestamp service gave a wrong answer ({reason}), so nothing was signed. The unsigned file is kept; try again, and tell the portal if it stays so.',
    },
  },
  'certificate-refused': {
    status: 401,
    words: {
      vi: 'Chứng thư chưa được chấp nhận: {reason} Cũng có thể đăng nhập bằng tài khoản định danh.',
      en: 'The certificate is not accepted: {reason} You can also sign in with the electronic identity.',
    },
  },
  'certificate-challenge-expired': {
    status: 401,
    words: {
      vi: 'Lần đăng nhập này đã hết hạn hoặc đã dùng. Hãy tải lại trang rồi làm lại.',
      en: 'This sign-in has expired or was already used. Reload the page and try again.',
    },
  },
  'remote-signer-unavailable': {
    status: 503,
    words: {
      vi: 'Dịch vụ ký số từ xa không trả lời, nên chưa ký được. Tệp chưa ký vẫn còn nguyên; hãy thử lại sau ít phút.',
      en: 'The remote signing service does not answer, so nothing was signed. The unsigned file is kept; try again in a few minutes.',
    },
  },
  'remote-signer-busy': {
    status: 503,
    words: {
      vi: 'Dịch vụ ký số từ xa đang quá nhiều yêu cầu, nên chưa ký được. Tệp chưa ký vẫn còn nguyên; hãy đợi vài phút rồi ký lại.',
      en: 'The remote signing service has too many requests, so nothing was signed. The unsigned file is kept; wait a few minutes and sign again.',
    },
  },
  'remote-answer-unusable': {
    status: 503,
    words: {
      vi: 'Dịch vụ ký số từ xa trả lời không đúng chuẩn, nên chưa ký được. Tệp chưa ký vẫn còn nguyên; hãy báo cho dịch vụ ký số, hoặc ký bằng tệp chứng thư.',
      en: 'The remote signing service gave an answer that breaks its standard, so nothing was signed. The unsigned file is kept; tell the service, or sign with a certificate file.',
    },
  },
  'remote-signing-refused': {
    status: 409,
    words: {
      vi: 'Bạn đã từ chối ký tại dịch vụ ký số từ xa. Tệp chưa ký vẫn còn nguyên.',
      en: 'You refused to sign at the remote signing service. The unsigned file is kept.',
    },
  },
  'remote-signing-expired': {
    status: 409,
    words: {
      vi: 'Lần ký từ xa này đã hết hạn hoặc đã dùng. Tệp chưa ký vẫn còn nguyên; hãy bắt đầu ký lại.',
      en: 'This remote signing has expired or was already used. The unsigned file is kept; start again.',
    },
  },
  'remote-certificate-missing': {
    status: 422,
    words: {
      vi: 'Dịch vụ ký số từ xa không có chứng thư còn hiệu lực mang số định danh hoặc mã số thuế của người nộp hồ sơ. Hãy chọn đúng tài khoản của mình tại dịch vụ.',
      en: 'The remote signing service has no valid certificate with the applicant’s personal number or tax code. Choose your own account at the service.',
    },
  },
  'remote-official-certificate-missing': {
    status: 422,
    words: {
      vi: 'Dịch vụ ký số từ xa không có chứng thư cá nhân còn hiệu lực của bạn. Hãy chọn đúng tài khoản của mình tại dịch vụ.',
      en: 'The remote signing service has no valid personal certificate of yours. Choose your own account at the service.',
    },
  },
  'verification-busy': {
    status: 503,
    words: {
      vi: 'Đang có nhiều tệp được kiểm tra cùng lúc. Hãy thử lại sau ít phút.',
      en: 'Many files are being checked right now. Try again in a few minutes.',
    },
  },
} as const satisfies Record<string, ErrorRow>

type SigningErrors = typeof SIGNING_ERRORS

declare module '@/lib/kernel' {
  interface ErrorTable extends SigningErrors {}
}
