import 'server-only'
import { sql } from 'drizzle-orm'
import type { AnyColumn, SQL } from 'drizzle-orm'
import { dossiers } from '@/db/schema/dossiers'
import { SUPPLEMENTS_ON_TIME } from '@/lib/calendar'

const askedTooOften = sql`${dossiers.supplementCount} > ${SUPPLEMENTS_ON_TIME}`

/** Of dossiers that wait for their agency, those `isCountedOverdue` counts. */
export const openAndOverdue = (now: Date): SQL =>
  sql`(${dossiers.actBy} < ${now.toISOString()}::timestamptz or ${askedTooOften})`

const dayOf = (at: AnyColumn) => sql`(${at} at time zone 'Asia/Ho_Chi_Minh')::date`

/** Of dossiers that have their result, those `isCountedOverdue` does not count. A term in days ends with its last day. */
export const finishedOnTime: SQL = sql`(not ${askedTooOften} and case
  when ${dossiers.deadline} -> 'policy' ->> 'unit' = 'WORKING_HOURS' then ${dossiers.completedAt} <= ${dossiers.dueAt}
  else ${dayOf(dossiers.completedAt)} <= ${dayOf(dossiers.dueAt)} end)`
