export {
  addWorkingDays,
  exceptionOn,
  hoursFrom,
  isProvisional,
  isWorkingDay,
  makeCalendar,
  workingDaysBetween,
} from './calendar'
export type { Calendar, Opening } from './calendar'
export { classify, classifyCompleted, countsAsOnTime, SUPPLEMENTS_ON_TIME } from './classify'
export type { Classification, Ends, Standing } from './classify'
export { pause, startClock } from './deadline'
export type { Deadline } from './deadline'
export { moment } from './explanation'
export { computedHolidays } from './holidays'
export type { CalendarDay } from './holidays'
export { addDays, formatDate, formatDay, formatTime, instant, localDate, minuteOfDay, parseTime } from './local-date'
export type { LocalDate, TimeOfDay } from './local-date'
export { lunarDate, solarDate, tet } from './lunar'
export type { LunarDate } from './lunar'
export { addWorkingMinutes, workingMinutesBetween } from './office-hours'
export { AFTER_SUPPLEMENT, DEADLINE_UNITS, PAUSE_CAUSES, deadlinePolicy } from './policy'
export type { AfterSupplement, DeadlinePolicy, DeadlineUnit, PauseCause } from './policy'
export { projectDeadline as projected, resume } from './resume'
export type { TraceDay } from './trace'
export { STANDING_WORDS } from './words'
