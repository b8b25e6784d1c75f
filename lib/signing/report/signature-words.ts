import type { Text } from '@/lib/i18n'
import { isAboutCertificate } from '@/lib/pades'
import type { SignatureEntry } from './report'

const OFFSET_MS = 7 * 3_600_000

/** "09:15:00 20/11/2026 (+07:00)": a moment as Decree 30/2020/NĐ-CP writes the time of signing. */
export function exactMoment(iso: string): string {
  const [date = '', time = ''] = new Date(Date.parse(iso) + OFFSET_MS).toISOString().split('T')
  return `${time.slice(0, 8)} ${date.split('-').reverse().join('/')} (+07:00)`
}

/** When it was signed and who vouches for that. */
export function signingTimeWords({ kind, provenTime, claimedTime, timestamps }: SignatureEntry): Text {
  const trusted = timestamps.find((stamp) => stamp.trusted)
  if (kind === 'timestamp' && claimedTime !== null) {
    return { vi: exactMoment(claimedTime), en: exactMoment(claimedTime) }
  }
  if (trusted !== undefined) {
    const [time, by] = [exactMoment(trusted.time), commonNameIn(trusted.authority ?? '')]
    return { vi: `${time}, do dấu thời gian chứng minh: ${by}`, en: `${time}, proven by a timestamp: ${by}` }
  }
  if (provenTime !== null) {
    const time = exactMoment(provenTime)
    return {
      vi: `Không muộn hơn ${time} (dấu thời gian của tài liệu)`,
      en: `Not later than ${time} (document timestamp)`,
    }
  }
  if (claimedTime === null) return { vi: 'Chữ ký không ghi thời điểm ký', en: 'The signature states no time' }
  const time = exactMoment(claimedTime)
  const unproven = unprovenTimeWords(timestamps)
  return {
    vi: `${time}, theo đồng hồ máy của người ký; ${unproven.vi}`,
    en: `${time} by the signer’s own clock; ${unproven.en}`,
  }
}

/** That nothing proves the time: no timestamp, or one that is not trusted and why. */
function unprovenTimeWords([stamp]: SignatureEntry['timestamps']): Text {
  if (stamp === undefined) return { vi: 'không có dấu thời gian chứng minh', en: 'no timestamp proves it' }
  const { reason } = stamp
  return {
    vi: `có dấu thời gian nhưng chưa tin cậy được: ${reason.vi}`,
    en: `there is a timestamp that cannot be relied on yet: ${reason.en}`,
  }
}

/** People read the name of an authority, not its whole distinguished name. */
function commonNameIn(subject: string): string {
  return /(?:^|,\s*)CN=((?:\\.|[^,\\])+)/.exec(subject)?.[1] ?? subject
}

/** Whether what was signed is still what it was. */
export function integrityWords({ intact, coverage, laterChanges }: SignatureEntry): Text {
  if (!intact)
    return {
      vi: 'KHÔNG toàn vẹn: nội dung tệp không khớp với chữ ký',
      en: 'NOT intact: the content does not match the signature',
    }
  if (coverage === 'partial')
    return { vi: 'Chữ ký chỉ bao trùm một phần tệp', en: 'The signature covers only a part of the file' }
  return {
    none: { vi: 'Toàn vẹn: không một byte nào thay đổi sau khi ký', en: 'Intact: not one byte changed after signing' },
    allowed: {
      vi: 'Toàn vẹn: phần đã ký không thay đổi; sau đó chỉ có bổ sung được phép',
      en: 'Intact: what was signed is unchanged; only permitted additions followed',
    },
    forbidden: {
      vi: 'Văn bản đã bị thay đổi sau khi ký ngoài phạm vi được phép',
      en: 'The document was changed after signing in a way that is not permitted',
    },
  }[laterChanges]
}

/** Whether the certificate was good when it signed. */
export function certificateWords({ verdict, reason }: SignatureEntry): Text {
  if (verdict === 'TOTAL_PASSED') {
    return {
      vi: 'Còn hiệu lực và không bị thu hồi tại thời điểm ký',
      en: 'In force and not revoked at the time of signing',
    }
  }
  if (isAboutCertificate(reason.code)) return { vi: reason.vi, en: reason.en }
  return { vi: 'Không xét, vì chữ ký có lỗi khác', en: 'Not judged, as the signature has another fault' }
}

/** "Nguyễn Văn An", "Lê Hoàng Nam, Giám đốc, Công ty ...", or what the certificate says instead. */
export function signerWords({ signer }: SignatureEntry): Text {
  if (signer === null) return { vi: 'Không rõ người ký', en: 'Signer not known' }
  const parts = [signer.name, signer.title, signer.organisation === signer.name ? null : signer.organisation]
  const signerLine = parts.filter((part) => part !== null).join(', ') || signer.subject
  return { vi: signerLine, en: signerLine }
}

const ID_WORDS = {
  taxCode: { vi: 'MST', en: 'tax code' },
  personalId: { vi: 'số định danh', en: 'personal number' },
} as const

/** "MST 0312687878", one after the other. */
export function signerIdWords({ signer }: SignatureEntry): Text {
  const ids = signer?.ids ?? []
  const idLine = (locale: 'vi' | 'en') => ids.map(({ kind, value }) => `${ID_WORDS[kind][locale]} ${value}`).join(', ')
  return { vi: idLine('vi'), en: idLine('en') }
}
