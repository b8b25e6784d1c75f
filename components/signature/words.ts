import type { Text } from '@/lib/i18n'

export const SIGN_WORDS = {
  sign: { vi: 'Ký số', en: 'Sign' },
  signFile: { vi: 'Ký số: {name}', en: 'Sign: {name}' },
  lead: {
    vi: 'Xem kỹ từng trang trước khi ký. Chữ ký gắn với đúng nội dung có giá trị băm SHA‑256 dưới đây.',
    en: 'Look at every page before you sign. The signature is bound to the very bytes with the SHA‑256 below.',
  },
  back: { vi: 'Giấy tờ', en: 'Documents' },
  pages: { vi: 'Nội dung sẽ ký', en: 'What you are about to sign' },
  pageOf: { vi: 'Trang {page} trên {pages}', en: 'Page {page} of {pages}' },
  cannotShow: {
    vi: 'Tệp này quá lớn hoặc quá phức tạp nên cổng không vẽ trang. Hãy tải về, xem, rồi so giá trị băm SHA-256 trước khi ký.',
    en: 'This file is too large or too complex to be shown here. Download it, look at it, and compare the SHA-256 before signing.',
  },
  download: { vi: 'Tải tệp về xem', en: 'Download the file' },
  size: { vi: 'Dung lượng', en: 'Size' },
  withFile: { vi: 'Ký bằng tệp chứng thư (.p12, .pfx)', en: 'Sign with a certificate file (.p12, .pfx)' },
  withFileLead: {
    vi: 'Khóa và mật khẩu chỉ được dùng ngay trên máy này, không gửi đi đâu.',
    en: 'The key and the password are used on this device only and are sent nowhere.',
  },
  needsScript: {
    vi: 'Ký bằng tệp chứng thư cần bật JavaScript trong trình duyệt.',
    en: 'Signing with a certificate file needs JavaScript.',
  },
  chooseFile: { vi: 'Tệp chứng thư', en: 'Certificate file' },
  password: { vi: 'Mật khẩu của tệp chứng thư', en: 'Password of the certificate file' },
  open: { vi: 'Mở chứng thư', en: 'Open the certificate' },
  opening: { vi: 'Đang mở…', en: 'Opening…' },
  openingFile: { vi: 'Đang mở khóa tệp chứng thư trên máy này', en: 'Unlocking the certificate file on this device' },
  certificate: { vi: 'Chứng thư sẽ dùng', en: 'The certificate to be used' },
  holder: { vi: 'Chủ chứng thư', en: 'Holder' },
  organisation: { vi: 'Tổ chức', en: 'Organisation' },
  personalId: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  taxCode: { vi: 'Mã số thuế', en: 'Tax code' },
  issuer: { vi: 'Tổ chức cấp', en: 'Issued by' },
  validity: { vi: 'Hiệu lực', en: 'Valid' },
  matches: {
    vi: 'Đúng là chứng thư của người nộp hồ sơ.',
    en: 'This is the applicant’s own certificate.',
  },
  other: { vi: 'Dùng chứng thư khác', en: 'Use another certificate' },
  signNow: { vi: 'Ký số tệp này', en: 'Sign this file' },
  fetching: { vi: 'Đang tải tệp về để ký…', en: 'Fetching the file…' },
  hashing: { vi: 'Đang tính mã băm trên máy này', en: 'Computing the digest on this device' },
  sealing: { vi: 'Đang lấy dấu thời gian và kiểm tra chữ ký…', en: 'Getting the time and checking the signature…' },
  done: { vi: 'Đã ký số và lưu tệp vào hồ sơ.', en: 'The signed file is now in the dossier.' },
  doneNext: { vi: 'Về trang Giấy tờ', en: 'Back to the documents' },
  connection: {
    vi: 'Mất kết nối với cổng. Tệp chưa ký vẫn còn nguyên; hãy kiểm tra mạng rồi ký lại.',
    en: 'The connection to the portal was lost. The unsigned file is kept; check the network and sign again.',
  },
  remotely: { vi: 'Ký từ xa (xác nhận trên điện thoại)', en: 'Sign remotely (confirm on your phone)' },
  remotelyLead: {
    vi: 'Dành cho chứng thư do dịch vụ ký số từ xa giữ khóa. Không cần JavaScript.',
    en: 'For certificates whose key a remote signing service keeps. Needs no JavaScript.',
  },
  remotelyBegin: { vi: 'Đến dịch vụ ký số từ xa', en: 'Go to the remote signing service' },
  chooseTitle: { vi: 'Chọn chứng thư để ký', en: 'Choose the certificate to sign with' },
  chooseLead: {
    vi: 'Dịch vụ ký số từ xa giữ nhiều chứng thư của bạn. Chưa có gì được ký.',
    en: 'The remote signing service keeps several certificates of yours. Nothing has been signed yet.',
  },
  chooseOne: { vi: 'Ký bằng chứng thư nào?', en: 'Which certificate should sign?' },
  chooseThis: { vi: 'Ký bằng chứng thư này', en: 'Sign with this certificate' },
  confirmTitle: { vi: 'Xác nhận ký từ xa', en: 'Confirm the remote signature' },
  confirmLead: {
    vi: 'Dịch vụ ký số sẽ hiện mã băm cần ký. Chỉ đồng ý khi mã đó giống hệt mã dưới đây.',
    en: 'The service will show the digest to be signed. Agree only if it is exactly the one below.',
  },
  digestToSign: { vi: 'Mã băm sẽ ký', en: 'Digest to be signed' },
  confirm: { vi: 'Xác nhận ký', en: 'Confirm the signature' },
  backToSigning: { vi: 'Quay lại trang ký', en: 'Back to signing' },
  stopHere: { vi: 'Hủy ký', en: 'Cancel signing' },
  signInTitle: { vi: 'Đăng nhập bằng chứng thư số', en: 'Sign in with a certificate' },
  signInLead: {
    vi: 'Dành cho doanh nghiệp, tổ chức có chứng thư số mang mã số thuế và đã có tài khoản trên cổng.',
    en: 'For organisations whose certificate carries their tax code and who already have an account here.',
  },
  confirmInTitle: { vi: 'Xác thực lại bằng chứng thư số', en: 'Confirm with the certificate' },
  confirmInLead: {
    vi: 'Việc này có giá trị pháp lý nên hãy dùng lại chứng thư của tổ chức. Nội dung đã nhập vẫn còn; sau khi xác thực bạn trở lại đúng trang đang làm.',
    en: 'This has legal effect, so use the organisation’s certificate once more. What you entered is kept; afterwards you return to the page you came from.',
  },
  confirmInNow: { vi: 'Xác thực bằng chứng thư này', en: 'Confirm with this certificate' },
  signInNeedsScript: {
    vi: 'Đăng nhập bằng tệp chứng thư cần bật JavaScript trong trình duyệt.',
    en: 'Signing in with a certificate file needs JavaScript.',
  },
  signInElse: { vi: 'Đăng nhập bằng cách khác', en: 'Sign in another way' },
  signInNow: { vi: 'Đăng nhập bằng chứng thư này', en: 'Sign in with this certificate' },
  noneChosen: { vi: 'Hãy chọn tệp chứng thư trước.', en: 'Choose the certificate file first.' },
} as const satisfies Record<string, Text>

