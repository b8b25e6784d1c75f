import type { Text } from '@/lib/i18n'
import type { DomainError, Result } from '@/lib/kernel'
import { nextState } from '@/lib/kernel'
import type { DeliveryFailure } from '@/lib/ports'
import type { SkipReason } from './channel'

/** How far a delivery is. */
export const DELIVERY_STATES = {
  waiting: { vi: 'Đang chờ', en: 'Waiting' },
  delivered: { vi: 'Đã gửi', en: 'Delivered' },
  refused: { vi: 'Bị từ chối', en: 'Refused' },
  failed: { vi: 'Không gửi được', en: 'Failed' },
  skipped: { vi: 'Không gửi', en: 'Not sent' },
} as const satisfies Record<string, Text>
export type DeliveryState = keyof typeof DELIVERY_STATES

export const DELIVERY_LIFECYCLE = [
  // from     command      to
  ['waiting', 'attempt', 'waiting'],
  ['waiting', 'skip', 'skipped'],
  ['waiting', 'deliver', 'delivered'],
  ['waiting', 'refuse', 'refused'],
  ['waiting', 'postpone', 'waiting'],
  ['waiting', 'giveUp', 'failed'],
  // Somebody lets its job be tried again.
  ['failed', 'attempt', 'waiting'],
  ['failed', 'reopen', 'waiting'],
  ['refused', 'reopen', 'waiting'],
] as const satisfies readonly (readonly [DeliveryState, string, DeliveryState])[]

export type DeliveryCommand = (typeof DELIVERY_LIFECYCLE)[number][1]

/** Where `command` leads from `state`; a command the table lacks there is refused. */
export function step(state: DeliveryState, command: DeliveryCommand): Result<DeliveryState, DomainError> {
  return nextState(DELIVERY_LIFECYCLE, state, command)
}

/** The states from which a command leads on. */
export function statesBefore(command: DeliveryCommand): DeliveryState[] {
  return DELIVERY_LIFECYCLE.flatMap(([from, name]) => (name === command ? [from] : []))
}

/** Tries before a delivery is given up: over half a day with the pauses of the queue. */
export const MOST_ATTEMPTS = 12

type Failure = DeliveryFailure['reason'] | SkipReason

/** What each reason means to those who run the portal, and what can be done; where `isFinal`, trying again changes nothing. */
export const FAILURES = {
  'no-address': {
    isFinal: true,
    words: { vi: 'Người nhận chưa có địa chỉ cho kênh này.', en: 'The person has no address for this channel.' },
  },
  'address-refused': {
    isFinal: true,
    words: {
      vi: 'Nơi nhận báo địa chỉ này không nhận được. Người nhận cần sửa địa chỉ của mình.',
      en: 'The other side says that this address takes nothing. The person has to mend it.',
    },
  },
  'message-refused': {
    isFinal: true,
    words: {
      vi: 'Nơi nhận từ chối nội dung. Hãy kiểm tra xem cổng có bị coi là nguồn thư rác không.',
      en: 'The other side refused the content. See whether it takes the portal for a source of spam.',
    },
  },
  unavailable: {
    isFinal: false,
    words: { vi: 'Dịch vụ gửi không trả lời hoặc đang bận.', en: 'The sending service does not answer or is busy.' },
  },
  'not-let-in': {
    isFinal: false,
    words: {
      vi: 'Dịch vụ gửi không nhận tài khoản của cổng. Hãy kiểm tra cấu hình.',
      en: 'The sending service does not let the portal in. Check its settings.',
    },
  },
} as const satisfies Record<Failure, { isFinal: boolean; words: Text }>

export type Attempt = { attempts: number; outcome: Result<null, DeliveryFailure> }

/** What an attempt comes to: its outcome, after so many of them. */
export function commandAfter({ attempts, outcome }: Attempt): DeliveryCommand {
  if (outcome.ok) return 'deliver'
  if (FAILURES[outcome.error.reason].isFinal) return 'refuse'
  return attempts < MOST_ATTEMPTS ? 'postpone' : 'giveUp'
}
