import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paymentReceipts, payments } from '@/db/schema/payments'
import { database } from '@/lib/testing'
import type { TestDatabase } from '@/lib/testing'
import { PAYMENT_STATES, RECEIPT_STATES } from './lifecycle'

const NOW = new Date('2026-11-21T10:30:00Z')
const UNIQUE = { cause: { code: '23505' } }
const CHECK = { cause: { code: '23514' } }
const NOT_ALLOWED = { cause: { code: '42501' } }

describe('the tables of payments', () => {
  let test: TestDatabase
  beforeAll(async () => {
    test = await database({ seeded: false })
  })
  afterAll(() => test.close())

  async function order(more: Partial<typeof payments.$inferInsert> = {}) {
    const id = randomUUID()
    const reference = id.replaceAll('-', '')
    const times = { createdAt: NOW, expiresAt: NOW, changedAt: NOW }
    const row = { id, obligation: id, gateway: 'vnpay', reference, amount: 135_000, state: 'begun', ...times, ...more }
    await test.db.insert(payments).values(row)
    return row
  }

  async function money(paymentId: string, more: Partial<typeof paymentReceipts.$inferInsert> = {}) {
    const times = { receivedAt: NOW, changedAt: NOW }
    const row = { gateway: 'vnpay', transaction: randomUUID(), paymentId, amount: 135_000, state: 'counted', ...times }
    await test.db.insert(paymentReceipts).values({ ...row, ...more })
    return { ...row, ...more }
  }

  it('take every state of the life-cycles and no other', async () => {
    for (const state of PAYMENT_STATES) await order({ state })
    await expect(order({ state: 'settled' })).rejects.toMatchObject(CHECK)
    const { id } = await order()
    for (const state of RECEIPT_STATES) await money(id, { state, reason: state === 'counted' ? null : 'paid-twice' })
    await expect(money(id, { state: 'lost', reason: 'paid-twice' })).rejects.toMatchObject(CHECK)
  })

  it('let one order of an obligation stand, and another once it is cancelled', async () => {
    await order({ obligation: 'fee', state: 'cancelled' })
    await order({ obligation: 'fee', state: 'failed' })
    await expect(order({ obligation: 'fee' })).rejects.toMatchObject(UNIQUE)
  })

  it('keep money reported twice once, and let one receipt count for an order', async () => {
    const [{ id }, { id: other }] = [await order(), await order()]
    const { transaction } = await money(id)
    await expect(money(other, { transaction })).rejects.toMatchObject(UNIQUE)
    await expect(money(id)).rejects.toMatchObject(UNIQUE)
    await money(id, { state: 'refund_due', reason: 'paid-twice' })
  })

  it('refuse a receipt that goes back without a reason, or of another gateway than its order', async () => {
    const { id } = await order()
    await expect(money(id, { state: 'refund_due' })).rejects.toMatchObject(CHECK)
    await expect(money(id, { reason: 'paid-twice' })).rejects.toMatchObject(CHECK)
    await expect(money(id, { gateway: 'dvcqg' })).rejects.toMatchObject({ cause: { code: '23503' } })
  })

  it('let the application move things on, but never change what was ordered or came, nor delete it', async () => {
    const { id } = await order()
    await money(id)
    await test.db.update(payments).set({ state: 'paid', version: 2 }).where(eq(payments.id, id))
    const owed = { state: 'refund_due', reason: 'returned-by-law' }
    await test.db.update(paymentReceipts).set(owed).where(eq(paymentReceipts.paymentId, id))
    await expect(test.db.update(payments).set({ amount: 1 })).rejects.toMatchObject(NOT_ALLOWED)
    await expect(test.db.update(paymentReceipts).set({ amount: 1 })).rejects.toMatchObject(NOT_ALLOWED)
    await expect(test.db.delete(payments)).rejects.toMatchObject(NOT_ALLOWED)
    await expect(test.db.delete(paymentReceipts)).rejects.toMatchObject(NOT_ALLOWED)
  })
})
