'use client'
import { useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { Uploader } from './upload-row'
import { DRAFT_WORDS as D } from './words'

const never = () => () => undefined

type Props = { draftId: string; requirement: string; accept: string; action: string; locale: Locale }

/** A plain multipart form until script runs, the resumable uploader from then on. */
export function UploadBox({ draftId, requirement, accept, action, locale }: Props) {
  const hasScript = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  if (hasScript) return <Uploader draftId={draftId} requirement={requirement} accept={accept} locale={locale} />
  const inputId = `tep-${requirement}`
  return (
    <form method="post" action={action} encType="multipart/form-data" className="flex flex-col items-start gap-3">
      <input type="hidden" name="muc" value={requirement} />
      <label htmlFor={inputId} className="font-semibold">
        {say(D.choose, locale)}
      </label>
      <input
        id={inputId}
        name="tep"
        type="file"
        accept={accept}
        required
        className="w-full rounded-md border border-dashed border-edge bg-raised p-4"
      />
      <Button variant="secondary">{say(D.upload, locale)}</Button>
    </form>
  )
}
