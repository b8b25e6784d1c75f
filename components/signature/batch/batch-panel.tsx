'use client'
import { Button, LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { paths } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import type { Official } from '@/lib/signing'
import { CertificateCard } from '../certificate/certificate-card'
import { LEADER_WORDS as W } from './leader-words'
import { OpenForm } from '../certificate/open-form'
import type { OpenedKey } from '../key/open-key'
import { useBatch } from './use-batch'
import type { BatchItem, Outcome } from './use-batch'
import { useKeys } from '../certificate/use-keys'
import { SIGN_WORDS as S } from '../words'

type Props = { items: BatchItem[]; official: Official; locale: Locale }

/** Opens a certificate file once and signs every paper with it; nothing typed or chosen here is ever sent. */
export function BatchPanel({ items, official, locale }: Props) {
  const own = useKeys(official)
  const { outcomes, work, signAll, stop } = useBatch(items)
  const isWorking = work !== null
  return (
    <div className="flex flex-col gap-5" data-signing={isWorking ? 'working' : 'waiting'}>
      {own.refusal !== null && <Notice tone="bad" locale={locale} isLive title={say(own.refusal, locale)} />}
      {!isWorking && outcomes.length > 0 && <Outcomes outcomes={outcomes} locale={locale} />}
      {items.length === 0 && <NothingLeft locale={locale} />}
      {items.length > 0 && <KeyToSignWith {...{ own, count: items.length, isWorking, locale }} onSign={signAll} />}
      {isWorking && <Working {...work} onStop={stop} locale={locale} />}
    </div>
  )
}

type KeyProps = {
  own: ReturnType<typeof useKeys>
  count: number
  isWorking: boolean
  onSign: (key: OpenedKey) => Promise<void>
  locale: Locale
}

function KeyToSignWith({ own: { keys, opening, open, forget }, ...rest }: KeyProps) {
  if (keys === null) return <OpenForm opening={opening} onOpen={open} locale={rest.locale} />
  return <Choice keys={keys} onForget={forget} {...rest} />
}

function NothingLeft({ locale }: { locale: Locale }) {
  return (
    <div className="flex flex-col items-start gap-3">
      <p>{say(W.nothingLeft, locale)}</p>
      <LinkButton href={paths.signing()} variant="secondary">
        {say(W.backToList, locale)}
      </LinkButton>
    </div>
  )
}

type WorkingProps = { code: string; done: number; count: number; onStop: () => void; locale: Locale }

function Working({ code, done, count, onStop, locale }: WorkingProps) {
  return (
    <div className="flex flex-col items-start gap-3">
      <div className="w-full" role="status">
        <Progress
          id="tien-do-ky"
          label={say(W.working, locale, { code })}
          detail={say(W.progress, locale, { done, count })}
          value={done}
          max={count}
        />
      </div>
      {count > 1 && (
        <Button type="button" variant="secondary" onClick={onStop}>
          {say(W.stop, locale)}
        </Button>
      )}
    </div>
  )
}

function Outcomes({ outcomes, locale }: { outcomes: Outcome[]; locale: Locale }) {
  const failed = outcomes.filter(({ refusal }) => refusal !== null)
  const counts = { signed: outcomes.length - failed.length, failed: failed.length }
  return (
    <Notice tone={failed.length === 0 ? 'good' : 'warn'} locale={locale} isLive title={say(W.outcomes, locale, counts)}>
      {failed.length > 0 && (
        <>
          <ul className="list-disc pl-5">
            {failed.map(({ position, code, refusal }) => (
              <li key={position}>
                <strong className="wrap-anywhere">{code}</strong>: {refusal === null ? '' : say(refusal, locale)}
              </li>
            ))}
          </ul>
          <p className="pt-2">{say(W.othersUntouched, locale)}</p>
        </>
      )}
    </Notice>
  )
}

type ChoiceProps = {
  keys: OpenedKey[]
  count: number
  isWorking: boolean
  onSign: (key: OpenedKey) => Promise<void>
  onForget: () => void
  locale: Locale
}

/** Stays where it is while signing goes on, so that a second click meets the same button, which does nothing then. */
function Choice({ keys, count, isWorking, onSign, onForget, locale }: ChoiceProps) {
  return (
    <>
      {keys.map((key) => (
        <CertificateCard key={`${key.name}${key.issuer}`} certificate={key} matches={W.matches} locale={locale}>
          <Button type="button" disabled={isWorking || key.fault !== null} onClick={() => void onSign(key)}>
            {count === 1 ? say(W.signOne, locale) : say(W.signMany, locale, { count })}
          </Button>
        </CertificateCard>
      ))}
      <Button type="button" variant="quiet" className="self-start" disabled={isWorking} onClick={onForget}>
        {say(S.other, locale)}
      </Button>
    </>
  )
}
