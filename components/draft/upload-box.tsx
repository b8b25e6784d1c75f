'use client'
import { useEffect, useEffectEvent, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { FileInput } from '@/components/ui/file-input'
import { useHasScript } from '@/components/ui/has-script'
import { Notice } from '@/components/ui/notice'
import { paths } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { UploadRow } from './upload-row'
import { useUploads } from './use-uploads'
import { DRAFT_WORDS as D } from './words'

type Props = { draftId: string; requirement: string; accept: string; locale: Locale }

/** Hands over every file the input holds, also one it held before there was script, and empties it for the next. */
function useChosen(start: (file: File) => void) {
  const input = useRef<HTMLInputElement>(null)
  const take = () => {
    if (input.current === null) return
    for (const file of input.current.files ?? []) start(file)
    input.current.value = ''
  }
  const takeWhatIsChosen = useEffectEvent(take)
  useEffect(() => {
    takeWhatIsChosen()
  }, [])
  return { input, take }
}

/**
 * A plain multipart form until script runs; from then on several files, progress, pause, and going on where it stopped.
 * The input stays the same element, so that a file chosen before script runs, or while it begins, is not dropped.
 */
export function UploadBox({ draftId, requirement, accept, locale }: Props) {
  const hasScript = useHasScript()
  const { jobs, unfinished, start, pause, resume, cancel } = useUploads({ draftId, requirement, locale })
  const { input, take } = useChosen((file) => void start(file))
  const inputId = `tep-${requirement}`
  return (
    <form
      method="post"
      action={paths.sendDocument(draftId)}
      encType="multipart/form-data"
      className="flex flex-col gap-4"
    >
      {unfinished.map((name) => (
        <Notice key={name} tone="info" locale={locale} title={say(D.resumeHint, locale, { name })} />
      ))}
      <input type="hidden" name="muc" value={requirement} />
      <label htmlFor={inputId} className="font-semibold">
        {say(D.choose, locale)}
      </label>
      <FileInput
        ref={input}
        id={inputId}
        name="tep"
        accept={accept}
        multiple={hasScript}
        onChange={take}
        locale={locale}
      />
      {!hasScript && (
        <p>
          <Button variant="secondary">{say(D.upload, locale)}</Button>
        </p>
      )}
      {jobs.map((job) => (
        <UploadRow key={job.key} job={job} locale={locale} onPause={pause} onResume={resume} onCancel={cancel} />
      ))}
    </form>
  )
}
