'use client'
import type { ChangeEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { useUploads } from './use-uploads'
import type { Destination, Job } from './use-uploads'
import { DRAFT_WORDS as D } from './words'

/** Takes the place of the plain file input where script runs: several files, progress, pause, and going on where it stopped. */
export function Uploader({ accept, ...to }: Destination & { accept: string }) {
  const { requirement, locale } = to
  const { jobs, unfinished, start, pause, resume, cancel } = useUploads(to)
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    for (const file of event.currentTarget.files ?? []) void start(file)
    event.currentTarget.value = ''
  }
  const inputId = `tep-${requirement}`
  return (
    <div className="flex flex-col gap-4">
      {unfinished.map((name) => (
        <Notice key={name} tone="info" locale={locale} title={say(D.resumeHint, locale, { name })} />
      ))}
      <label htmlFor={inputId} className="font-semibold">
        {say(D.choose, locale)}
      </label>
      <input
        id={inputId}
        type="file"
        multiple
        accept={accept}
        onChange={chosen}
        className="w-full rounded-md border border-dashed border-edge bg-raised p-4"
      />
      {jobs.map((job) => (
        <JobRow key={job.key} job={job} locale={locale} onPause={pause} onResume={resume} onCancel={cancel} />
      ))}
    </div>
  )
}

type RowProps = {
  job: Job
  locale: Locale
  onPause: (key: string) => void
  onResume: (key: string) => void
  onCancel: (key: string) => Promise<void>
}

const STAGE_WORDS = {
  sending: D.uploading,
  paused: D.uploading,
  waiting: D.waiting,
  checking: D.checking,
} as const

function JobRow({ job, locale, onPause, onResume, onCancel }: RowProps) {
  const cancel = (
    <Button type="button" variant="quiet" onClick={() => void onCancel(job.key)}>
      {say(D.cancel, locale)}
    </Button>
  )
  if (job.stage === 'refused') {
    return (
      <Notice tone="bad" locale={locale} isLive title={job.words}>
        {cancel}
      </Notice>
    )
  }
  const label = say(STAGE_WORDS[job.stage], locale, { name: job.name })
  const isPaused = job.stage === 'paused'
  const turn = () => {
    if (isPaused) onResume(job.key)
    else onPause(job.key)
  }
  return (
    <div className="flex flex-col gap-2" data-upload={job.stage}>
      <Progress id={`tien-do-${job.key}`} label={label} value={job.sent} max={Math.max(1, job.size)} />
      <span className="flex gap-3">
        <Button type="button" variant="secondary" onClick={turn}>
          {say(isPaused ? D.resume : D.pause, locale)}
        </Button>
        {cancel}
      </span>
    </div>
  )
}
