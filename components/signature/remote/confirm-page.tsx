import { Column } from '@/components/layout/frame'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { say } from '@/lib/i18n'
import type { Locale, Text } from '@/lib/i18n'
import type { DescribedCertificate } from '@/lib/signing'
import { CertificateCard } from '../certificate/certificate-card'
import { SIGN_WORDS as S } from '../words'

type Props = {
  certificate: DescribedCertificate
  /** What is signed, each with its digest; named where there are several. */
  documents: { ref: string; name?: string; digest: string }[]
  address: string
  backHref: string
  matches?: Text
  locale: Locale
}

/** In groups, as the signing service shows it, so that two people's eyes can compare. */
const groupDigits = (hex: string) => (hex.match(/.{8}/g) ?? []).join(' ')

/** Whose certificate signs which digests, before the person confirms it at the service. */
export function ConfirmPage({ certificate, documents, address, backHref, matches = S.matches, locale }: Props) {
  return (
    <Column width="reading">
      <PageHeader title={say(S.confirmTitle, locale)} lead={say(S.confirmLead, locale)} />
      <p className="font-semibold">{say(S.digestToSign, locale)}</p>
      <ol className="flex flex-col gap-3 pb-6">
        {documents.map(({ ref, name, digest }) => (
          <li key={ref}>
            {name !== undefined && <span className="block">{name}</span>}
            <code data-digest className="wrap-anywhere">
              {groupDigits(digest)}
            </code>
          </li>
        ))}
      </ol>
      <CertificateCard certificate={{ ...certificate, fault: null }} matches={matches} heading="h2" locale={locale}>
        <span className="flex flex-wrap gap-3">
          <LinkButton href={address}>{say(S.confirm, locale)}</LinkButton>
          <LinkButton href={backHref} variant="quiet">
            {say(S.stopHere, locale)}
          </LinkButton>
        </span>
      </CertificateCard>
    </Column>
  )
}
