import { Column } from '@/components/layout/frame'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import type { DescribedCertificate } from '@/lib/signing'
import { CertificateCard } from './certificate-card'
import { SIGN_WORDS as S } from './words'

type Props = { certificate: DescribedCertificate; digest: string; address: string; backHref: string; locale: Locale }

/** In groups, as the signing service shows it, so that two people's eyes can compare. */
const grouped = (hex: string) => (hex.match(/.{8}/g) ?? []).join(' ')

/** Whose certificate signs which digest, before the person confirms it at the service. */
export function ConfirmPage({ certificate, digest, address, backHref, locale }: Props) {
  return (
    <Column width="reading">
      <PageHeader title={say(S.confirmTitle, locale)} lead={say(S.confirmLead, locale)} />
      <p className="font-semibold">{say(S.digestToSign, locale)}</p>
      <p className="pb-6">
        <code data-digest className="wrap-anywhere">
          {grouped(digest)}
        </code>
      </p>
      <CertificateCard certificate={{ ...certificate, fault: null }} locale={locale}>
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
