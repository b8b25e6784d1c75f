import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDong } from '@/lib/kernel'
import type { Dong } from '@/lib/kernel'
import type { PaymentOutcome, PaymentReport } from '@/lib/ports'
import { PAYMENT_LIFECYCLE, PAYMENT_STATES, RECEIPT_LIFECYCLE, RECEIPT_STATES, step, stepReceipt } from './lifecycle'
import type { PaymentCommand, PaymentState, ReceiptCommand, ReceiptState } from './lifecycle'
import { paymentBegun, paymentCancelled, paymentExpired } from './order'
import { applied, receiptsAfter } from './payment'
import type { Payment, PaymentEvent, Receipt } from './payment'
import { paymentReturned, refundRequested, refundReported } from './refund'
import { paymentReported } from './report-payment'

const NOW = new Date('2026-11-21T10:30:00Z')
const END = new Date('2026-11-21T10:45:00Z')

function dong(amount: number): Dong {
  if (!isDong(amount)) throw new Error(`${String(amount)} đồng`)
  return amount
}

const payment = (state: PaymentState): Payment => ({
  ...{ reference: 'G0129261121000101', amount: dong(135_000), state, expiresAt: state === 'due' ? null : END },
})
const report = (more: Partial<PaymentReport> = {}): PaymentReport => ({
  ...{ reference: 'G0129261121000101', transaction: '14226112', amount: dong(135_000), outcome: 'paid', at: NOW },
  ...more,
})
const receipt = (state: ReceiptState, more: Partial<Receipt> = {}): Receipt => ({
  ...{ transaction: '14226112', amount: dong(135_000), at: NOW, state },
  ...{ reason: state === 'counted' ? null : 'paid-twice' },
  ...more,
})

it('an amount is whole đồng, more than none', () => {
  expect([1, 135_000].every(isDong)).toBe(true)
  expect([0, -1, 0.5, Number.NaN, Infinity, 2 ** 53].some(isDong)).toBe(false)
})

describe('the tables', () => {
  const payCommands = [...new Set(PAYMENT_LIFECYCLE.map(([, command]) => command))]
  const receiptCommands = [...new Set(RECEIPT_LIFECYCLE.map(([, command]) => command))]

  it('no walk of an order leaves its table', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<PaymentCommand[]>(...payCommands), { maxLength: 20 }), (walk) => {
        let state: PaymentState = 'due'
        for (const command of walk) {
          const to = step(state, command)
          expect(to.ok).toBe(PAYMENT_LIFECYCLE.some(([from, name]) => from === state && name === command))
          if (to.ok) state = to.value
        }
        expect(PAYMENT_STATES).toContain(state)
      }),
    )
  })

  it('no walk of money leaves its table, and what counted never counts again once it is owed back', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<ReceiptCommand[]>(...receiptCommands), { maxLength: 20 }), (walk) => {
        let state: ReceiptState = 'counted'
        for (const command of walk) {
          const to = stepReceipt(state, command)
          if (to.ok) state = to.value
          if (to.ok) expect(state).not.toBe('counted')
        }
        expect(RECEIPT_STATES).toContain(state)
      }),
    )
  })

  it('reach every state, and end only where nothing is owed to anybody', () => {
    const reached = new Set<PaymentState>(['due'])
    for (const state of reached) for (const [from, , to] of PAYMENT_LIFECYCLE) if (from === state) reached.add(to)
    expect(reached).toEqual(new Set(PAYMENT_STATES))
    const ends = PAYMENT_STATES.filter((state) => PAYMENT_LIFECYCLE.every(([from]) => from !== state))
    expect(ends).toEqual(['cancelled', 'returned'])
    expect(RECEIPT_STATES.filter((state) => RECEIPT_LIFECYCLE.every(([from]) => from !== state))).toEqual(['refunded'])
  })
})

