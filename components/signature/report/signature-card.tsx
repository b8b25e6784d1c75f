import { Disclosure } from '@/components/ui/disclosure'
import { SummaryList } from '@/components/ui/summary-list'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { exactMoment, HOLDER_WORDS, mandatoryData, signerWords } from '@/lib/signing'
import type { SignatureEntry } from '@/lib/signing'
import { SignatureBadge } from './verdict-badge'
import { VERIFY_WORDS as W } from './verify-words'

type Props = { entry: SignatureEntry; number: number; locale: Locale }

/** One signature: the data a checking program must show, what was added later, and the certificate for those who want it. */
export function SignatureCard({ entry, number, locale }: Props) {
  const items = mandatoryData(entry).map(({ key, label, value }) => ({
    key,
    term: say(label, locale),
    value: <span className="wrap-anywhere">{say(value, locale)}</span>,
  }))
  return (
    <section aria-labelledby={`chu-ky-${String(number)}`} className="pt-8">
      <div className="flex flex-wrap items-center gap-3 pb-3">
        <h2 id={`chu-ky-${String(number)}`} className="text-xl wrap-anywhere">
          {number}. {say(HOLDER_WORDS[entry.holder], locale)}: {say(signerWords(entry), locale)}
        </h2>
        <SignatureBadge entry={entry} locale={locale} />
      </div>
      <SummaryList items={items} />
      {entry.changes.length > 0 && <Changes entry={entry} locale={locale} />}
      {entry.signer !== null && <Certificate entry={entry} locale={locale} />}
    </section>
  )
}

function Changes({ entry, locale }: Omit<Props, 'number'>) {
  return (
    <Disclosure summary={say(W.changes, locale)} isOpen={entry.laterChanges === 'forbidden'}>
      <ul className="list-disc pl-5">
        {entry.changes.map(({ code, words, allowed, field, page }, index) => (
          <li key={`${code}-${String(index)}`} className="wrap-anywhere">
            {say(words, locale)}
            {field !== undefined && ` “${field}”`}
            {page !== undefined && `, ${say(W.page, locale, { page })}`}:{' '}
            <strong className={allowed ? undefined : 'text-bad'}>
              {say(allowed ? W.allowed : W.forbidden, locale)}
            </strong>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

function Certificate({ entry: { signer, verdict, subIndication }, locale }: Omit<Props, 'number'>) {
  if (signer === null) return null
  const validity = `${exactMoment(signer.notBefore)} – ${exactMoment(signer.notAfter)}`
  const rows = [
    { key: 'subject', term: say(W.subjectName, locale), value: signer.subject },
    { key: 'issuer', term: say(W.issuerName, locale), value: signer.issuer },
    { key: 'serial', term: say(W.serial, locale), value: signer.serial },
    { key: 'validity', term: say(W.validity, locale), value: validity },
    { key: 'standard', term: say(W.standard, locale), value: [verdict, subIndication].filter(Boolean).join(' / ') },
  ]
  return (
    <Disclosure summary={say(W.details, locale)}>
      <SummaryList items={rows.map((row) => ({ ...row, value: <span className="wrap-anywhere">{row.value}</span> }))} />
    </Disclosure>
  )
}
