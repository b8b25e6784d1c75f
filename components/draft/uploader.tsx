'use client'
import { useEffect, useRef, useState } from 'react'
import type { ChangeEvent } from 'react'
import type { Upload as TusUpload } from 'tus-js-client'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { DRAFT_WORDS as D } from './words'

const CHUNK_BYTES = 8 * 1024 * 1024
const RETRY_MS = [500, 1000, 2000, 4000, 8000, 15_000, 15_000, 30_000, 30_000, 60_000, 60_000, 120_000]

type Stage = 'sending' | 'paused' | 'waiting' | 'checking' | 'refused'
type Job = { key: string; name: string; sent: number; size: number; stage: Stage; words?: string }

type Props = { draftId: string; requirement: string; accept: string; locale: Locale }

/** Takes the place of the plain file input where script runs: several files, progress, pause, and going on where it stopped. */
export function Uploader({ draftId, requirement, accept, locale }: Props) {
  const [jobs, setJobs] = useState<Job[]>([])
  const [unfinished, setUnfinished] = useState<string[]>([])
  const running = useRef(new Map<string, TusUpload>())
  const prefix = `${draftId}:${requirement}:`
  useEffect(() => {
    setUnfinished(unfinishedIn(prefix))
  }, [prefix])

  const update = (key: string, change: Partial<Job>) => {
    setJobs((before) => before.map((job) => (job.key === key ? { ...job, ...change } : job)))
  }
  const drop = (key: string) => {
    running.current.delete(key)
    setJobs((before) => before.filter((job) => job.key !== key))
  }

  async function start(file: File) {
    const key = `${prefix}${file.name}:${String(file.size)}:${String(file.lastModified)}`
    setJobs((before) => [
      ...before.filter((job) => job.key !== key),
      { key, name: file.name, sent: 0, size: file.size, stage: 'sending' },
    ])
    const { Upload } = await import('tus-js-client')
    const upload = new Upload(file, {
      endpoint: '/api/tep',
      chunkSize: CHUNK_BYTES,
      retryDelays: RETRY_MS,
      metadata: { filename: file.name, filetype: file.type, holder: draftId, requirement },
      fingerprint: () => Promise.resolve(key),
      removeFingerprintOnSuccess: true,
      onProgress: (sent, size) => {
        update(key, { sent, size, stage: sent === size ? 'checking' : 'sending' })
      },
      onShouldRetry: (error) => {
        const status = error.originalResponse?.getStatus() ?? 0
        if (status >= 400 && status < 500 && status !== 423) return false
        update(key, { stage: 'waiting' })
        return true
      },
      onSuccess: () => {
        location.reload()
      },
      onError: (error) => {
        const words = 'originalResponse' in error ? error.originalResponse?.getBody() : undefined
        update(key, { stage: 'refused', words: words !== undefined && words !== '' ? words : say(D.waiting, locale) })
      },
    })
    running.current.set(key, upload)
    const [earlier] = await upload.findPreviousUploads()
    if (earlier !== undefined) upload.resumeFromPreviousUpload(earlier)
    upload.start()
  }

  function chosen(event: ChangeEvent<HTMLInputElement>) {
    for (const file of event.currentTarget.files ?? []) void start(file)
    event.currentTarget.value = ''
  }

  async function cancel(key: string) {
    await running.current
      .get(key)
      ?.abort(true)
      .catch(() => undefined)
    drop(key)
  }

  const inputId = `tep-${requirement}`
  return (
    <div className="flex flex-col gap-4">
      {unfinished
        .filter((name) => !jobs.some((job) => job.name === name))
        .map((name) => (
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
        <JobRow
          key={job.key}
          job={job}
          locale={locale}
          onPause={() => {
            void running.current.get(job.key)?.abort()
            update(job.key, { stage: 'paused' })
          }}
          onResume={() => {
            running.current.get(job.key)?.start()
            update(job.key, { stage: 'sending' })
          }}
          onCancel={() => void cancel(job.key)}
        />
      ))}
    </div>
  )
}

type RowProps = { job: Job; locale: Locale; onPause: () => void; onResume: () => void; onCancel: () => void }

function JobRow({ job, locale, onPause, onResume, onCancel }: RowProps) {
  if (job.stage === 'refused') {
    return (
      <Notice tone="bad" locale={locale} isLive title={job.words}>
        <Button type="button" variant="quiet" onClick={onCancel}>
          {say(D.cancel, locale)}
        </Button>
      </Notice>
    )
  }
  const label =
    job.stage === 'checking'
      ? say(D.checking, locale)
      : job.stage === 'waiting'
        ? say(D.waiting, locale)
        : say(D.uploading, locale, { name: job.name })
  return (
    <div className="flex flex-col gap-2" data-upload={job.stage}>
      <Progress id={`tien-do-${job.key}`} label={label} value={job.sent} max={Math.max(1, job.size)} />
      <span className="flex gap-3">
        <Button type="button" variant="secondary" onClick={job.stage === 'paused' ? onResume : onPause}>
          {say(job.stage === 'paused' ? D.resume : D.pause, locale)}
        </Button>
        <Button type="button" variant="quiet" onClick={onCancel}>
          {say(D.cancel, locale)}
        </Button>
      </span>
    </div>
  )
}

/** Names of files whose upload was cut off by a closed tab; choosing the same file again goes on where it stopped. */
function unfinishedIn(prefix: string): string[] {
  const names = Object.keys(localStorage).flatMap((key) => {
    const at = key.startsWith('tus::') ? key.indexOf(prefix) : -1
    return at === -1 ? [] : [key.slice(at + prefix.length).split(':')[0] ?? '']
  })
  return [...new Set(names)].filter((name) => name !== '')
}
