import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import type { Job } from './use-uploads'
import { DRAFT_WORDS as D } from './words'

type Props = {
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

/** One file on its way: how far it has come, pause and give up; or why it cannot be taken. */
export function UploadRow({ job, locale, onPause, onResume, onCancel }: Props) {
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
