import type { Text } from '@/lib/i18n'

export const WEEKDAYS: readonly Text[] = [
  { vi: 'Chủ nhật', en: 'Sunday' },
  { vi: 'thứ Hai', en: 'Monday' },
  { vi: 'thứ Ba', en: 'Tuesday' },
  { vi: 'thứ Tư', en: 'Wednesday' },
  { vi: 'thứ Năm', en: 'Thursday' },
  { vi: 'thứ Sáu', en: 'Friday' },
  { vi: 'thứ Bảy', en: 'Saturday' },
]

export const HOLIDAYS = {
  newYear: { vi: 'Tết Dương lịch', en: 'New Year’s Day' },
  tet: { vi: 'Tết Nguyên đán', en: 'Lunar New Year' },
  hungKings: { vi: 'Giỗ Tổ Hùng Vương', en: 'Hùng Kings’ Commemoration' },
  victory: { vi: 'Ngày Chiến thắng', en: 'Victory Day' },
  labour: { vi: 'Quốc tế Lao động', en: 'Labour Day' },
  national: { vi: 'Quốc khánh', en: 'National Day' },
  culture: { vi: 'Ngày Văn hóa Việt Nam', en: 'Vietnam Culture Day' },
} as const satisfies Record<string, Text>

export const COMPENSATION: Text = { vi: 'Nghỉ bù {name}', en: '{name} (day in lieu)' }

export const EXPLAIN = {
  accepted: { vi: 'Tiếp nhận {time} {weekday} {date}.', en: 'Accepted at {time} on {weekday} {date}.' },
  resumedFull: {
    vi: 'Hồ sơ được bổ sung đầy đủ lúc {time} {weekday} {date}: thời hạn tính lại từ đầu.',
    en: 'The dossier was completed at {time} on {weekday} {date}: the time limit starts again in full.',
  },
  movedDayOff: {
    vi: 'Đó là ngày nghỉ nên tính như tiếp nhận vào {time} {weekday} {date}.',
    en: 'That is a day off, so it counts as accepted at {time} on {weekday} {date}.',
  },
  movedClosed: {
    vi: 'Đã hết giờ làm việc nên tính như tiếp nhận vào {time} {weekday} {date}.',
    en: 'That is after closing time, so it counts as accepted at {time} on {weekday} {date}.',
  },
  movedEarly: {
    vi: 'Trước giờ làm việc nên tính từ {time} {weekday} {date}.',
    en: 'That is before opening time, so it counts from {time} on {weekday} {date}.',
  },
  movedShift: {
    vi: 'Tiếp nhận từ {cutoff} trở đi nên chuyển xử lý và tính từ {time} {weekday} {date}.',
    en: 'Accepted at or after {cutoff}, so it is passed on and counts from {time} on {weekday} {date}.',
  },
  WORKING_DAYS: {
    vi: 'Thời hạn {amount} ngày làm việc; không tính ngày tiếp nhận.',
    en: 'Time limit: {amount} working days; the day of acceptance is not counted.',
  },
  CALENDAR_DAYS: {
    vi: 'Thời hạn {amount} ngày (tính cả ngày nghỉ); không tính ngày tiếp nhận.',
    en: 'Time limit: {amount} calendar days; the day of acceptance is not counted.',
  },
  WORKING_HOURS: {
    vi: 'Thời hạn {amount} giờ làm việc, trong giờ {hours}.',
    en: 'Time limit: {amount} working hours, within {hours}.',
  },
  SAME_DAY: {
    vi: 'Giải quyết ngay trong ngày làm việc; tiếp nhận từ {cutoff} thì trả vào ngày làm việc tiếp theo.',
    en: 'Done the same working day; accepted at or after {cutoff} it is done the next working day.',
  },
  weekend: { vi: 'Bỏ qua thứ Bảy, Chủ nhật.', en: 'Saturdays and Sundays are skipped.' },
  holiday: { vi: 'Nghỉ lễ: {list}.', en: 'Public holidays skipped: {list}.' },
  swapped: { vi: 'Làm bù, vẫn tính là ngày làm việc: {list}.', en: 'Make-up working days, counted: {list}.' },
  rolled: {
    vi: 'Ngày cuối {date} là ngày nghỉ nên hạn là ngày làm việc tiếp theo.',
    en: 'The last day {date} is a day off, so the limit is the next working day.',
  },
  provisional: {
    vi: 'Lịch nghỉ năm {years} là dự kiến; ngày hẹn được thông báo lại nếu lịch thay đổi.',
    en: 'The holiday calendar of {years} is provisional; you are told if the date changes because of it.',
  },
  due: { vi: 'Hạn trả kết quả: {time} {weekday} {date}.', en: 'Due at {time} on {weekday} {date}.' },
  pausedSupplement: {
    vi: 'Dừng tính thời hạn từ {time} {weekday} {date} để chờ bổ sung hồ sơ.',
    en: 'The clock stopped at {time} on {weekday} {date}, waiting for the supplement.',
  },
  pausedPayment: {
    vi: 'Dừng tính thời hạn từ {time} {weekday} {date} để chờ thực hiện nghĩa vụ tài chính.',
    en: 'The clock stopped at {time} on {weekday} {date}, waiting for the payment.',
  },
  resumed: {
    vi: 'Tính tiếp từ {time} {weekday} {date}; thời gian chờ {waited} không tính vào thời hạn.',
    en: 'The clock went on at {time} on {weekday} {date}; the {waited} of waiting are not counted.',
  },
  waitedDays: { vi: '{count} ngày làm việc', en: '{count} working days' },
  waitedCalendarDays: { vi: '{count} ngày', en: '{count} days' },
  waitedMinutes: { vi: '{hours} giờ {minutes} phút làm việc', en: '{hours} h {minutes} min of working time' },
} as const satisfies Record<string, Text>

/** Names of the six classifications as people read them. */
export const STANDING_WORDS = {
  EARLY: { vi: 'Trước hạn', en: 'Early' },
  ON_TIME: { vi: 'Đúng hạn', en: 'On time' },
  LATE: { vi: 'Quá hạn', en: 'Late' },
  WITHIN: { vi: 'Trong hạn', en: 'Within the limit' },
  NEAR_DUE: { vi: 'Sắp đến hạn', en: 'Due soon' },
  OVERDUE: { vi: 'Quá hạn', en: 'Overdue' },
} as const satisfies Record<string, Text>
