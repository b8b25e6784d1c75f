'use client'
import { useRef, useState } from 'react'
import type { ReactNode, SubmitEvent } from 'react'
import { Button, LinkButton } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { say } from '@/lib/i18n'
import type { Locale, Text } from '@/lib/i18n'
import type { RightSubject } from '@/lib/signing'
import { CertificateCard } from './certificate-card'
import type { OpenedKey } from './open-key'
import type { Stage } from './sign-stored'
import { SIGN_WORDS as S } from './words'

type Props = {
  file: { href: string; sha256: string; postTo: string; timestampFrom: string }
  subject: RightSubject
  backHref: string
  locale: Locale
}
type State =
  | { kind: 'choosing' | 'opening' }
  | { kind: 'opened'; keys: OpenedKey[] }
  | { kind: 'signing'; stage: Stage }
  | { kind: 'done' }

/** The signing code is fetched when it is first needed. */
const signing = () => import('./browser-signing')

/** Chooses a certificate file, shows whose it is, and signs; nothing typed or chosen here is ever sent. */
export function SignPanel({ file, subject, backHref, locale }: Props) {
  const [state, setState] = useState<State>({ kind: 'choosing' })
  const [refusal, setRefusal] = useState<Text | null>(null)

  async function open(chosen: File | undefined, password: string) {
    setRefusal(chosen === undefined ? S.noneChosen : null)
    if (chosen === undefined) return
    setState({ kind: 'opening' })
    const { openKeys } = await signing()
    const keys = await openKeys(chosen, password, subject)
    if (!keys.ok) setRefusal(keys.error)
    setState(keys.ok ? { kind: 'opened', keys: keys.value } : { kind: 'choosing' })
  }

  async function sign(key: OpenedKey, keys: OpenedKey[]) {
    setRefusal(null)
    const { signStored } = await signing()
    const done = await signStored(file, key, (stage) => {
      setState({ kind: 'signing', stage })
    })
    if (!done.ok) setRefusal(done.error)
    setState(done.ok ? { kind: 'done' } : { kind: 'opened', keys })
  }

  return (
    <div className="flex flex-col gap-5" data-signing={state.kind}>
      {refusal !== null && <Notice tone="bad" locale={locale} isLive title={say(refusal, locale)} />}
      {(state.kind === 'choosing' || state.kind === 'opening') && (
        <OpenForm isOpening={state.kind === 'opening'} onOpen={open} locale={locale} />
      )}
      {state.kind === 'opened' &&
        state.keys.map((key) => (
          <CertificateCard key={`${key.name}${key.issuer}`} certificate={key} locale={locale}>
            <Button type="button" disabled={key.fault !== null} onClick={() => void sign(key, state.keys)}>
              {say(S.signNow, locale)}
            </Button>
          </CertificateCard>
        ))}
      {state.kind === 'opened' && (
        <Button type="button" variant="quiet" onClick={() => setState({ kind: 'choosing' })}>
          {say(S.other, locale)}
        </Button>
      )}
      {state.kind === 'signing' && <Working stage={state.stage} locale={locale} />}
      {state.kind === 'done' && (
        <Notice tone="good" locale={locale} isLive title={say(S.done, locale)}>
          <LinkButton href={backHref} className="mt-3">
            {say(S.doneNext, locale)}
          </LinkButton>
        </Notice>
      )}
    </div>
  )
}

type OpenFormProps = {
  isOpening: boolean
  onOpen: (file: File | undefined, password: string) => Promise<void>
  locale: Locale
}

/** No input has a name: whatever happens to the script, a browser has nothing to send. */
function OpenForm({ isOpening, onOpen, locale }: OpenFormProps): ReactNode {
  const file = useRef<HTMLInputElement>(null)
  const password = useRef<HTMLInputElement>(null)
  function submitted(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    void onOpen(file.current?.files?.[0], password.current?.value ?? '')
  }
  return (
    <form onSubmit={submitted} className="flex flex-col items-start gap-4" aria-busy={isOpening} autoComplete="off">
      <Field id="tep-chung-thu" label={say(S.chooseFile, locale)} locale={locale}>
        <input
          id="tep-chung-thu"
          ref={file}
          type="file"
          accept=".p12,.pfx,application/x-pkcs12"
          className="w-full rounded-md border border-dashed border-edge bg-raised p-4"
        />
      </Field>
      <Field id="mat-khau-chung-thu" label={say(S.password, locale)} locale={locale}>
        <Input id="mat-khau-chung-thu" ref={password} type="password" width="long" autoComplete="off" />
      </Field>
      <Button disabled={isOpening}>{say(isOpening ? S.opening : S.open, locale)}</Button>
    </form>
  )
}

function Working({ stage, locale }: { stage: Stage; locale: Locale }) {
  if (stage.kind === 'hashing')
    return <Progress id="tien-do-ky" label={say(S.hashing, locale)} value={stage.done} max={Math.max(1, stage.total)} />
  return <p role="status">{say(stage.kind === 'fetching' ? S.fetching : S.sealing, locale)}</p>
}
