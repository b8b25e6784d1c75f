import type { Locale, Text } from '@/lib/i18n'
import type { Result } from '@/lib/kernel'
import type { DeliveryFailure, Ports } from '@/lib/ports'

/** Where a person can be reached. */
export type Contact = { email: string | null }

/** A notice as a channel is given it: `key` is the same however often it is tried, so that the other side can tell it is one. */
export type Message = { key: string; locale: Locale; title: Text; body: Text; link: string | null }

/** Why a channel has nowhere to deliver to. */
export type SkipReason = 'no-address'

/** A way in which a notice reaches a person. */
export type Channel = { words: Text } & (
  | {
      /** The notice itself is what is delivered: whoever opens the portal finds it. */
      kind: 'kept'
    }
  | {
      kind: 'sent'
      addressOf(contact: Contact): Result<string, SkipReason>
      deliver(ports: Ports, message: Message, address: string): Promise<Result<null, DeliveryFailure>>
    }
)