describe('an order', () => {
  it('given it is due, when it is begun: begun, until the gateway stops taking it', () => {
    expect(paymentBegun(payment('due'), END)).toEqual({
      ...{ ok: true, value: { type: 'payment.begun', to: 'begun', expiresAt: END } },
    })
  })

  it.each(PAYMENT_STATES.filter((state) => state !== 'due'))('given it is %s, it is not begun again', (state) => {
    expect(paymentBegun(payment(state), END)).toMatchObject({ ok: false, error: { code: 'illegal-step' } })
  })

  it('given it is begun, it expires at its end and not before', () => {
    const before = new Date(END.getTime() - 1)
    expect(paymentExpired(payment('begun'), before)).toMatchObject({ ok: false })
    expect(paymentExpired({ ...payment('begun'), expiresAt: null }, END)).toMatchObject({ ok: false })
    expect(paymentExpired(payment('begun'), END)).toMatchObject({ ok: true, value: { to: 'expired' } })
    expect(paymentExpired(payment('paid'), END)).toMatchObject({ ok: false })
  })

  it('is cancelled only while it is not paid', () => {
    const may = PAYMENT_STATES.filter((state) => paymentCancelled(payment(state)).ok)
    expect(may).toEqual(['due', 'begun', 'failed', 'expired'])
  })
})

describe('what the gateway reports', () => {
  const decide = (state: PaymentState, more: Partial<PaymentReport> = {}, receipts: Receipt[] = []) =>
    paymentReported(payment(state), receipts, report(more))

  it.each(['due', 'begun', 'failed', 'expired'] as const)(
    'given an order that is %s, when it is paid: paid',
    (state) => {
      expect(decide(state)).toEqual({
        ok: true,
        value: { type: 'payment.paid', to: 'paid', receipt: receipt('counted') },
      })
    },
  )

  it('given it is paid, when the same is reported again: nothing', () => {
    expect(decide('paid', {}, [receipt('counted')])).toEqual({ ok: false, error: 'already-recorded' })
  })

  it('given it is paid, when other money comes: owed back, and the order stays paid', () => {
    const event = decide('paid', { transaction: '2' }, [receipt('counted')])
    expect(event).toMatchObject({
      ok: true,
      value: { type: 'payment.refundOwed', receipt: { transaction: '2', state: 'refund_due', reason: 'paid-twice' } },
    })
  })

  it.each([1, 134_999, 135_001, 13_500_000])('given %d đồng instead: owed back whole, and not paid', (amount) => {
    const event = decide('begun', { amount: dong(amount) })
    expect(event).toMatchObject({
      ok: true,
      value: { type: 'payment.refundOwed', receipt: { amount, reason: 'other-amount' } },
    })
  })

  it.each(['cancelled', 'returned'] as const)('given an order that is %s, late money is owed back', (state) => {
    const reason = state === 'cancelled' ? 'cancelled' : 'paid-twice'
    expect(decide(state)).toMatchObject({ ok: true, value: { type: 'payment.refundOwed', receipt: { reason } } })
  })

  it('given it was not paid: failed; but what is paid stays paid', () => {
    expect(decide('begun', { outcome: 'not-paid' })).toMatchObject({ ok: true, value: { to: 'failed' } })
    for (const state of PAYMENT_STATES.filter((candidate) => candidate !== 'begun')) {
      expect(decide(state, { outcome: 'not-paid' })).toEqual({ ok: false, error: 'already-recorded' })
    }
  })

  it.each(['pending', 'suspect'] as const)('given it is %s: nothing yet', (outcome) => {
    expect(decide('begun', { outcome })).toEqual({ ok: false, error: 'undecided' })
  })

  it('given it speaks of another order: nothing', () => {
    expect(decide('begun', { reference: 'X1' })).toEqual({ ok: false, error: 'unknown-order' })
  })
})

