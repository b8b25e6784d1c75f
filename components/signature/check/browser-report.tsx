'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { MAX_STREAM_BYTES } from '@/lib/signing'
import type { BrowserVerdict } from './judge-in-browser'
import { ReportView } from '../report/report-view'
import { sendFile } from './send-file'
import { VERIFY_WORDS as W } from '../report/verify-words'

type Props = BrowserVerdict & { file: File; locale: Locale }

/** The report on a file that never left this device, as data to keep; a PDF is made by the portal, which needs the file. */
export default function BrowserReport({ file, report, sha256, locale }: Props) {
  return (
    <>
      <p className="pb-4 text-lg wrap-anywhere">{file.name}</p>
      <ReportView report={report} fileName={file.name} sha256={sha256} locale={locale} />
      <h2 className="pt-8 pb-3 text-xl">{say(W.downloads, locale)}</h2>
      <div className="flex flex-col items-start gap-3">
        <AsData file={file} report={report} sha256={sha256} locale={locale} />
        <AsPdf file={file} locale={locale} />
      </div>
    </>
  )
}

function AsData({ file, report, sha256, locale }: Props) {
  function save() {
    const text = JSON.stringify({ file: file.name, sha256, ...report }, null, 2)
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
    link.download = 'bao-cao-chu-ky.json'
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <Button type="button" variant="secondary" onClick={save}>
      <Icon name="download" /> {say(W.asJson, locale)}
    </Button>
  )
}

function AsPdf({ file, locale }: Pick<Props, 'file' | 'locale'>) {
  const [sent, setSent] = useState<number | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  if (file.size > MAX_STREAM_BYTES) return <p className="text-ink-soft">{say(W.tooLargeForPdf, locale)}</p>

  async function send() {
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
  return (
    <>
      {refusal !== null && <Notice tone="bad" title={refusal} locale={locale} isLive />}
      <Button type="button" variant="secondary" disabled={sent !== null} onClick={() => void send()}>
        <Icon name="download" /> {say(W.sendForPdf, locale)}
      </Button>
      <p className="text-ink-soft">{say(W.privacy, locale)}</p>
      {sent !== null && (
        <div className="w-full" role="status">
          <Progress
            id="tien-do-gui"
            label={say(sent === 1 ? W.judging : W.sending, locale)}
            value={sent}
            max={1}
            detail={`${String(Math.round(sent * 100))}%`}
          />
        </div>
      )}
    </>
  )
}
