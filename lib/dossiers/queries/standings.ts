import 'server-only'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { agencies } from '@/db/schema/reference'
import { dossiers } from '@/db/schema/dossiers'
import type { Actor, Role } from '@/lib/access'
import { holdsAnywhere } from '@/lib/access'
import type { DomainError, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import type { Ctx } from '@/lib/ports'
import { finishedOnTime, openAndOverdue } from './counted-query'

const WATCHERS: readonly Role[] = ['nationalOverseer', 'taskforceMember']
const MOST = 200
const DAY = 86_400_000

/** Whether somebody watches how agencies keep their terms; they see numbers, nobody's dossier. */
export const watches = (actor: Actor): boolean => holdsAnywhere(actor, WATCHERS)

const standing = z.object({
  agencyCode: z.string(),
  name: z.object({ vi: z.string(), en: z.string() }),
  waiting: z.int(),
  open: z.int(),
  /** Past its term, or asked for a supplement too often. */
  overdue: z.int(),
  /** With a result since the days counted back, and those of them on time. */
  finished: z.int(),
  onTime: z.int(),
})
export type AgencyStanding = z.infer<typeof standing>

/** How far back results are counted. */
export const DAYS_COUNTED = 30

/** What agencies have before them now: to be accepted, in all, and overdue; what they finished lately; the most overdue first. */
export async function agencyStandings(ctx: Ctx): Promise<Result<AgencyStanding[], DomainError>> {
  if (!watches(ctx.actor)) return err({ code: 'forbidden' })
  const from = new Date(ctx.now.getTime() - DAYS_COUNTED * DAY).toISOString()
  const rows = await ctx.db.execute(sql`
    with before_them as (
      select ${dossiers.agencyCode} as code, count(*) as open, count(*) filter (where ${dossiers.state} = 'submitted') as waiting,
        count(*) filter (where ${openAndOverdue(ctx.now)}) as overdue
      from ${dossiers} where ${dossiers.actBy} is not null group by 1),
    lately as (
      select ${dossiers.agencyCode} as code, count(*) as finished, count(*) filter (where ${finishedOnTime}) as "onTime"
      from ${dossiers} where ${dossiers.completedAt} >= ${from}::timestamptz group by 1),
    counted as (
      select code, coalesce(open, 0)::int as open, coalesce(waiting, 0)::int as waiting, coalesce(overdue, 0)::int as overdue,
        coalesce(finished, 0)::int as finished, coalesce("onTime", 0)::int as "onTime"
      from before_them full join lately using (code))
    select counted.*, code as "agencyCode", coalesce((select name from ${agencies} as agency
      where agency.code = counted.code order by effective_from desc limit 1), jsonb_build_object('vi', code, 'en', code)) as name
    from counted order by overdue desc, open desc, finished desc, code limit ${MOST}`)
  return ok(z.array(standing).parse([...rows]))
}
