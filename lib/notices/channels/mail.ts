import { LOCALES } from '@/lib/i18n'
import { err, ok } from '@/lib/kernel'
import type { Channel, Message } from '../channel'

const SIGNED = 'Một Cửa – Cổng dịch vụ công. Thư tự động, không cần trả lời.'

/** By mail, in every language: whoever reads it may not be who chose the language. */
export const mail = {
  kind: 'sent',
  words: { vi: 'Thư điện tử', en: 'Mail' },
  addressOf: ({ email }) => (email === null ? err('no-address') : ok(email)),
  deliver: ({ mailer }, message, to) =>
    mailer.send({ key: message.key, to, subject: message.title[message.locale], text: textOf(message) }),
} as const satisfies Channel

function textOf({ body, link }: Message): string {
  const sections = LOCALES.map((locale) => body[locale]).join('\n\n')
  return `${sections}${link === null ? '' : `\n\n${link}`}\n\n${SIGNED}`
}
