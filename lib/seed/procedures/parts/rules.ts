import { deadlinePolicy } from '@/lib/calendar'
import type { Ground, TimeLimit } from '@/lib/catalogue'
import type { Text } from '@/lib/i18n'
import { t } from './text'

type Window = { from?: string; to?: string; note?: Text; ground?: string }
type Mark = TimeLimit['confidence']

/** A limit of whole working days. */
export function workingDays(amount: number, source: string, confidence: Mark, window: Window = {}): TimeLimit {
  return { ...window, policy: deadlinePolicy({ unit: 'WORKING_DAYS', amount }), source, confidence }
}

/** Within the day; what comes after 15:00 is due on the next working day. */
export function sameDay(source: string, confidence: Mark, window: Window = {}): TimeLimit {
  return { ...window, policy: deadlinePolicy({ unit: 'SAME_DAY', amount: 1 }), source, confidence }
}

export function workingHours(amount: number, source: string, confidence: Mark, window: Window = {}): TimeLimit {
  return { ...window, policy: deadlinePolicy({ unit: 'WORKING_HOURS', amount }), source, confidence }
}

export function calendarDays(amount: number, source: string, confidence: Mark, window: Window = {}): TimeLimit {
  return { ...window, policy: deadlinePolicy({ unit: 'CALENDAR_DAYS', amount }), source, confidence }
}

/** Why an officer may ask for more (form 02: thiếu, sai, mờ, hết hạn, không khớp). */
export const SUPPLEMENT_REASONS: Ground[] = [
  { code: 'MISSING', words: t('Còn thiếu', 'Missing') },
  { code: 'WRONG', words: t('Chưa đúng', 'Not correct') },
  { code: 'ILLEGIBLE', words: t('Mờ, không đọc được', 'Illegible') },
  { code: 'EXPIRED', words: t('Đã hết hạn', 'Expired') },
  { code: 'MISMATCH', words: t('Không khớp với dữ liệu khác', 'Does not match other data') },
]

/** Grounds every procedure knows. */
export const COMMON_REFUSALS: Ground[] = [
  {
    code: 'NOT_COMPETENT',
    words: t('Không thuộc thẩm quyền giải quyết của cơ quan', 'Outside the agency’s competence'),
  },
  {
    code: 'NOT_SUPPLEMENTED',
    words: t('Không bổ sung đủ hồ sơ trong thời hạn', 'Not completed within the time given'),
  },
  {
    code: 'CONDITION_NOT_MET',
    words: t('Không đáp ứng yêu cầu, điều kiện của thủ tục', 'A condition of the procedure is not met'),
  },
]

export const DOMAIN = 'Tài liệu khảo sát nghiệp vụ 21/11/2026'
export const VERIFIED_ON = '2026-11-21'
