import type { DomainError, Result } from '@/lib/kernel'
import { ok } from '@/lib/kernel'
import type { RefundOutcome } from '@/lib/ports'
import type { ReceiptCommand } from './lifecycle'
import { step, stepReceipt } from './lifecycle'
import type { Payment, PaymentEvent, Receipt } from './payment'

type Decided = Result<PaymentEvent, DomainError>

/** The law gives back what was rightly paid. */
export function paymentReturned({ state }: Payment, receipt: Receipt): Decided {
  const to = step(state, 'return')
  if (!to.ok) return to
  const owed = moved({ ...receipt, reason: 'returned-by-law' }, 'owe')
  return owed.ok ? ok({ type: 'payment.returned', to: to.value, receipt: owed.value }) : owed
}

/** The gateway is about to be asked to send money back. */
export function refundRequested(receipt: Receipt): Decided {
  const receiptMoved = moved(receipt, 'ask')
  return receiptMoved.ok ? ok({ type: 'payment.refundRequested', receipt: receiptMoved.value }) : receiptMoved
}

/** What the gateway says of money it was asked to send back; while it is on its way there is nothing to write down. */
export function refundReported(receipt: Receipt, outcome: Exclude<RefundOutcome, 'pending'>): Decided {
  const settled = moved(receipt, outcome === 'refunded' ? 'confirm' : 'refuse')
  return settled.ok ? ok({ type: 'payment.refundSettled', receipt: settled.value }) : settled
}

function moved(receipt: Receipt, command: ReceiptCommand): Result<Receipt, DomainError> {
  const to = stepReceipt(receipt.state, command)
  return to.ok ? ok({ ...receipt, state: to.value }) : to
}
