import type { DomainError, Result } from '@/lib/kernel'
import { nextState } from '@/lib/kernel'

/** An order for what is owed: its states as stored. */
export const PAYMENT_STATES = ['due', 'begun', 'paid', 'failed', 'expired', 'cancelled', 'returned'] as const
export type PaymentState = (typeof PAYMENT_STATES)[number]

export const PAYMENT_LIFECYCLE = [
  // from      command   to
  ['due', 'begin', 'begun'],
  ['due', 'cancel', 'cancelled'],
  ['begun', 'pay', 'paid'],
  ['begun', 'fail', 'failed'],
  ['begun', 'expire', 'expired'],
  ['begun', 'cancel', 'cancelled'],
  // We fell over before it was written down, a bank was slow, a second try on the gateway's own page: the money came, the order stands.
  ['due', 'pay', 'paid'],
  ['failed', 'pay', 'paid'],
  ['failed', 'cancel', 'cancelled'],
  ['expired', 'pay', 'paid'],
  ['expired', 'cancel', 'cancelled'],
  ['paid', 'return', 'returned'],
] as const satisfies readonly (readonly [PaymentState, string, PaymentState])[]
export type PaymentCommand = (typeof PAYMENT_LIFECYCLE)[number][1]

/** Money that came in, one row a transaction of the gateway: it counts for its order, or it is on its way back. */
export const RECEIPT_STATES = ['counted', 'refund_due', 'refund_requested', 'refunded'] as const
export type ReceiptState = (typeof RECEIPT_STATES)[number]

export const RECEIPT_LIFECYCLE = [
  // from           command     to
  ['counted', 'owe', 'refund_due'],
  ['refund_due', 'ask', 'refund_requested'],
  ['refund_requested', 'confirm', 'refunded'],
  // The gateway did not take it, or the bank sent it back: it is still owed.
  ['refund_requested', 'refuse', 'refund_due'],
] as const satisfies readonly (readonly [ReceiptState, string, ReceiptState])[]
export type ReceiptCommand = (typeof RECEIPT_LIFECYCLE)[number][1]

/** Where `command` leads an order in `state`; a command the table lacks there is refused. */
export function step(state: PaymentState, command: PaymentCommand): Result<PaymentState, DomainError> {
  return nextState(PAYMENT_LIFECYCLE, state, command)
}

/** The same for money that came in. */
export function stepReceipt(state: ReceiptState, command: ReceiptCommand): Result<ReceiptState, DomainError> {
  return nextState(RECEIPT_LIFECYCLE, state, command)
}
