'use client'
import { useEffect, useRef } from 'react'
import type { DragEvent, ReactNode, RefObject, SyntheticEvent } from 'react'
import { Button } from '@/components/ui/button'
import { describedBy, Field } from '@/components/ui/field'
import { FileInput } from '@/components/ui/file-input'
import { useHasScript } from '@/components/ui/has-script'
import { Notice } from '@/components/ui/notice'
import { say } from '@/lib/i18n'
import type { Locale, Text } from '@/lib/i18n'
import { signingPaths, MAX_FORM_BYTES } from '@/lib/signing'
import { CheckedFiles } from './checked-files'
import { useChecks } from './use-checks'
import { VERIFY_WORDS as W } from '../report/verify-words'

const MAX_FORM_MEGABYTES = MAX_FORM_BYTES / 1024 ** 2

/**
 * A plain multipart form; where script runs files are judged on this device instead, several and of any size. The script comes
 * late (`lib/pages`): what was given before is in the form, and the form says whether it was sent already.
 */
export function CheckForm({ locale }: { locale: Locale }) {
  const hasScript = useHasScript()
  const form = useLateForm()
  const { checks, check } = useChecks(locale)

  function onSubmit(event: SyntheticEvent<HTMLFormElement>) {
    const files = new FormData(event.currentTarget).getAll('tep').filter((file) => file instanceof File)
    if (files.every(({ name }) => name === '')) return
    event.preventDefault()
    check(files)
  }
  function onDrop(event: DragEvent) {
    event.preventDefault()
    check([...event.dataTransfer.files])
  }

  return (
    <>
      <form
        ref={form}
        method="post"
        action={signingPaths.checkUpload()}
        encType="multipart/form-data"
        data-late=""
        onSubmit={onSubmit}
        onDrop={onDrop}
        onDragOver={(event) => {
          event.preventDefault()
        }}
        className="group flex flex-col items-start gap-4"
      >
        <FileField hasScript={hasScript} locale={locale} />
        <Button disabled={checks.some(({ state }) => state.kind === 'working')}>{say(W.check, locale)}</Button>
        <BeforeScript locale={locale} />
      </form>
      <p className="pt-4 text-ink-soft">
        <EitherWay hasScript={hasScript} on={W.privacyHere} off={W.privacy} wordsOf={(words) => say(words, locale)} />
      </p>
      {checks.length > 0 && <CheckedFiles checks={checks} locale={locale} />}
    </>
  )
}

/** Says that script runs now, and sends again what was sent before. */
function useLateForm(): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (form.current === null) return
    const { dataset } = form.current
    dataset['live'] = ''
    if (!('waiting' in dataset)) return
    delete dataset['waiting']
    form.current.requestSubmit()
  }, [])
  return form
}

/** Shown by the marks the form bears while its script is on the way, or when it does not come. */
function BeforeScript({ locale }: { locale: Locale }) {
  return (
    <>
      <p role="status" className="hidden text-ink-soft group-data-waiting:block">
        {say(W.gettingReady, locale)}
      </p>
      <div className="hidden group-data-failed:block">
        <Notice tone="warn" title={say(W.notHere, locale)} locale={locale}>
          <p>{say(W.notHereHelp, locale)}</p>
        </Notice>
      </div>
    </>
  )
}

function FileField({ hasScript, locale }: { hasScript: boolean; locale: Locale }) {
  const sentence = (words: Text) => say(words, locale, { form: MAX_FORM_MEGABYTES })
  const hint = <EitherWay hasScript={hasScript} on={W.dropHint} off={W.fileHint} wordsOf={sentence} />
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

type EitherWayProps = { hasScript: boolean; on: Text; off: Text; wordsOf: (words: Text) => ReactNode }

/** Both are in the page, because what shows the right one at once (`lib/pages`) knows no words. */
function EitherWay({ hasScript, on, off, wordsOf }: EitherWayProps) {
  return (
    <>
      <span data-scripted="on" hidden={!hasScript}>
        {wordsOf(on)}
      </span>
      <span data-scripted="off" hidden={hasScript}>
        {wordsOf(off)}
      </span>
    </>
  )
}
