import { ok } from '@/lib/kernel'
import type { Mail, Mailer } from '@/lib/ports'

export type Mailbox = Mailer & { sent: Mail[] }

/** A mailer that keeps what it was given. */
export function mailbox(): Mailbox {
  const sent: Mail[] = []
  return {
    sent,
    send(mail) {
      sent.push(mail)
      return Promise.resolve(ok(null))
    },
  }
}
