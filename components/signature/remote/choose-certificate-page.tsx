import { Column } from '@/components/layout/frame'
import { Button, LinkButton } from '@/components/ui/button'
import { Choice, ChoiceGroup } from '@/components/ui/choice'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import type { Locale } from '@/lib/i18n'
import { formatDay } from '@/lib/calendar'
import { say } from '@/lib/i18n'
import type { CertificateFault, DescribedCertificate } from '@/lib/signing'
import { CERTIFICATE_FAULT_WORDS } from '@/lib/signing'
import { SIGN_WORDS as S } from '../words'

type Certificate = DescribedCertificate & { id: string; fault: CertificateFault | null }
type Props = {
  certificates: Certificate[]
  chooseAt: string
  refusal: string | null
  backHref: string
  locale: Locale
}

/** Several certificates at the remote service: the person says which one signs; those that cannot are shown with the reason. */
export function ChooseCertificatePage({ certificates, chooseAt, refusal, backHref, locale }: Props) {
  const first = certificates.find(({ fault }) => fault === null)
  return (
    <Column width="reading">
      <PageHeader title={say(S.chooseTitle, locale)} lead={say(S.chooseLead, locale)} />
      {refusal !== null && <Notice tone="bad" locale={locale} isLive title={refusal} />}
      <form method="post" action={chooseAt} className="flex flex-col items-start gap-5">
        <ChoiceGroup id="chung-thu" legend={say(S.chooseOne, locale)} locale={locale}>
          {certificates.map((certificate) => (
            <Choice
              key={certificate.id}
              type="radio"
              name="chung-thu"
              value={certificate.id}
              defaultChecked={certificate === first}
              disabled={certificate.fault !== null}
              label={
                <span className="wrap-anywhere">
                  {[certificate.name, certificate.organisation].filter(Boolean).join(' – ')}
                </span>
              }
              hint={hintOf(certificate, locale)}
            />
          ))}
        </ChoiceGroup>
        <span className="flex flex-wrap gap-3">
          <Button>{say(S.chooseThis, locale)}</Button>
          <LinkButton href={backHref} variant="quiet">
            {say(S.stopHere, locale)}
          </LinkButton>
        </span>
      </form>
    </Column>
  )
}

function hintOf({ issuer, notBefore, notAfter, fault }: Certificate, locale: Locale): string {
  const facts = `${say(S.issuer, locale)}: ${issuer}. ${say(S.validity, locale)}: ${formatDay(notBefore)} – ${formatDay(notAfter)}.`
  return fault === null ? facts : `${facts} ${say(CERTIFICATE_FAULT_WORDS[fault], locale)}`
}