describe('money that goes back', () => {
  it('given the law returns it: the order is returned and its money owed', () => {
    expect(paymentReturned(payment('paid'), receipt('counted'))).toEqual({
      ok: true,
      value: {
        type: 'payment.returned',
        to: 'returned',
        receipt: receipt('refund_due', { reason: 'returned-by-law' }),
      },
    })
    expect(paymentReturned(payment('begun'), receipt('counted'))).toMatchObject({ ok: false })
    expect(paymentReturned(payment('paid'), receipt('refund_due'))).toMatchObject({ ok: false })
  })

  it('is asked for once it is owed, and owed again where the gateway refuses', () => {
    expect(refundRequested(receipt('refund_due'))).toMatchObject({
      ok: true,
      value: { receipt: { state: 'refund_requested' } },
    })
    for (const state of RECEIPT_STATES.filter((candidate) => candidate !== 'refund_due')) {
      expect(refundRequested(receipt(state))).toMatchObject({ ok: false })
    }
    const requested = receipt('refund_requested')
    expect(refundReported(requested, 'refunded')).toMatchObject({ ok: true, value: { receipt: { state: 'refunded' } } })
    expect(refundReported(requested, 'refused')).toMatchObject({
      ok: true,
      value: { receipt: { state: 'refund_due' } },
    })
    expect(refundReported(receipt('refunded'), 'refused')).toMatchObject({ ok: false })
  })
})

describe('whatever happens in whatever order', () => {
  type QueuedEvent =
    | 'begin'
    | 'expire'
    | 'cancel'
    | 'return'
    | Pick<PaymentReport, 'transaction' | 'amount' | 'outcome'>
  const outcomes: PaymentOutcome[] = ['paid', 'not-paid', 'pending', 'suspect']
  const happening: fc.Arbitrary<QueuedEvent> = fc.oneof(
    fc.constantFrom<QueuedEvent[]>('begin', 'expire', 'cancel', 'return'),
    fc.record({
      transaction: fc.constantFrom('1', '2', '3'),
      amount: fc.constantFrom(135_000, 1000).map(dong),
      outcome: fc.constantFrom(...outcomes),
    }),
  )

  function eventOf(order: Payment, receipts: readonly Receipt[], what: QueuedEvent) {
    if (what === 'begin') return paymentBegun(order, END)
    if (what === 'expire') return paymentExpired(order, END)
    if (what === 'cancel') return paymentCancelled(order)
    if (typeof what !== 'string') return paymentReported(order, receipts, report(what))
    return paymentReturned(order, receipts.find(({ state }) => state === 'counted') ?? receipt('refunded'))
  }

  it('all money that came is there once: what counts is the amount of a paid order, all else is owed back', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 30 }), (all) => {
        let order = payment('due')
        let receipts: Receipt[] = []
        const came = new Set<string>()
        for (const what of all) {
          const decided = eventOf(order, receipts, what)
          if (typeof what !== 'string' && what.outcome === 'paid') came.add(what.transaction)
          if (!decided.ok) continue
          const event: PaymentEvent = decided.value
          order = applied(order, event)
          receipts = receiptsAfter(receipts, event)
        }
        const counted = receipts.filter(({ state }) => state === 'counted')
        expect(counted.map(({ amount }) => amount)).toEqual(order.state === 'paid' ? [order.amount] : [])
        expect(new Set(receipts.map(({ transaction }) => transaction))).toEqual(came)
        expect(receipts).toHaveLength(came.size)
        expect(receipts.every(({ state, reason }) => (state === 'counted') === (reason === null))).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the order after what happened', () => {
  it('has its end from the day it is begun, and keeps it whatever comes after', () => {
    const begun = paymentBegun(payment('due'), END)
    const opened = begun.ok ? applied(payment('due'), begun.value) : payment('due')
    expect(opened).toEqual(payment('begun'))
    const cancelled = paymentCancelled(opened)
    expect(cancelled).toEqual({ ok: true, value: { type: 'payment.cancelled', to: 'cancelled' } })
    expect(cancelled.ok && applied(opened, cancelled.value)).toEqual(payment('cancelled'))
  })
  it('is over at the very moment the gateway stops, not before, and never without one', () => {
    const at = (now: Date, order = payment('begun')) => paymentExpired(order, now)
    expect(at(END)).toEqual({ ok: true, value: { type: 'payment.expired', to: 'expired' } })
    const running = { ok: false, error: { code: 'illegal-step', detail: { state: 'begun' } } }
    expect(at(new Date(END.getTime() - 1))).toEqual(running)
    expect(at(END, { ...payment('begun'), expiresAt: null })).toEqual(running)
  })
})
