import type { Text } from '../i18n/index'

type ErrorRow = { status: number; words: Text }

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
  'illegal-step': {
    status: 409,
    words: {
      vi: 'Hồ sơ đang ở trạng thái không cho phép thao tác này. Hãy tải lại trang để xem các thao tác hiện có.',
      en: 'The dossier is in a state that does not allow this. Reload to see what can be done now.',
    },
  },
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
      vi: 'Việc này cần tài khoản định danh điện tử mức 2. Hãy đến công an xã, phường với thẻ căn cước để nâng mức; bản nháp của bạn vẫn được giữ.',
      en: 'This needs an electronic identity of level 2. Visit the commune police with your identity card to raise it; your draft is kept.',
    },
  },
  'not-the-same-person': {
    status: 403,
    words: {
      vi: 'Bạn vừa xác thực bằng một tài khoản khác với tài khoản đang dùng. Hãy xác thực lại bằng đúng tài khoản của mình.',
      en: 'You confirmed with an account other than the one in use. Confirm again with your own account.',
    },
  },
  'too-many-requests': {
    status: 429,
    words: {
      vi: 'Bạn thao tác quá nhanh. Hãy thử lại sau {seconds} giây.',
      en: 'Too many requests. Try again in {seconds} seconds.',
    },
  },
  'result-missing': {
    status: 409,
    words: {
      vi: 'Chưa có dự thảo kết quả. Hãy soạn kết quả trước khi trình duyệt.',
      en: 'There is no draft result yet. Write the result before sending it for approval.',
    },
  },
  'supplement-term-running': {
    status: 409,
    words: {
      vi: 'Thời hạn bổ sung chưa hết nên chưa thể dừng xử lý. Hãy chờ đến hết hạn đã thông báo.',
      en: 'The supplement term has not ended, so processing cannot be stopped yet. Wait until the announced date.',
    },
  },
  'not-complete': {
    status: 422,
    words: {
      vi: 'Hồ sơ còn thiếu nội dung bắt buộc. Hãy hoàn thành các mục liệt kê dưới đây rồi nộp.',
      en: 'Required parts are still missing. Complete what is listed below, then submit.',
    },
  },
  'not-online': {
    status: 409,
    words: {
      vi: 'Dịch vụ này chưa nhận hồ sơ trực tuyến trên bản này. Trang dịch vụ cho biết nơi nộp.',
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
  'file-empty': {
    status: 422,
    words: {
      vi: 'Tệp “{name}” rỗng (0 byte). Hãy chọn lại tệp có nội dung.',
      en: 'The file “{name}” is empty (0 bytes). Choose a file with content.',
    },
  },
  'file-too-large': {
    status: 413,
    words: {
      vi: 'Tệp “{name}” lớn hơn mức cho phép là {limit}. Hãy chọn tệp nhỏ hơn hoặc tách thành nhiều tệp.',
      en: 'The file “{name}” is larger than the {limit} allowed. Choose a smaller file or split it.',
    },
  },
  'file-type-refused': {
    status: 422,
    words: {
      vi: 'Nội dung tệp “{name}” không phải JPEG, PNG, WebP, HEIC hay PDF. Hãy chụp ảnh hoặc xuất sang PDF rồi tải lên lại.',
      en: 'The content of “{name}” is not JPEG, PNG, WebP, HEIC or PDF. Take a photo or export to PDF and upload again.',
    },
  },
  'file-image-wanted': {
    status: 422,
    words: {
      vi: 'Mục này cần ảnh, còn “{name}” là tệp PDF. Hãy chụp ảnh hoặc chọn tệp ảnh rồi tải lên.',
      en: 'This needs a picture, but “{name}” is a PDF. Take a photo or choose a picture and upload it.',
    },
  },
  'file-pdf-wanted': {
    status: 422,
    words: {
      vi: 'Mục này cần tệp PDF, còn “{name}” là ảnh. Hãy xuất sang PDF rồi tải lên.',
      en: 'This needs a PDF, but “{name}” is a picture. Export it to PDF and upload that.',
    },
  },
  'file-broken': {
    status: 422,
    words: {
      vi: 'Tệp “{name}” không mở được: tệp bị hỏng hoặc bị cắt cụt. Hãy mở thử trên máy, lưu lại rồi tải lên lần nữa.',
      en: 'The file “{name}” does not open: it is damaged or cut off. Open it on your device, save it again, then upload it.',
    },
  },
  'file-locked': {
    status: 422,
    words: {
      vi: 'Tệp “{name}” có mật khẩu nên không ai đọc được. Hãy lưu một bản không đặt mật khẩu rồi tải lên.',
      en: 'The file “{name}” is protected by a password, so nobody can read it. Save a copy without a password and upload that.',
    },
  },
  'file-too-many-pixels': {
    status: 422,
    words: {
      vi: 'Ảnh “{name}” có kích thước vượt {limit} triệu điểm ảnh. Hãy chụp lại hoặc thu nhỏ ảnh.',
      en: 'The image “{name}” has more than {limit} million pixels. Take it again or scale it down.',
    },
  },
  'too-many-files': {
    status: 409,
    words: {
      vi: 'Mục này đã có {limit} tệp, là mức tối đa. Hãy xóa bớt tệp cũ trước khi thêm.',
      en: 'This item already has {limit} files, the most allowed. Remove one before adding another.',
    },
  },
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
  'file-not-signable': {
    status: 422,
    words: {
      vi: 'Tệp này không ký số được ở đây. Chỉ ký được tệp PDF sạch mã độc trong bản nháp chưa nộp.',
      en: 'This file cannot be signed here. Only a clean PDF of a draft not yet submitted can.',
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
      vi: 'Chứng thư của {signer} không mang số định danh hoặc mã số thuế của người nộp hồ sơ. Hãy dùng đúng chứng thư của mình; tệp chưa ký vẫn còn nguyên.',
      en: 'The certificate of {signer} does not carry the applicant’s personal number or tax code. Use your own certificate; the unsigned file is kept.',
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
      vi: 'Chứng thư chưa được chấp nhận: {reason} Hãy dùng chứng thư còn hiệu lực của tổ chức, hoặc đăng nhập bằng tài khoản định danh.',
      en: 'The certificate is not accepted: {reason} Use a valid certificate of the organisation, or sign in with the electronic identity.',
    },
  },
  'certificate-challenge-expired': {
    status: 401,
    words: {
      vi: 'Lần đăng nhập này đã hết hạn hoặc đã dùng. Hãy tải lại trang rồi làm lại.',
      en: 'This sign-in has expired or was already used. Reload the page and try again.',
    },
  },
  'organisation-unknown': {
    status: 403,
    words: {
      vi: 'Chưa có tài khoản nào của tổ chức có mã số thuế {taxCode}. Hãy đăng nhập một lần bằng tài khoản định danh của tổ chức để tạo tài khoản.',
      en: 'There is no account of the organisation with tax code {taxCode} yet. Sign in once with the organisation’s electronic identity to create it.',
    },
  },
  'remote-signer-unavailable': {
    status: 503,
    words: {
      vi: 'Dịch vụ ký số từ xa không trả lời, nên chưa ký được. Tệp chưa ký vẫn còn nguyên; hãy thử lại sau ít phút.',
      en: 'The remote signing service does not answer, so nothing was signed. The unsigned file is kept; try again in a few minutes.',
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
  'verification-busy': {
    status: 503,
    words: {
      vi: 'Đang có nhiều tệp được kiểm tra cùng lúc. Hãy thử lại sau ít phút.',
      en: 'Many files are being checked right now. Try again in a few minutes.',
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
