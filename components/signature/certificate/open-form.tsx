'use client'
import { useRef } from 'react'
import type { SubmitEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FileInput } from '@/components/ui/file-input'
import { useHasScript } from '@/components/ui/has-script'
import { Input } from '@/components/ui/input'
import { Progress } from '@/components/ui/progress'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { SIGN_WORDS as S } from '../words'

type OpenFormProps = {
  /** How far the opening is, of 1; null while nothing is opened. */
  opening: number | null
  onOpen: (file: File | undefined, password: string) => Promise<void>
  locale: Locale
}

/** No input has a name: whatever happens to the script, a browser has nothing to send. */
export function OpenForm({ opening, onOpen, locale }: OpenFormProps) {
  const file = useRef<HTMLInputElement>(null)
  const password = useRef<HTMLInputElement>(null)
  const isOpening = opening !== null
  // Pressed before, it would send the browser to the page anew, and what was chosen would be gone.
  const hasScript = useHasScript()
  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    void onOpen(file.current?.files?.[0], password.current?.value ?? '')
  }
  return (
    <form
      onSubmit={onSubmit}
      className="script-only flex flex-col items-start gap-4"
      aria-busy={isOpening}
      autoComplete="off"
      noValidate
    >
      <div className="w-full">
        <Field id="tep-chung-thu" label={say(S.chooseFile, locale)} locale={locale}>
          <FileInput id="tep-chung-thu" ref={file} accept=".p12,.pfx,application/x-pkcs12" locale={locale} />
        </Field>
      </div>
      <Field id="mat-khau-chung-thu" label={say(S.password, locale)} locale={locale}>
        <Input id="mat-khau-chung-thu" ref={password} type="password" width="long" autoComplete="off" />
      </Field>
      {isOpening && (
        <div className="w-full">
          <Progress id="tien-do-mo" label={say(S.openingFile, locale)} value={opening} max={1} />
        </div>
      )}
      <Button disabled={isOpening || !hasScript}>{say(isOpening ? S.opening : S.open, locale)}</Button>
    </form>
  )
}
