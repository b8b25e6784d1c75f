import 'server-only'
import { inTransaction } from '@/db/client'
import { notices } from '@/db/schema/notices'
import type { Role } from '@/lib/access'
import { officersAt } from '@/lib/accounts/server'
import type { OfficerAtAgency } from '@/lib/accounts/server'
import { moment } from '@/lib/calendar'
import { DOSSIER_EVENTS, EVENT_FACTS } from '@/lib/dossiers'
import type { Dossier, DossierEvent, NoticeRule, NoticeWords, SupplementRequest } from '@/lib/dossiers'
import { dossierWithSupplement } from '@/lib/dossiers/server'
import type { Text } from '@/lib/i18n'
import { LOCALES, say } from '@/lib/i18n'
import { handlerOf, jobsOf } from '@/lib/ledger/server'
import type { Ctx } from '@/lib/ports'
import { deliverNotice } from './deliver-notice'
import { NOTICE_JOBS, openDeliveries } from './deliveries'

const LEADERS: readonly Role[] = ['agencyLeader', 'departmentHead']
const CASE_OFFICERS: readonly Role[] = ['caseOfficer', 'unitHead']

/** Writes the notices of an event, one a person, and opens their deliveries in the same transaction. */
export const writeNotices = handlerOf(DOSSIER_EVENTS, {
  task: 'notices.write',
  async run(ctx, event) {
    const facts = await dossierWithSupplement(ctx, event.subjectId)
    if (facts === null) return
    const values = valuesOf(facts)
    for (const { userId, words } of await audience(ctx, ruleFor(event), facts.dossier)) {
      await writeOne(ctx, { userId, title: fill(words.title, values), body: fill(words.body, values) }, event)
    }
  },
})

/** The applicant hears once that somebody works on it; who does so later stands on its page. */
function ruleFor(event: DossierEvent): NoticeRule {
  const { applicant, ...others }: NoticeRule = EVENT_FACTS[event.type].notice
  const isHandedOn = event.type === 'dossier.assigned' && event.data.previousAssigneeId !== null
  return isHandedOn || applicant === undefined ? others : { ...others, applicant }
}

async function writeOne(
  ctx: Ctx,
  notice: { userId: string; title: Text; body: Text },
  event: { eventId: string; subjectId: string },
): Promise<void> {
  const id = ctx.newId()
  const key = `${event.eventId}:${notice.userId}`
  await inTransaction(ctx, async (ctx) => {
    const written = await ctx.db
      .insert(notices)
      .values({ id, key, dossierId: event.subjectId, createdAt: ctx.now, ...notice })
      .onConflictDoNothing({ target: notices.key })
      .returning({ id: notices.id })
    if (written.length > 0) await openDeliveries(ctx, id)
  })
}

async function audience(
  ctx: Ctx,
  rule: NoticeRule,
  dossier: Dossier,
): Promise<{ userId: string; words: NoticeWords }[]> {
  const to = (words: NoticeWords | undefined, userIds: (string | null)[]) =>
    words === undefined ? [] : userIds.flatMap((userId) => (userId === null ? [] : [{ userId, words }]))
  const officers = async (words: NoticeWords | undefined, roles: readonly Role[]) =>
    words === undefined
      ? []
      : to(
          words,
          (await officersAt(ctx, dossier.agencyCode, roles)).map(({ userId }) => userId),
        )
  const everybody = [
    ...to(rule.applicant, [dossier.applicantId]),
    ...to(rule.assignee, rule.assignee === undefined ? [] : await inCharge(ctx, dossier)),
    ...(await officers(rule.leaders, LEADERS)),
    ...(await officers(rule.desk, ['oneStopOfficer'])),
  ]
  return everybody.filter(({ userId }, index) => everybody.findIndex((other) => other.userId === userId) === index)
}

/** Whoever works on it; where they no longer do, the heads of its unit, or the leaders of an agency that has none. */
async function inCharge(ctx: Ctx, { agencyCode, unitId, assigneeId }: Dossier): Promise<string[]> {
  const covering = (officers: OfficerAtAgency[]) =>
    officers
      .filter(({ coversAgency, unitIds }) => coversAgency || unitId === null || unitIds.includes(unitId))
      .map(({ userId }) => userId)
  const handlers = covering(await officersAt(ctx, agencyCode, CASE_OFFICERS))
  if (assigneeId !== null && handlers.includes(assigneeId)) return [assigneeId]
  const heads = covering(await officersAt(ctx, agencyCode, ['unitHead']))
  return heads.length > 0 ? heads : (await officersAt(ctx, agencyCode, LEADERS)).map(({ userId }) => userId)
}

function valuesOf({
  dossier,
  supplement,
}: {
  dossier: Dossier
  supplement: SupplementRequest | null
}): Record<string, Text> {
  const same = (text: string): Text => ({ vi: text, en: text })
  const at = (date: Date | null): Text => (date === null ? same('–') : inWords(date))
  return {
    code: same(dossier.dossierCode ?? dossier.submissionCode),
    procedure: dossier.procedureName,
    due: at(dossier.dueAt),
    intakeDue: at(dossier.intakeDueAt),
    supplementDue: at(supplement?.dueAt ?? null),
  }
}

function inWords(at: Date): Text {
  const { time, weekday, date } = moment(at)
  return { vi: `${time} ${weekday.vi} ${date}`, en: `${time} ${weekday.en} ${date}` }
}

function fill(text: Text, values: Record<string, Text>): Text {
  const [vi, en] = LOCALES.map((locale) =>
    say(text, locale, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value[locale]]))),
  )
  return { vi: vi ?? '', en: en ?? '' }
}

export const HANDLERS = [writeNotices]
export const JOBS = jobsOf(NOTICE_JOBS, { 'notices.deliver': deliverNotice })
