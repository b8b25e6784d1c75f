'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import type { RightSubject } from '@/lib/signing'
import { CertificateCard } from '../certificate/certificate-card'
import { OpenForm } from '../certificate/open-form'
import type { OpenedKey } from '../key/open-key'
import { useKeys, withSigningCode } from '../certificate/use-keys'
import { SIGN_WORDS as S } from '../words'

type Props = { challenge: string; tiep: string; subject: RightSubject; isStepUp: boolean; locale: Locale }

/** Signs in with an organisation's certificate file; key and password stay on the device. */
export function SignInPanel({ challenge, tiep, subject, isStepUp, locale }: Props) {
  const { keys, opening, refusal, setRefusal, open, forget } = useKeys(subject)
  const [isBusy, setBusy] = useState(false)

  async function signIn(key: OpenedKey) {
    setBusy(true)
    setRefusal(null)
    const done = await withSigningCode((code) => code.answerChallenge({ challenge, isStepUp, tiep }, key))
    if (done.ok) location.assign(tiep)
    else setRefusal(done.error)
    setBusy(false)
  }

  return (
    <div className="flex flex-col gap-5" data-signing>
      {refusal !== null && <Notice tone="bad" locale={locale} isLive title={say(refusal, locale)} />}
      {keys === null && <OpenForm opening={opening} onOpen={open} locale={locale} />}
      {keys?.map((key) => (
        <CertificateCard key={`${key.name}${key.issuer}`} certificate={key} matches={null} heading="h2" locale={locale}>
          <span className="flex flex-wrap gap-3">
            <Button type="button" disabled={isBusy || key.fault !== null} onClick={() => void signIn(key)}>
              {say(isStepUp ? S.confirmInNow : S.signInNow, locale)}
            </Button>
            <Button type="button" variant="quiet" onClick={forget}>
              {say(S.other, locale)}
            </Button>
          </span>
        </CertificateCard>
      ))}
    </div>
  )
}
