'use client'
import { useState } from 'react'
import type { SyntheticEvent } from 'react'
import { Button } from '@/components/ui/button'
import { describedBy, Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { CHECK_PATHS, MAX_FORM_BYTES, MAX_STREAM_BYTES } from '@/lib/signing'
import { sendFile } from './send-file'
import { VERIFY_WORDS as W } from './verify-words'

const megabytes = (bytes: number) => bytes / 1024 ** 2

/** A plain multipart form; where script runs the file is streamed instead, so that it may be larger, and progress is shown. */
export function CheckForm({ locale }: { locale: Locale }) {
  const [sent, setSent] = useState<number | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)

  async function send(file: File) {
    setRefusal(null)
    setSent(0)
    const done = await sendFile(file, setSent)
    if ('href' in done) {
      location.assign(done.href)
      return
    }
    setSent(null)
    setRefusal(done.words ?? say(W.broken, locale))
  }

  function submitted(event: SyntheticEvent<HTMLFormElement>) {
    const given = new FormData(event.currentTarget).get('tep')
    if (!(given instanceof File) || given.size === 0) return
    event.preventDefault()
    void send(given)
  }

  return (
    <form
      method="post"
      action={CHECK_PATHS.upload()}
      encType="multipart/form-data"
      onSubmit={submitted}
      className="flex flex-col items-start gap-4"
    >
      {refusal !== null && <Notice tone="bad" title={refusal} locale={locale} isLive />}
      <FileField locale={locale} />
      {sent !== null && <Sending sent={sent} locale={locale} />}
      <Button disabled={sent !== null}>{say(W.check, locale)}</Button>
    </form>
  )
}

function FileField({ locale }: { locale: Locale }) {
  const hint = say(W.fileHint, locale, { form: megabytes(MAX_FORM_BYTES), stream: megabytes(MAX_STREAM_BYTES) })
  return (
    <div className="w-full">
      <Field id="tep" label={say(W.file, locale)} hint={hint} locale={locale}>
        <input
          id="tep"
          name="tep"
          type="file"
          accept="application/pdf,.pdf"
          required
          aria-describedby={describedBy('tep', { hint })}
          className="w-full rounded-md border border-dashed border-edge bg-raised px-4 py-8"
        />
      </Field>
    </div>
  )
}

function Sending({ sent, locale }: { sent: number; locale: Locale }) {
  const label = say(sent === 1 ? W.judging : W.sending, locale)
  return (
    <div className="w-full" role="status">
      <Progress id="tien-do" label={label} value={sent} max={1} detail={`${String(Math.round(sent * 100))}%`} />
    </div>
  )
}
