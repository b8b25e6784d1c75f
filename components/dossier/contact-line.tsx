import type { ContactPhone } from '@/lib/accounts'
import { phoneWritten } from '@/lib/accounts'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { HOLDER_WORDS } from './holder-words'

type Props = { contact: ContactPhone; assigneeName: string | null; locale: Locale }

/** A telephone to call, and who answers there. */
export function ContactLine({ contact, assigneeName, locale }: Props) {
  const desk = say(HOLDER_WORDS.desk, locale)
  return (
    <>
      <a href={`tel:${contact.phone}`} className="whitespace-nowrap">
        {phoneWritten(contact.phone)}
      </a>{' '}
      ({contact.answers === 'officer' ? (assigneeName ?? desk) : desk})
    </>
  )
}
