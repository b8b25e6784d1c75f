'use client'
import { useSyncExternalStore } from 'react'
import type { DragEvent, SyntheticEvent } from 'react'
import { Button } from '@/components/ui/button'
import { describedBy, Field } from '@/components/ui/field'
import { FileInput } from '@/components/ui/file-input'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { CHECK_PATHS, MAX_FORM_BYTES } from '@/lib/signing'
import { CheckedFiles } from './checked-files'
import { useChecks } from './use-checks'
import { VERIFY_WORDS as W } from './verify-words'

const never = () => () => undefined
const MAX_FORM_MEGABYTES = MAX_FORM_BYTES / 1024 ** 2

/** A plain multipart form; where script runs files are judged on this device instead, several and of any size. */
export function CheckForm({ locale }: { locale: Locale }) {
  const hasScript = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const { checks, check } = useChecks(locale)

  function submitted(event: SyntheticEvent<HTMLFormElement>) {
    const given = new FormData(event.currentTarget).getAll('tep').filter((one) => one instanceof File)
    if (given.every(({ name }) => name === '')) return
    event.preventDefault()
    check(given)
  }
  function dropped(event: DragEvent) {
    event.preventDefault()
    check([...event.dataTransfer.files])
  }

  return (
    <>
      <form
        method="post"
        action={CHECK_PATHS.upload()}
        encType="multipart/form-data"
        onSubmit={submitted}
        onDrop={dropped}
        onDragOver={(event) => {
          event.preventDefault()
        }}
        className="flex flex-col items-start gap-4"
      >
        <FileField hasScript={hasScript} locale={locale} />
        <Button disabled={checks.some(({ state }) => state.kind === 'working')}>{say(W.check, locale)}</Button>
      </form>
      <p className="pt-4 text-ink-soft">{say(hasScript ? W.privacyHere : W.privacy, locale)}</p>
      {checks.length > 0 && <CheckedFiles checks={checks} locale={locale} />}
    </>
  )
}

function FileField({ hasScript, locale }: { hasScript: boolean; locale: Locale }) {
  const hint = hasScript ? say(W.dropHint, locale) : say(W.fileHint, locale, { form: MAX_FORM_MEGABYTES })
  return (
    <div className="w-full">
      <Field id="tep" label={say(W.file, locale)} hint={hint} locale={locale}>
        <FileInput
          id="tep"
          name="tep"
          accept="application/pdf,.pdf"
          multiple={hasScript}
          aria-describedby={describedBy('tep', { hint })}
          locale={locale}
        />
      </Field>
    </div>
  )
}
