import type { Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import type { PaymentReport, RefundReason } from '@/lib/ports'
import { step } from './lifecycle'
import type { Payment, PaymentEvent, Receipt } from './payment'

/** `undecided`: the gateway does not know yet; it is asked or calls again. */
export type ReportRefusal = 'unknown-order' | 'already-recorded' | 'undecided'

/**
 * What a report of the gateway comes to, from a callback or from asking. Money of another amount, for an order that no longer stands,
 * or come a second time is never counted: it is owed back.
 */
export function paymentReported(
  payment: Payment,
  receipts: readonly Receipt[],
  report: PaymentReport,
): Result<PaymentEvent, ReportRefusal> {
  if (report.reference !== payment.reference) return err('unknown-order')
  if (receipts.some(({ transaction }) => transaction === report.transaction)) return err('already-recorded')
  switch (report.outcome) {
    case 'pending':
    case 'suspect':
      return err('undecided')
    case 'not-paid':
      return failPayment(payment)
    case 'paid':
      return ok(payPayment(payment, report))
  }
}

function failPayment({ state }: Payment): Result<PaymentEvent, ReportRefusal> {
  const to = step(state, 'fail')
  return to.ok ? ok({ type: 'payment.failed', to: to.value }) : err('already-recorded')
}

function payPayment(payment: Payment, { transaction, amount, at }: PaymentReport): PaymentEvent {
  const owePayment = (reason: RefundReason): PaymentEvent => ({
    type: 'payment.refundOwed',
    receipt: { transaction, amount, at, state: 'refund_due', reason },
  })
  if (amount !== payment.amount) return owePayment('other-amount')
  const to = step(payment.state, 'pay')
  if (!to.ok) return owePayment(payment.state === 'cancelled' ? 'cancelled' : 'paid-twice')
  const receipt: Receipt = { transaction, amount, at, state: 'counted', reason: null }
  return { type: 'payment.paid', to: to.value, receipt }
}