/** Why a PKCS#12 file gives no key to sign with. */
export const OPEN_FAULT_WORDS = {
  'p12-wrong-password': {
    vi: 'Mật khẩu chưa đúng. Hãy kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi nhập lại.',
    en: 'The password is wrong. Check Caps Lock and the keyboard layout, then try again.',
  },
  'p12-malformed': {
    vi: 'Đây không phải tệp chứng thư PKCS#12. Hãy chọn tệp có đuôi .p12 hoặc .pfx do tổ chức chứng thực cấp.',
    en: 'This is not a PKCS#12 file. Choose the .p12 or .pfx file your certification authority gave you.',
  },
  'p12-corrupt': {
    vi: 'Tệp chứng thư bị hỏng. Hãy xuất lại hoặc lấy bản khác.',
    en: 'The certificate file is damaged. Export it again or use another copy.',
  },
  'p12-other-password': {
    vi: 'Khóa trong tệp được khóa bằng một mật khẩu khác. Hãy xuất lại tệp với một mật khẩu chung.',
    en: 'The key inside is locked with another password. Export the file again with one password.',
  },
  'p12-unsupported': {
    vi: 'Tệp chứng thư dùng cách mã hóa chưa hỗ trợ. Hãy xuất lại ở dạng AES-256.',
    en: 'The file uses an encryption that is not supported. Export it again with AES-256.',
  },
  'p12-iterations': {
    vi: 'Tệp chứng thư được khóa với số vòng tính quá lớn, máy không mở nổi trong thời gian cho phép. Hãy xuất lại tệp với không quá 600.000 vòng.',
    en: 'The file is locked with more rounds of computing than can be done in the time allowed. Export it again with 600,000 rounds at most.',
  },
  'p12-version': {
    vi: 'Tệp chứng thư thuộc phiên bản PKCS#12 không hỗ trợ. Hãy xuất lại bằng trình duyệt hoặc công cụ mới hơn.',
    en: 'The file is of a PKCS#12 version that is not supported. Export it again with a newer browser or tool.',
  },
  'worker-missing': {
    vi: 'Chưa tải được phần mở tệp chứng thư. Hãy kiểm tra mạng rồi bấm mở lại; tệp và mật khẩu chưa gửi đi đâu.',
    en: 'The part that opens certificate files could not be loaded. Check the network and try again; nothing has been sent.',
  },
  unreadable: {
    vi: 'Không đọc được tệp chứng thư: tệp vừa bị sửa, di chuyển hoặc đã rút USB. Hãy chọn lại tệp.',
    en: 'The certificate file cannot be read: it was changed, moved or unplugged. Choose it again.',
  },
  'no-key': {
    vi: 'Tệp chỉ có chứng thư, không có khóa bí mật. Hãy xuất lại kèm khóa bí mật.',
    en: 'The file holds certificates but no private key. Export it again with the private key.',
  },
  insecure: {
    vi: 'Trình duyệt chỉ cho ký qua kết nối mã hóa (https). Hãy mở cổng bằng địa chỉ https.',
    en: 'Browsers sign over encrypted connections only. Open the portal by its https address.',
  },
} as const satisfies Record<string, Text>

/** Why none of the keys in a file can be used here, by their kinds. */
export function keyUnsupported(kinds: readonly string[]): Text {
  const list = [...new Set(kinds)].join(', ')
  return {
    vi: `Trình duyệt này không ký được bằng loại khóa trong tệp (${list}). Hãy dùng trình duyệt mới hơn, hoặc xin chứng thư có khóa RSA hay ECDSA (P-256, P-384, P-521).`,
    en: `This browser cannot sign with the kind of key in the file (${list}). Use a newer browser, or ask for a certificate with an RSA or ECDSA key (P-256, P-384, P-521).`,
  }
}
