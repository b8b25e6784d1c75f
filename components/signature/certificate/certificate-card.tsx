import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'
import { SummaryList } from '@/components/ui/summary-list'
import { formatDay } from '@/lib/calendar'
import { say } from '@/lib/i18n'
import type { Locale, Text } from '@/lib/i18n'
import { CERTIFICATE_FAULT_WORDS } from '@/lib/signing'
import type { OpenedKey } from '../key/open-key'
import { SIGN_WORDS as S } from '../words'

type Props = {
  certificate: Omit<OpenedKey, 'signer'>
  matches?: Text | null
  /** One below the heading it stands under. */
  heading?: 'h2' | 'h3'
  locale: Locale
  children: ReactNode
}

/** Whose certificate it is, whether it is the right one, and what may be done with it. */
export function CertificateCard({
  certificate,
  matches = S.matches,
  heading: Heading = 'h3',
  locale,
  children,
}: Props) {
  const { name, organisation, ids, issuer, notBefore, notAfter, fault } = certificate
  const rows = [
    { key: 'holder', term: say(S.holder, locale), value: name },
    ...(organisation === null ? [] : [{ key: 'org', term: say(S.organisation, locale), value: organisation }]),
    ...ids.map(({ kind, value }) => ({ key: `${kind}${value}`, term: say(S[kind], locale), value })),
    { key: 'issuer', term: say(S.issuer, locale), value: issuer },
    { key: 'validity', term: say(S.validity, locale), value: `${formatDay(notBefore)} – ${formatDay(notAfter)}` },
  ]
  return (
    <section className="flex flex-col items-start gap-4" aria-label={say(S.certificate, locale)}>
      <Heading className="text-base">{say(S.certificate, locale)}</Heading>
      <div className="w-full wrap-anywhere">
        <SummaryList items={rows} />
      </div>
      {fault === null && matches !== null && <Notice tone="good" locale={locale} title={say(matches, locale)} />}
      {fault !== null && (
        <Notice tone="bad" locale={locale} isLive title={say(CERTIFICATE_FAULT_WORDS[fault], locale)} />
      )}
      {children}
    </section>
  )
}
