'use client'
import { useEffect, useState } from 'react'
import type { Upload, UploadOptions } from 'tus-js-client'
import { refreshPage } from '@/components/islands/refresh-page'
import { attachmentPaths } from '@/lib/attachments'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { unfinishedUploads } from './unfinished-uploads'
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
type Told = { update: Change; stored: () => void }
export type Destination = { draftId: string; requirement: string; locale: Locale }

/** The files on their way to one requirement: what each has reached, and how to start, pause, go on and give up. */
export function useUploads(to: Destination) {
  const prefix = `${to.draftId}:${to.requirement}:`
  const { unfinished, resumed } = useUnfinished(prefix)
  const { jobs, running, add, update, remove, stored } = useJobs()
  useStaying(jobs.some(({ stage }) => stage !== 'refused'))
  return {
    jobs,
    unfinished,
    start: async (file: File) => {
      const key = `${prefix}${encodeURIComponent(file.name)}:${String(file.size)}:${String(file.lastModified)}`
      resumed(file.name)
      add({ key, name: file.name, sent: 0, size: file.size, stage: 'sending' })
      const upload = await makeUpload(file, key, to, {
        update: (change) => {
          update(key, change)
        },
        stored: () => void stored(key),
      })
      running.set(key, upload)
      upload.start()
    },
    pause: (key: string) => {
      void running.get(key)?.abort()
      update(key, { stage: 'paused' })
    },
    resume: (key: string) => {
      running.get(key)?.start()
      update(key, { stage: 'sending' })
    },
    cancel: async (key: string) => {
      await running
        .get(key)
        ?.abort(true)
        .catch(() => undefined)
      remove(key)
    },
  }
}

function useJobs() {
  const [jobs, setJobs] = useState<Job[]>([])
  const [running] = useState(() => new Map<string, Upload>())
  const remove = (key: string) => {
    running.delete(key)
    setJobs((before) => before.filter((job) => job.key !== key))
  }
  return {
    jobs,
    running,
    remove,
    add: (job: Job) => {
      setJobs((before) => [...before.filter((other) => other.key !== job.key), job])
    },
    update: (key: string, change: Partial<Job>) => {
      setJobs((before) => before.map((job) => (job.key === key ? { ...job, ...change } : job)))
    },
    /** What is stored comes with the server's list, while all else on the page goes on. */
    stored: async (key: string) => {
      await refreshPage()
      remove(key)
    },
  }
}

/** An upload that goes on where an earlier one of the same file stopped. */
async function makeUpload(file: File, key: string, to: Destination, callbacks: Told): Promise<Upload> {
  const { Upload } = await import('tus-js-client')
  const upload = new Upload(file, {
    endpoint: attachmentPaths.uploads(),
    chunkSize: CHUNK_BYTES,
    retryDelays: RETRY_MS,
    metadata: { filename: file.name, filetype: file.type, holder: to.draftId, requirement: to.requirement },
    fingerprint: () => Promise.resolve(key),
    removeFingerprintOnSuccess: true,
    ...progressOf(callbacks, to.locale),
  })
  const [earlier] = await upload.findPreviousUploads()
  if (earlier !== undefined) upload.resumeFromPreviousUpload(earlier)
  return upload
}

function progressOf(
  { update, stored }: Told,
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
    onSuccess: stored,
    onError(error) {
      const body = 'originalResponse' in error ? error.originalResponse?.getBody() : undefined
      update({ stage: 'refused', words: body ? body : say(DRAFT_WORDS.waiting, locale) })
    },
  }
}

/** Whoever leaves while a file is on its way is asked by the browser first. */
function useStaying(isBusy: boolean): void {
  useEffect(() => {
    if (!isBusy) return
    const ask = (event: BeforeUnloadEvent) => {
      event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => {
      window.removeEventListener('beforeunload', ask)
    }
  }, [isBusy])
}

/** Names of files whose upload was cut off by a closed tab; choosing the same file again goes on where it stopped. */
function useUnfinished(prefix: string) {
  const [names, setNames] = useState<string[]>([])
  useEffect(() => {
    let isGone = false
    void unfinishedUploads(prefix).then((uploads) => {
      if (!isGone) setNames(uploads)
    })
    return () => {
      isGone = true
    }
  }, [prefix])
  const resumed = (name: string) => {
    setNames((before) => before.filter((other) => other !== name))
  }
  return { unfinished: names, resumed }
}
