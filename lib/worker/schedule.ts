/** What runs by the clock: a task of `JOBS` and when, as a crontab line in UTC. */
export type ScheduleRow = { task: string; at: string }

export const SCHEDULE: readonly ScheduleRow[] = [
  { task: 'forgetDeliveries', at: '17 19 * * *' },
  { task: 'signing.renew', at: '41 18 * * *' },
  { task: 'signing.forgetReports', at: '*/10 * * * *' },
]
