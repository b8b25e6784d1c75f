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

const WATCHERS: readonly Role[] = ['nationalOverseer', 'taskforceMember']
const MOST = 200

/** Whether somebody watches how agencies keep their terms; they see numbers, nobody's dossier. */
export const watches = (actor: Actor): boolean => holdsAnywhere(actor, WATCHERS)

const standing = z.object({
  agencyCode: z.string(),
  name: z.object({ vi: z.string(), en: z.string() }),
  waiting: z.int(),
  open: z.int(),
  overdue: z.int(),
})
export type AgencyStanding = z.infer<typeof standing>

/** What agencies have before them now: to be accepted, in all, and past its term; the most overdue first. */
export async function agencyStandings(ctx: Ctx): Promise<Result<AgencyStanding[], DomainError>> {
  if (!watches(ctx.actor)) return err({ code: 'forbidden' })
  const rows = await ctx.db.execute(sql`
    with counted as (
      select ${dossiers.agencyCode} as code, count(*) as open, count(*) filter (where ${dossiers.state} = 'submitted') as waiting,
        count(*) filter (where ${dossiers.actBy} < ${ctx.now.toISOString()}::timestamptz) as overdue
      from ${dossiers} where ${dossiers.actBy} is not null group by 1)
    select code as "agencyCode", open::int, waiting::int, overdue::int, coalesce((select name from ${agencies} as agency
      where agency.code = counted.code order by effective_from desc limit 1), jsonb_build_object('vi', code, 'en', code)) as name
    from counted order by overdue desc, open desc, code limit ${MOST}`)
  return ok(z.array(standing).parse([...rows]))
}
