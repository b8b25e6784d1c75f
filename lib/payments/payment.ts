import type { Dong } from '@/lib/kernel'
import type { RefundReason } from '@/lib/ports'
import type { PaymentState, ReceiptState } from './lifecycle'

/** An order for something owed; of those for one obligation only one stands at a time. */
export type Payment = {
  reference: string
  amount: Dong
  state: PaymentState
  /** When the gateway stops taking the money; null until it is begun. */
  expiresAt: Date | null
}

/** Money that came in under one transaction of the gateway; `reason` says why it goes back, and is null while it counts. */
export type Receipt = {
  transaction: string
  amount: Dong
  at: Date
  state: ReceiptState
  reason: RefundReason | null
}

/** What changes: the order's state, money that came in or moved on, or both. */
export type PaymentEvent =
  | { type: 'payment.begun'; to: PaymentState; expiresAt: Date }
  | { type: 'payment.failed' | 'payment.expired' | 'payment.cancelled'; to: PaymentState }
  | { type: 'payment.paid' | 'payment.returned'; to: PaymentState; receipt: Receipt }
  | { type: 'payment.refundOwed' | 'payment.refundRequested' | 'payment.refundSettled'; receipt: Receipt }

/** The order after `event`. */
export function applied(payment: Payment, event: PaymentEvent): Payment {
  if (!('to' in event)) return payment
  return { ...payment, state: event.to, ...('expiresAt' in event && { expiresAt: event.expiresAt }) }
}

/** The money after `event`: a transaction has one row. */
export function receiptsAfter(receipts: readonly Receipt[], event: PaymentEvent): Receipt[] {
  if (!('receipt' in event)) return [...receipts]
  const { receipt } = event
  return [...receipts.filter(({ transaction }) => transaction !== receipt.transaction), receipt]
}
