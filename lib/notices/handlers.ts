import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { notices } from '@/db/schema/notices'
import type { Role } from '@/lib/access'
import { contactOf, officersAt } from '@/lib/accounts/server'
import type { OfficerAtAgency } from '@/lib/accounts/server'
import { moment } from '@/lib/calendar'
import { EVENTS, paths } from '@/lib/dossiers'
import type { Dossier, EventType, SupplementRequest } from '@/lib/dossiers'
import { dossierWithSupplement } from '@/lib/dossiers/server'
import type { Text } from '@/lib/i18n'
import { LOCALES, say } from '@/lib/i18n'
import { addJob } from '@/lib/ledger/server'
import type { Ctx, Handler, Happening, Jobs } from '@/lib/ports'
import { NOTICES } from './words'
import type { NoticeRule, NoticeWords } from './words'

const LEADERS: readonly Role[] = ['agencyLeader', 'departmentHead']
const CASE_OFFICERS: readonly Role[] = ['caseOfficer', 'unitHead']

/** Writes the notices of an event, one a person, and queues their mails in the same transaction. */
export const writeNotices: Handler = {
  task: 'notices.write',
  on: EVENTS,
  async run(ctx, happening) {
    const type = EVENTS.find((event) => event === happening.type)
    const found = await dossierWithSupplement(ctx, happening.subject.id)
    if (type === undefined || found === null) return
    const values = valuesOf(found)
    for (const { userId, words } of await audience(ctx, ruleFor(type, happening), found.dossier)) {
      await writeOne(ctx, { userId, title: fill(words.title, values), body: fill(words.body, values) }, happening)
    }
  },
}

/** The applicant hears once that somebody works on it; who does so later stands on its page. */
function ruleFor(type: EventType, { data }: Happening): NoticeRule {
  const { applicant, ...others }: NoticeRule = NOTICES[type]
  const isHandedOn = type === 'dossier.assigned' && typeof data['previousAssigneeId'] === 'string'
  return isHandedOn || applicant === undefined ? others : { ...others, applicant }
}

async function writeOne(
  ctx: Ctx,
  notice: { userId: string; title: Text; body: Text },
  happening: Happening,
): Promise<void> {
  const id = ctx.newId()
  const key = `${happening.eventId}:${notice.userId}`
  await ctx.db.transaction(async (tx) => {
    const written = await tx
      .insert(notices)
      .values({ id, key, dossierId: happening.subject.id, createdAt: ctx.now, ...notice })
      .onConflictDoNothing({ target: notices.key })
      .returning({ id: notices.id })
    if (written.length > 0) await addJob(tx, 'notices.mail', { noticeId: id }, { key: `mail:${id}` })
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

/** Applicants choose in the form where they are told about that dossier. */
function chosenEmail(dossier: Dossier | null, { userId }: { userId: string }): string | null {
  const chosen = dossier?.applicantId === userId ? dossier.answers['contact.email'] : undefined
  return typeof chosen === 'string' && chosen !== '' ? chosen : null
}

/** The page on which whoever is told sees the dossier: applicants theirs, officers their desk's. */
function pageFor(userId: string, { id, applicantId, submitterId }: Dossier): string {
  return userId === applicantId || userId === submitterId ? paths.dossier(id) : paths.officerDossier(id)
}

const payload = z.object({ noticeId: z.uuid() })

/** Job `notices.mail`: sends one notice by mail, once; a mail server that is down makes the job come again. */
export async function mailNotice(ctx: Ctx, given: unknown): Promise<void> {
  const { noticeId } = payload.parse(given)
  const [notice] = await ctx.db
    .select()
    .from(notices)
    .where(and(eq(notices.id, noticeId), isNull(notices.mailedAt)))
    .limit(1)
  if (notice === undefined) return
  const contact = await contactOf(ctx, notice.userId)
  const found = notice.dossierId === null ? null : await dossierWithSupplement(ctx, notice.dossierId)
  const to = chosenEmail(found?.dossier ?? null, notice) ?? contact.email
  if (to === null) return
  const link = found === null ? '' : `\n\n${ctx.ports.origin}${pageFor(notice.userId, found.dossier)}`
  const sections = LOCALES.map((locale) => notice.body[locale])
  await ctx.ports.mailer.send({
    key: `notice-${notice.id}`,
    to,
    subject: notice.title[contact.locale],
    text: `${sections.join('\n\n')}${link}\n\nMột Cửa – Cổng dịch vụ công. Thư tự động, không cần trả lời.`,
  })
  await ctx.db.update(notices).set({ mailedAt: ctx.now }).where(eq(notices.id, noticeId))
}

export const HANDLERS = [writeNotices]
export const JOBS = { 'notices.mail': mailNotice } satisfies Jobs
