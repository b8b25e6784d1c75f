import { createTransport } from 'nodemailer'
import type { Mailer } from '@/lib/ports'

/** How long one mail may take before the job is tried again later. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/** Mail by SMTP. The key becomes the Message-ID, so that a mail sent twice after a crash is one mail to the reader's server. */
export function smtpMailer({ url, from }: { url: string; from: string }): Mailer {
  const transport = createTransport({ url, ...PATIENCE })
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost'
  return {
    async send(mail) {
      await transport.sendMail({
        from,
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        messageId: `<${mail.key.replace(/[^\w.-]/g, '.')}@${domain}>`,
        attachments: (mail.attachments ?? []).map(({ name, mediaType, content }) => ({
          filename: name,
          contentType: mediaType,
          content: Buffer.from(content),
        })),
      })
    },
  }
}
