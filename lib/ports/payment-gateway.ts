import type { Locale } from '@/lib/i18n'
import type { Dong, Result } from '@/lib/kernel'

/** What is asked to be paid. */
export type PaymentOrder = {
  /** Ours, in ASCII letters and digits; never used for another order at this gateway. */
  reference: string
  amount: Dong
  /** What the payer's bank shows. */
  description: string
  /** Where the payer's browser comes back to; that it does proves nothing. */
  returnTo: string
  payer: { address: string; locale: Locale }
  begunAt: Date
  /** When the gateway stops taking the money. */
  expiresAt: Date
}

/** `suspect`: the money was taken and the gateway or a bank still looks into it. */
export type PaymentOutcome = 'paid' | 'not-paid' | 'pending' | 'suspect'

/** What the gateway itself says of an order, proven by its signature or its own answer over TLS. */
export type PaymentReport = {
  reference: string
  /** The gateway's number of this payment: another number is other money. */
  transaction: string
  amount: Dong
  outcome: PaymentOutcome
  at: Date
}

/** A request from server to server as it came: its query or its body. */
export type RawCallback = { query: URLSearchParams; body: Uint8Array }

/** What we tell a gateway that called; it calls again until it is told `recorded` or `already-recorded`. */
export type CallbackVerdict = 'recorded' | 'already-recorded' | 'unknown-order' | 'other-amount' | 'failed'

/** The answer in the gateway's own words. */
export type CallbackAnswer = { contentType: string; body: string }

/** A callback whose signature holds. */
export type PaymentCallback = { report: PaymentReport; answer(verdict: CallbackVerdict): CallbackAnswer }

/** Not signed by the gateway, or not what its documents say; nothing of it may be believed. */
export type CallbackRefusal = { reason: 'forged' | 'unreadable'; answer: CallbackAnswer }

/** Not reachable or too slow; our account or request not taken; an answer that is none; an order it does not know. */
export type GatewayFailure = 'unavailable' | 'refused' | 'unreadable' | 'unknown-order'

/** Why money goes back to who paid. */
export type RefundReason = 'paid-twice' | 'other-amount' | 'cancelled' | 'returned-by-law'

export type Refund = {
  reference: string
  transaction: string
  /** All that came under this transaction. */
  amount: Dong
  paidAt: Date
  reason: RefundReason
  /** The same however often it is asked; the gateway takes it once. */
  key: string
  askedBy: string
}

/** `pending`: taken, and the money is on its way. */
export type RefundOutcome = 'refunded' | 'pending' | 'refused'

/**
 * A payment gateway. Only `readCallback` and `status` prove a payment, and both say the same of it: a callback that never came is made
 * good by asking.
 */
export type PaymentGateway = {
  /** Resolves with the address at which the payer pays. */
  begin(order: PaymentOrder): Promise<Result<string, GatewayFailure>>
  readCallback(callback: RawCallback): Result<PaymentCallback, CallbackRefusal>
  status(order: Pick<PaymentOrder, 'reference' | 'begunAt'>): Promise<Result<PaymentReport, GatewayFailure>>
  refund(refund: Refund): Promise<Result<RefundOutcome, GatewayFailure>>
}
