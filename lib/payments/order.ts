import type { DomainError, Result } from '@/lib/kernel'
import { err, ok } from '@/lib/kernel'
import { step } from './lifecycle'
import type { Payment, PaymentEvent } from './payment'

type Decided = Result<PaymentEvent, DomainError>

/** The payer is sent to the gateway. */
export function paymentBegun({ state }: Payment, expiresAt: Date): Decided {
  const to = step(state, 'begin')
  return to.ok ? ok({ type: 'payment.begun', to: to.value, expiresAt }) : to
}

/** Nothing came before the gateway stopped taking it. */
export function paymentExpired({ state, expiresAt }: Payment, now: Date): Decided {
  const to = step(state, 'expire')
  if (!to.ok) return to
  const isOver = expiresAt !== null && expiresAt <= now
  return isOver ? ok({ type: 'payment.expired', to: to.value }) : err({ code: 'illegal-step', detail: { state } })
}

/** It is no longer owed, or another order takes its place. */
export function paymentCancelled({ state }: Payment): Decided {
  const to = step(state, 'cancel')
  return to.ok ? ok({ type: 'payment.cancelled', to: to.value }) : to
}
