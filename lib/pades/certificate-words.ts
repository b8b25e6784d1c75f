import type { Text } from '@/lib/i18n'

/**
 * Why a certificate, its issuers or what is known of their revocation keep a signature from passing: what is wrong, and what
 * to do next. `{about}` is the authority, algorithm or day the reason is about. Each says only what is known.
 */
export const CERTIFICATE_REASON_WORDS = {
  'passed-after-expiry': {
    vi: 'Mọi kiểm tra đều đạt. Chứng thư nay đã hết hạn (ngày {about}), nhưng dấu thời gian chứng minh chữ ký được tạo khi chứng thư còn hiệu lực.',
    en: 'Every check passed. The certificate has ended since (on {about}), but a timestamp proves that the signature was made while it was in force.',
  },
  'no-anchors': {
    vi: 'Chưa có danh sách chứng thư gốc tin cậy để đối chiếu, nên chưa xét được cơ quan cấp. Hãy kiểm tra lại với danh sách đó.',
    en: 'No trusted roots were given, so the issuer was not judged. Check again with a list of them.',
  },
  'issuer-missing': {
    vi: 'Thiếu chứng thư của cơ quan cấp ({about}): tệp không kèm chứng thư đó và cổng chưa có, nên chưa kết luận được. Hãy kiểm tra lại sau ít phút; nếu vẫn thiếu, xin người ký bản kèm đủ chuỗi chứng thư.',
    en: 'The issuer’s certificate ({about}) is missing: it is not with the signature and not at hand here, so nothing is decided. Check again in a few minutes; if it is still missing, ask the signer for a copy with the whole certificate chain.',
  },
  'issuer-missing-nowhere': {
    vi: 'Thiếu chứng thư của cơ quan cấp ({about}): tệp không kèm và chứng thư của người ký không ghi nơi lấy, nên chưa kết luận được. Hãy xin người ký bản kèm đủ chuỗi chứng thư.',
    en: 'The issuer’s certificate ({about}) is missing: it is not with the signature, and the signer’s certificate does not say where to get it, so nothing is decided. Ask the signer for a copy with the whole certificate chain.',
  },
  'unknown-root': {
    vi: 'Chuỗi chứng thư dẫn tới “{about}”, không có trong danh sách chứng thư gốc tin cậy. Hãy dùng chứng thư do tổ chức chứng thực trong danh sách cấp; nếu gốc này phải được tin cậy, hãy báo nơi quản lý danh sách.',
    en: 'The certificate chain leads to “{about}”, which is not among the trusted roots. Use a certificate under one of those; if this root should be trusted, tell whoever keeps the list.',
  },
  'no-path': {
    vi: 'Các chứng thư kèm theo không nối được tới một chứng thư gốc tin cậy. Hãy xin người ký bản kèm đủ chuỗi chứng thư.',
    en: 'The certificates given do not connect to a trusted root. Ask the signer for a copy with the whole certificate chain.',
  },
  'issuer-not-genuine': {
    vi: 'Chứng thư ghi là do “{about}” cấp, nhưng chữ ký của cơ quan đó trên chứng thư không đúng: chứng thư giả hoặc đã hỏng. Hãy hỏi lại cơ quan cấp.',
    en: 'The certificate names “{about}” as its issuer, but that authority’s signature on it is wrong: forged or damaged. Ask the authority.',
  },
  'wrong-purpose': {
    vi: 'Chứng thư không được cấp cho việc này (mục đích ghi trong chứng thư không cho phép). Hãy dùng chứng thư được cấp để ký số.',
    en: 'The certificate was not issued for this: its stated purpose does not allow it. Use one issued for signing.',
  },
  'certificate-unreadable': {
    vi: 'Một chứng thư trong chuỗi có phần bắt buộc mà cổng không đọc được, nên không thể tin cậy. Hãy hỏi cơ quan cấp.',
    en: 'A certificate of the chain has a mandatory part that cannot be read, so it cannot be relied on. Ask its issuer.',
  },
  'chain-too-complex': {
    vi: 'Chuỗi chứng thư kèm theo quá rắc rối để xét hết. Hãy xin người ký bản chỉ kèm chuỗi chứng thư của mình.',
    en: 'The certificates given are too many or too tangled to judge. Ask the signer for a copy with only their own chain.',
  },
  'chain-refused': {
    vi: 'Chuỗi chứng thư trái với quy tắc mà chính các cơ quan cấp đặt ra cho nó. Hãy hỏi cơ quan cấp chứng thư.',
    en: 'The certificate chain breaks a rule its own authorities set for it. Ask the certificate’s issuer.',
  },
  'certificate-expired': {
    vi: 'Chứng thư đã hết hạn (ngày {about}) và không có dấu thời gian đáng tin cậy nào chứng minh chữ ký được tạo trước đó. Hãy xin bản có dấu thời gian, hoặc bản ký bằng chứng thư còn hiệu lực.',
    en: 'The certificate has ended (on {about}), and no trusted timestamp proves that the signature was made before. Ask for a copy with a timestamp, or one signed with a certificate in force.',
  },
  'issuer-expired': {
    vi: 'Chứng thư của cơ quan cấp ({about}) đã hết hạn và không có dấu thời gian đáng tin cậy nào chứng minh chữ ký được tạo trước đó. Hãy xin bản có dấu thời gian, hoặc bản ký bằng chứng thư còn hiệu lực.',
    en: 'The issuer’s certificate ({about}) has ended, and no trusted timestamp proves that the signature was made before. Ask for a copy with a timestamp, or one signed with a certificate in force.',
  },
  'not-yet-valid': {
    vi: 'Chứng thư chưa có hiệu lực khi ký. Hãy xin bản ký khi chứng thư đã có hiệu lực.',
    en: 'The certificate was not yet in force at signing. Ask for a copy signed while it is.',
  },
  'certificate-weak-hash': {
    vi: 'Chứng thư trong chuỗi được cấp bằng thuật toán băm {about}, nay quá yếu để tin cậy. Hãy dùng chứng thư được cấp bằng SHA-256 trở lên.',
    en: 'A certificate of the chain was issued with the digest {about}, now too weak to rely on. Use a certificate issued with SHA-256 or better.',
  },
  'certificate-weak-key': {
    vi: 'Khóa của một chứng thư trong chuỗi ({about}) quá ngắn để tin cậy. Hãy dùng chứng thư có khóa RSA từ 2048 bit hoặc ECDSA.',
    en: 'The key of a certificate of the chain ({about}) is too short to rely on. Use one with an RSA key of 2048 bits or more, or ECDSA.',
  },
  'weak-key': {
    vi: 'Khóa ký ({about}) quá ngắn để tin cậy và không có dấu thời gian đáng tin cậy nào chứng minh chữ ký có từ khi khóa đó còn đủ mạnh. Hãy xin người ký ký lại bằng khóa dài hơn.',
    en: 'The signing key ({about}) is too short to rely on, and no trusted timestamp proves that the signature dates from when it was long enough. Ask the signer to sign again with a longer key.',
  },
  revoked: {
    vi: 'Chứng thư đã bị thu hồi và không có gì chứng minh chữ ký được tạo trước khi thu hồi. Hãy xin bản ký bằng chứng thư khác.',
    en: 'The certificate was revoked, and nothing proves that the signature was made before that. Ask for a copy signed with another certificate.',
  },
  'issuer-revoked': {
    vi: 'Chứng thư của cơ quan cấp ({about}) đã bị thu hồi và không có gì chứng minh chữ ký được tạo trước khi thu hồi. Hãy xin bản ký bằng chứng thư khác.',
    en: 'The issuer’s certificate ({about}) was revoked, and nothing proves that the signature was made before that. Ask for a copy signed with another certificate.',
  },
  'revocation-unknown': {
    vi: 'Chưa biết chứng thư có bị thu hồi hay không: tệp không kèm bằng chứng và chưa hỏi cơ quan cấp ({about}). Hãy kiểm tra ở nơi hỏi được cơ quan cấp.',
    en: 'Whether the certificate was revoked is not known: the file holds no evidence, and its issuer ({about}) was not asked. Check where the issuer can be asked.',
  },
  'revocation-unanswered': {
    vi: 'Chưa biết chứng thư có bị thu hồi hay không, vì nơi tra cứu của cơ quan cấp ({about}) không trả lời. Hãy thử lại sau ít phút.',
    en: 'Whether the certificate was revoked is not known, as its issuer’s service ({about}) does not answer. Try again in a few minutes.',
  },
  'revocation-stranger': {
    vi: 'Cơ quan cấp ({about}) trả lời rằng không biết chứng thư này. Hãy hỏi cơ quan cấp về tình trạng của chứng thư.',
    en: 'The issuer ({about}) answers that it does not know this certificate. Ask the issuer about its state.',
  },
  'revocation-unusable': {
    vi: 'Chưa biết chứng thư có bị thu hồi hay không: bằng chứng có được đã cũ hoặc không đúng là của cơ quan cấp ({about}). Hãy thử lại sau ít phút.',
    en: 'Whether the certificate was revoked is not known: the evidence at hand is out of date or not truly from its issuer ({about}). Try again in a few minutes.',
  },
  'revocation-no-source': {
    vi: 'Không thể biết chứng thư có bị thu hồi hay không: tệp không kèm bằng chứng và chứng thư không ghi nơi tra cứu. Hãy xin bản có kèm bằng chứng thu hồi, hoặc bản ký bằng chứng thư khác.',
    en: 'Whether the certificate was revoked cannot be known: the file holds no evidence, and the certificate names no place to ask. Ask for a copy with that evidence, or one signed with another certificate.',
  },
  'revocation-forgotten': {
    vi: 'Dấu thời gian chứng minh chữ ký có trước khi chứng thư hết hạn, nhưng sau khi hết hạn cơ quan cấp ({about}) không còn cho biết chứng thư từng bị thu hồi hay chưa, và tệp không kèm bằng chứng. Hãy xin bản có kèm bằng chứng thu hồi.',
    en: 'A timestamp proves that the signature is older than the certificate’s end, but its issuer ({about}) no longer tells whether an ended certificate had been revoked, and the file holds no evidence. Ask for a copy with that evidence.',
  },
} as const satisfies Record<string, Text>

