import { createTransport } from 'nodemailer'
import { z } from 'zod'
import { err, ok } from '@/lib/kernel'
import type { DeliveryFailure, Mailer } from '@/lib/ports'

/** How long one mail may take before the job is tried again later. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/** Mail by SMTP. The key becomes the Message-ID, so that a mail sent twice after a crash is one mail to the reader's server. */
export function smtpMailer({ url, from }: { url: string; from: string }): Mailer {
  const transport = createTransport({ url, ...PATIENCE })
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost'
  return {
    async send(mail) {
      const message = {
        from,
        // As one address: a text would be read as a list of them.
        to: { name: '', address: mail.to },
        subject: mail.subject,
        text: mail.text,
        messageId: `<${mail.key.replace(/[^\w.-]/g, '.')}@${domain}>`,
        attachments: (mail.attachments ?? []).map(({ name, mediaType, content }) => ({
          filename: name,
          contentType: mediaType,
          content: Buffer.from(content),
        })),
      }
      return transport.sendMail(message).then(
        () => ok(null),
        (error: unknown) => err(failureOf(error)),
      )
    },
  }
}

/** A line that closes without a word has no code. */
const smtpError = z.object({
  code: z.string().default('closed'),
  command: z.string().default(''),
  responseCode: z.number().optional(),
})

/** RFC 5321 section 4.2.1: 5xx is for good, 4xx for now; but what is refused before RCPT is ours, not the recipient's. */
function failureOf(error: unknown): DeliveryFailure {
  const { code: name, command, responseCode } = smtpError.parse(error)
  const code = String(responseCode ?? name)
  if (name === 'EAUTH') return { reason: 'not-let-in', code }
  if (name === 'EENVELOPE' && command === 'API') return { reason: 'address-refused', code }
  if (responseCode === undefined || responseCode < 500) return { reason: 'unavailable', code }
  return { reason: REFUSED_AT[command] ?? 'not-let-in', code }
}

const REFUSED_AT: Readonly<Record<string, DeliveryFailure['reason']>> = {
  'RCPT TO': 'address-refused',
  DATA: 'message-refused',
}
