import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Person } from '@/lib/access'
import { seal } from '@/lib/accounts/server'
import { err } from '@/lib/kernel'
import type { DeliveryFailure, Mail } from '@/lib/ports'
import type { TestDatabase } from '@/lib/testing'
import { aCitizen, aQueuedEvent, anOfficer, database, mailbox, testCtx } from '@/lib/testing'
import { MOST_ATTEMPTS } from './delivery'
import { deliverNotice } from './deliver-notice'
import { writeNotices } from './handlers'
import { aDossier, DOSSIER } from './notice.fixture'
import { redeliver, undeliveredNotices } from './server'

const START = new Date('2026-03-10T03:00:00Z')
const delivery = z.object({
  state: z.string(),
  attempts: z.number(),
  reason: z.string().nullable(),
  code: z.string().nullable(),
})

describe('a notice is delivered', () => {
  let test: TestDatabase
  let an: Person
  let box = mailbox()
  beforeAll(async () => {
    test = await database()
    an = await aCitizen(testCtx(test.db))
    await aDossier(test, an)
  })
  beforeEach(() => {
    box = mailbox()
  })
  afterAll(() => test.close())

  /** The worker so many seconds after the start. */
  function worker(seconds = 0, mailer: Pick<typeof box, 'send'> = box) {
    const ctx = testCtx(test.db, { kind: 'worker', name: 'test' }, new Date(START.getTime() + seconds * 1000))
    return { ...ctx, ports: { ...ctx.ports, mailer } }
  }

  /** A notice of something new to `userId`, and how to deliver it by mail. */
  async function aNotice(userId = an.userId) {
    const eventId = randomUUID()
    await writeNotices.run(worker(), aQueuedEvent('dossier.submitted', DOSSIER, eventId))
    const [row] = await test.sql`select id from notices where key = ${`${eventId}:${userId}`}`
    return { noticeId: String(row?.['id']), channel: 'mail' } as const
  }

  async function storedDelivery({ noticeId, channel }: { noticeId: string; channel: string }) {
    const rows = await test.sql`
      select state, attempts, reason, code from notice_deliveries where notice_id = ${noticeId} and channel = ${channel}`
    return delivery.parse(rows[0])
  }

  async function jobsOf({ noticeId }: { noticeId: string }) {
    const rows = await test.sql`
      select key, run_at, max_attempts from graphile_worker.jobs where key = ${`deliver:${noticeId}:mail`}`
    return z.array(z.object({ run_at: z.date(), max_attempts: z.number() })).parse([...rows])
  }

  const failing = (reason: DeliveryFailure['reason']) => ({
    send: () => Promise.resolve(err({ reason, code: '421' })),
  })

  describe('in the portal', () => {
    it('given it is written: delivered with it, without a job', async () => {
      const { noticeId } = await aNotice()
      expect(await storedDelivery({ noticeId, channel: 'in_app' })).toMatchObject({ state: 'delivered', attempts: 0 })
      const rows = await test.sql`select 1 from graphile_worker.jobs where key = ${`deliver:${noticeId}:in_app`}`
      expect(rows).toHaveLength(0)
    })
  })

  describe('by mail', () => {
    it('given it is written: waits, with as many tries as the table knows', async () => {
      const mail = await aNotice()
      expect(await storedDelivery(mail)).toEqual({ state: 'waiting', attempts: 0, reason: null, code: null })
      expect(await jobsOf(mail)).toMatchObject([{ max_attempts: MOST_ATTEMPTS }])
    })

    it('once, with a link and nothing of the dossier’s content, however often the job runs', async () => {
      const mail = await aNotice()
      await deliverNotice(worker(), mail)
      await deliverNotice(worker(), mail)
      expect(box.sent).toHaveLength(1)
      expect(box.sent[0]).toMatchObject({ to: 'an@example.vn', subject: 'Đã nộp hồ sơ ABCDEFGH12' })
      expect(box.sent[0]?.text).toContain(`/ho-so/${DOSSIER}`)
      expect(box.sent[0]?.text).not.toContain('001090000001')
      expect(await storedDelivery(mail)).toMatchObject({ state: 'delivered', attempts: 1 })
    })

    it('leads officers to their desk, not to the applicant’s page', async () => {
      const { userId: owner } = await anOfficer(test.db, 'hoa.nguyen')
      const ctx = worker()
      const facts = JSON.stringify({ 'person.email': 'hoa@example.vn' })
      const sealed = seal(ctx.ports.secrets.personalData, { purpose: 'facts', owner }, facts, ctx.random(16))
      await test.sql`insert into identities (user_id, issuer, subject, assurance, identifier_hash, facts_sealed, refreshed_at)
        values (${owner}, 'test', 'hoa', 2, 'none', ${Buffer.from(sealed)}, now())`
      await deliverNotice(ctx, await aNotice(owner))
      expect(box.sent).toMatchObject([{ to: 'hoa@example.vn' }])
      expect(box.sent[0]?.text).toContain(`http://localhost:3000/can-bo/ho-so/${DOSSIER}`)
      await test.sql`delete from identities where user_id = ${owner}`
    })

    it('given the applicant chose an address in the form: there, and nobody else’s mail with it', async () => {
      const [revision] = await test.sql`select id from procedure_revisions where procedure_code = '1.002809' limit 1`
      const answers = test.sql.json({ 'contact.email': 'noi.khac@example.vn' })
      await test.sql`update dossiers set revision_id = ${String(revision?.['id'])}, answers = ${answers} where id = ${DOSSIER}`
      await deliverNotice(worker(), await aNotice())
      await deliverNotice(worker(), await aNotice((await anOfficer(test.db, 'hoa.nguyen')).userId))
      expect(box.sent.map(({ to }) => to)).toEqual(['noi.khac@example.vn'])
      await test.sql`update dossiers set answers = '{}' where id = ${DOSSIER}`
    })

    it('given nobody can be written to: skipped, with the reason', async () => {
      const mail = await aNotice((await anOfficer(test.db, 'hoa.nguyen')).userId)
      await deliverNotice(worker(), mail)
      expect(box.sent).toEqual([])
      expect(await storedDelivery(mail)).toMatchObject({ state: 'skipped', reason: 'no-address' })
    })

    it('given the server is down, then back: one mail', async () => {
      const mail = await aNotice()
      await expect(deliverNotice(worker(0, failing('unavailable')), mail)).rejects.toThrow('mail: unavailable (421)')
      expect(await storedDelivery(mail)).toEqual({ state: 'waiting', attempts: 1, reason: 'unavailable', code: '421' })
      await deliverNotice(worker(3), mail)
      await deliverNotice(worker(6), mail)
      expect(box.sent).toHaveLength(1)
      expect(await storedDelivery(mail)).toEqual({ state: 'delivered', attempts: 2, reason: null, code: null })
    })

    it('given it crashed between sending and noting: sent again only when its time is over, under the same key', async () => {
      const mail = await aNotice()
      const crash = {
        send: async (sent: Mail) => {
          await box.send(sent)
          throw new Error('killed')
        },
      }
      await expect(deliverNotice(worker(0, crash), mail)).rejects.toThrow('killed')
      await deliverNotice(worker(30), mail)
      expect(box.sent).toHaveLength(1)
      expect((await jobsOf(mail))[0]?.run_at).toEqual(new Date(START.getTime() + 60_000))
      await deliverNotice(worker(60), mail)
      expect(new Set(box.sent.map(({ key }) => key))).toEqual(new Set([`notice-${mail.noticeId}`]))
      expect(await storedDelivery(mail)).toMatchObject({ state: 'delivered', attempts: 2 })
    })

    it('given two workers at once: one mail', async () => {
      const mail = await aNotice()
      await Promise.all([1, 2, 3, 4].map(() => deliverNotice(worker(), mail)))
      expect(box.sent).toHaveLength(1)
      expect(await storedDelivery(mail)).toMatchObject({ state: 'delivered', attempts: 1 })
    })

    it('given one that was thought dead comes back late: what happened since stays', async () => {
      const mail = await aNotice()
      const late = {
        send: async () => {
          await deliverNotice(worker(61), mail)
          return err({ reason: 'address-refused', code: '550' } as const)
        },
      }
      await deliverNotice(worker(0, late), mail)
      expect(await storedDelivery(mail)).toMatchObject({ state: 'delivered', attempts: 2 })
    })
  })

  describe('or not, and those who run the portal see it', () => {
    const administrator = async () => testCtx(test.db, await anOfficer(test.db, 'quan.tri'))
    const undeliveredOf = async ({ noticeId }: { noticeId: string }) => {
      const all = await undeliveredNotices(await administrator())
      return all.ok ? all.value.filter((delivery) => delivery.noticeId === noticeId) : []
    }

    it('given the address is refused: not tried again, told why, and sent once more when asked', async () => {
      const mail = await aNotice()
      await deliverNotice(worker(0, failing('address-refused')), mail)
      await deliverNotice(worker(5), mail)
      expect(box.sent).toEqual([])
      const [line] = await undeliveredOf(mail)
      expect(line).toMatchObject({ on: { en: 'Mail' }, state: { en: 'Refused' }, code: '421', attempts: 1 })
      expect(line?.why.en).toContain('this address takes nothing')
      expect(JSON.stringify(line)).not.toContain('an@example.vn')

      expect(await redeliver(await administrator(), mail)).toEqual({ ok: true, value: null })
      expect(await undeliveredOf(mail)).toEqual([])
      expect(await jobsOf(mail)).toHaveLength(1)
      await deliverNotice(worker(9), mail)
      expect(box.sent).toHaveLength(1)
    })

    it('given every try failed: given up, and taken up again where its job is', async () => {
      const mail = await aNotice()
      for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
        expect(await undeliveredOf(mail)).toEqual([])
        await expect(deliverNotice(worker(attempt, failing('not-let-in')), mail)).rejects.toThrow('not-let-in')
      }
      expect(await undeliveredOf(mail)).toMatchObject([{ state: { en: 'Failed' }, attempts: MOST_ATTEMPTS }])
      await deliverNotice(worker(100), mail)
      expect(box.sent).toHaveLength(1)
      expect(await storedDelivery(mail)).toMatchObject({ state: 'delivered' })
    })

    it('nobody else sees it or sends it again, and what arrived is not sent again', async () => {
      const mail = await aNotice()
      await deliverNotice(worker(), mail)
      expect(await redeliver(await administrator(), mail)).toMatchObject({ ok: false, error: { code: 'not-found' } })
      const others = [testCtx(test.db, an), testCtx(test.db, await anOfficer(test.db, 'hoa.nguyen')), testCtx(test.db)]
      for (const other of others) {
        expect(await undeliveredNotices(other)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
        expect(await redeliver(other, mail)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
      }
    })
  })

  it('is never deleted by the application', async () => {
    await expect(test.db.execute('delete from notice_deliveries')).rejects.toMatchObject({ cause: { code: '42501' } })
  })
})
