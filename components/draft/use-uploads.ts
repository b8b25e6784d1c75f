'use client'
import { useRef, useState, useSyncExternalStore } from 'react'
import type { Upload, UploadOptions } from 'tus-js-client'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { DRAFT_WORDS } from './words'

const CHUNK_BYTES = 8 * 1024 * 1024
const RETRY_MS = [500, 1000, 2000, 4000, 8000, 15_000, 15_000, 30_000, 30_000, 60_000, 60_000, 120_000]

export type Job = {
  key: string
  name: string
  sent: number
  size: number
  stage: 'sending' | 'paused' | 'waiting' | 'checking' | 'refused'
  words?: string
}

type Change = (change: Partial<Job>) => void
export type Destination = { draftId: string; requirement: string; locale: Locale }

/** The files on their way to one requirement: what each has reached, and how to start, pause, go on and give up. */
export function useUploads({ draftId, requirement, locale }: Destination) {
  const [jobs, setJobs] = useState<Job[]>([])
  const prefix = `${draftId}:${requirement}:`
  const unfinished = useUnfinished(prefix)
  const running = useRef(new Map<string, Upload>())

  const update = (key: string, change: Partial<Job>) => {
    setJobs((before) => before.map((job) => (job.key === key ? { ...job, ...change } : job)))
  }
  return {
    jobs,
    unfinished: unfinished.filter((name) => !jobs.some((job) => job.name === name)),
    start: async (file: File) => {
      const key = `${prefix}${file.name}:${String(file.size)}:${String(file.lastModified)}`
      const job: Job = { key, name: file.name, sent: 0, size: file.size, stage: 'sending' }
      setJobs((before) => [...before.filter((other) => other.key !== key), job])
      const upload = await makeUpload(file, key, { draftId, requirement, locale }, (change) => {
        update(key, change)
      })
      running.current.set(key, upload)
      upload.start()
    },
    pause: (key: string) => {
      void running.current.get(key)?.abort()
      update(key, { stage: 'paused' })
    },
    resume: (key: string) => {
      running.current.get(key)?.start()
      update(key, { stage: 'sending' })
    },
    cancel: async (key: string) => {
      const upload = running.current.get(key)
      await upload?.abort(true).catch(() => undefined)
      running.current.delete(key)
      setJobs((before) => before.filter((job) => job.key !== key))
    },
  }
}

/** An upload that goes on where an earlier one of the same file stopped. */
async function makeUpload(file: File, key: string, to: Destination, update: Change): Promise<Upload> {
  const { Upload } = await import('tus-js-client')
  const upload = new Upload(file, {
    endpoint: '/api/tep',
    chunkSize: CHUNK_BYTES,
    retryDelays: RETRY_MS,
    metadata: { filename: file.name, filetype: file.type, holder: to.draftId, requirement: to.requirement },
    fingerprint: () => Promise.resolve(key),
    removeFingerprintOnSuccess: true,
    ...progressOf(update, to.locale),
  })
  const [earlier] = await upload.findPreviousUploads()
  if (earlier !== undefined) upload.resumeFromPreviousUpload(earlier)
  return upload
}

function progressOf(
  update: Change,
  locale: Locale,
): Required<Pick<UploadOptions, 'onProgress' | 'onShouldRetry' | 'onSuccess' | 'onError'>> {
  return {
    onProgress(sent, size) {
      update({ sent, size, stage: sent === size ? 'checking' : 'sending' })
    },
    onShouldRetry(error) {
      const status = error.originalResponse?.getStatus() ?? 0
      const isRefused = status >= 400 && status < 500 && status !== 423
      if (!isRefused) update({ stage: 'waiting' })
      return !isRefused
    },
    onSuccess() {
      location.reload()
    },
    onError(error) {
      const said = 'originalResponse' in error ? error.originalResponse?.getBody() : undefined
      update({ stage: 'refused', words: said ? said : say(DRAFT_WORDS.waiting, locale) })
    },
  }
}

const never = () => () => undefined
const SEPARATOR = '\n'

/** Names of files whose upload was cut off by a closed tab; choosing the same file again goes on where it stopped. */
function useUnfinished(prefix: string): string[] {
  const names = useSyncExternalStore(
    never,
    () => unfinishedIn(prefix).join(SEPARATOR),
    () => '',
  )
  return names === '' ? [] : names.split(SEPARATOR)
}

function unfinishedIn(prefix: string): string[] {
  const names = Object.keys(localStorage).flatMap((key) => {
    const at = key.startsWith('tus::') ? key.indexOf(prefix) : -1
    return at === -1 ? [] : [key.slice(at + prefix.length).split(':')[0] ?? '']
  })
  return [...new Set(names)].filter((name) => name !== '')
}
