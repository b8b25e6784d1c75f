'use client'
import { useState } from 'react'
import { Button, LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import type { RightSubject } from '@/lib/signing'
import { CertificateCard } from '../certificate/certificate-card'
import { OpenForm } from '../certificate/open-form'
import type { OpenedKey } from '../key/open-key'
import type { Stage, Stored } from '../browser-signing/sign-stored'
import { useKeys, withSigningCode } from '../certificate/use-keys'
import { SIGN_WORDS as S } from '../words'

type Props = {
  file: Stored
  subject: RightSubject
  backHref: string
  locale: Locale
}
type Work = Stage | { kind: 'waiting' | 'done' }

/** Chooses a certificate file, shows whose it is, and signs; nothing typed or chosen here is ever sent. */
export function SignPanel({ file, subject, backHref, locale }: Props) {
  const { keys, opening, refusal, setRefusal, open, forget } = useKeys(subject)
  const [work, setWork] = useState<Work>({ kind: 'waiting' })

  async function sign(key: OpenedKey) {
    setRefusal(null)
    setWork({ kind: 'fetching' })
    const done = await withSigningCode((code) => code.signStored(file, key, setWork))
    if (!done.ok) setRefusal(done.error)
    setWork({ kind: done.ok ? 'done' : 'waiting' })
  }

  return (
    <div className="flex flex-col gap-5" data-signing={work.kind}>
      {refusal !== null && <Notice tone="bad" locale={locale} isLive title={say(refusal, locale)} />}
      {keys === null && <OpenForm opening={opening} onOpen={open} locale={locale} />}
      {keys !== null && work.kind === 'waiting' && (
        <Choice keys={keys} onSign={sign} onForget={forget} locale={locale} />
      )}
      {work.kind !== 'waiting' && <Progressing work={work} backHref={backHref} locale={locale} />}
    </div>
  )
}

type ChoiceProps = {
  keys: OpenedKey[]
  onSign: (key: OpenedKey) => Promise<void>
  onForget: () => void
  locale: Locale
}

function Choice({ keys, onSign, onForget, locale }: ChoiceProps) {
  return (
    <>
      {keys.map((key) => (
        <CertificateCard
          key={`${key.name}${key.issuer}${String(key.notBefore.getTime())}${key.signer.algorithm.scheme}`}
          certificate={key}
          locale={locale}
        >
          <Button type="button" disabled={key.fault !== null} onClick={() => void onSign(key)}>
            {say(S.signNow, locale)}
          </Button>
        </CertificateCard>
      ))}
      <Button type="button" variant="quiet" className="self-start" onClick={onForget}>
        {say(S.other, locale)}
      </Button>
    </>
  )
}

function Progressing({ work, backHref, locale }: { work: Work; backHref: string; locale: Locale }) {
  if (work.kind === 'hashing')
    return <Progress id="tien-do-ky" label={say(S.hashing, locale)} value={work.share} max={1} />
  if (work.kind !== 'done') return <p role="status">{say(work.kind === 'fetching' ? S.fetching : S.sealing, locale)}</p>
  return (
    <Notice tone="good" locale={locale} isLive title={say(S.done, locale)}>
      <LinkButton href={backHref} className="mt-3">
        {say(S.doneNext, locale)}
      </LinkButton>
    </Notice>
  )
}