export type CertificateReason = keyof typeof CERTIFICATE_REASON_WORDS

/** The same of a certificate that is used at this moment and not found on a document. */
export const CERTIFICATE_WORDS_NOW: Readonly<Record<string, Text>> = {
  'certificate-expired': {
    vi: 'Chứng thư đã hết hạn (ngày {about}). Hãy gia hạn với tổ chức chứng thực rồi dùng chứng thư mới.',
    en: 'The certificate has ended (on {about}). Renew it with your certification authority and use the new one.',
  },
  'issuer-expired': {
    vi: 'Chứng thư của cơ quan cấp ({about}) đã hết hạn. Hãy xin chứng thư mới ở tổ chức chứng thực.',
    en: 'The issuer’s certificate ({about}) has ended. Ask your certification authority for a new certificate.',
  },
  'not-yet-valid': {
    vi: 'Chứng thư chưa có hiệu lực. Hãy xem ngày bắt đầu hiệu lực rồi thử lại từ ngày đó.',
    en: 'The certificate is not yet in force. Look at its first day and try again from then on.',
  },
  revoked: {
    vi: 'Chứng thư đã bị thu hồi. Hãy dùng chứng thư khác, hoặc hỏi tổ chức chứng thực đã cấp.',
    en: 'The certificate has been revoked. Use another one, or ask the authority that issued it.',
  },
  'issuer-revoked': {
    vi: 'Chứng thư của cơ quan cấp ({about}) đã bị thu hồi. Hãy xin chứng thư mới ở tổ chức chứng thực.',
    en: 'The issuer’s certificate ({about}) has been revoked. Ask your certification authority for a new certificate.',
  },
  'weak-key': {
    vi: 'Khóa của chứng thư ({about}) quá ngắn để tin cậy. Hãy xin chứng thư có khóa dài hơn.',
    en: 'The certificate’s key ({about}) is too short to rely on. Ask for a certificate with a longer key.',
  },
  'issuer-missing': {
    vi: 'Thiếu chứng thư của cơ quan cấp ({about}) và cổng chưa lấy được. Hãy thử lại sau ít phút, hoặc xuất lại tệp chứng thư kèm đủ chuỗi chứng thư.',
    en: 'The issuer’s certificate ({about}) is missing and could not be had yet. Try again in a few minutes, or export the certificate file again with the whole chain.',
  },
  'issuer-missing-nowhere': {
    vi: 'Thiếu chứng thư của cơ quan cấp ({about}) và chứng thư không ghi nơi lấy. Hãy xuất lại tệp chứng thư kèm đủ chuỗi chứng thư.',
    en: 'The issuer’s certificate ({about}) is missing, and the certificate does not say where to get it. Export the certificate file again with the whole chain.',
  },
  'revocation-no-source': {
    vi: 'Chứng thư không ghi nơi tra cứu thu hồi nên cổng không thể tin cậy. Hãy dùng chứng thư khác.',
    en: 'The certificate names no place to ask whether it was revoked, so it cannot be relied on. Use another one.',
  },
} satisfies Partial<Record<CertificateReason, Text>>

/** Whether a reason speaks of the certificate and its issuers, not of the bytes signed. */
export const isAboutCertificate = (because: string): boolean => Object.hasOwn(CERTIFICATE_REASON_WORDS, because)

/** Whether more evidence of revocation could still decide. */
export const isRevocationOpen = (because: string): boolean => because.startsWith('revocation-')

/** The words with what they are about in their place. */
export function fillWords({ vi, en }: Text, about: string): Text {
  const fill = (text: string) => text.replaceAll('{about}', () => about)
  return { vi: fill(vi), en: fill(en) }
}
