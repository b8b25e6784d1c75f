import { shortMoment } from '@/components/dossier/moment-text'
import { Column } from '@/components/layout/frame'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Table } from '@/components/ui/table'
import type { Locale, Text } from '@/lib/i18n'
import { say } from '@/lib/i18n'

const W = {
  title: { vi: 'Thông báo không tới nơi', en: 'Notices that did not arrive' },
  lead: {
    vi: 'Người nhận vẫn thấy các thông báo này trên cổng. Gửi lại khi nguyên nhân đã được khắc phục.',
    en: 'Their people still find these notices in the portal. Send again once the cause is mended.',
  },
  on: { vi: 'Kênh', en: 'Channel' },
  why: { vi: 'Vì sao', en: 'Why' },
  tries: { vi: 'Số lần thử', en: 'Tries' },
  at: { vi: 'Lúc', en: 'When' },
  act: { vi: 'Thao tác', en: 'Action' },
  again: { vi: 'Gửi lại', en: 'Send again' },
} as const satisfies Record<string, Text>

type DeliveryRow = {
  noticeId: string
  channel: string
  on: Text
  state: Text
  why: Text
  code: string | null
  attempts: number
  changedAt: Date
}

type Redeliver = (form: FormData) => Promise<void>

/** Deliveries that ended without arriving, each with its reason; nothing where there is none. */
export function UndeliveredNotices(props: { deliveries: DeliveryRow[]; redeliver: Redeliver; locale: Locale }) {
  const { deliveries, redeliver, locale } = props
  if (deliveries.length === 0) return null
  return (
    <Column>
      <h2 className="pb-3 text-xl">{say(W.title, locale)}</h2>
      <p className="pb-4 text-ink-soft">{say(W.lead, locale)}</p>
      <Table
        caption={say(W.title, locale)}
        isCaptionHidden
        rows={deliveries}
        keyOf={({ noticeId, channel }) => `${noticeId} ${channel}`}
        columns={[
          { key: 'on', header: say(W.on, locale), isRowHeader: true, cell: ({ on }) => say(on, locale) },
          { key: 'why', header: say(W.why, locale), cell: (delivery) => <Why {...delivery} locale={locale} /> },
          { key: 'tries', header: say(W.tries, locale), cell: ({ attempts }) => attempts },
          { key: 'at', header: say(W.at, locale), cell: ({ changedAt }) => shortMoment(changedAt) },
          {
            key: 'again',
            header: say(W.act, locale),
            cell: (delivery) => <Again delivery={delivery} redeliver={redeliver} locale={locale} />,
          },
        ]}
      />
    </Column>
  )
}

function Why({ state, why, code, locale }: Pick<DeliveryRow, 'state' | 'why' | 'code'> & { locale: Locale }) {
  return (
    <>
      <Badge tone="bad">{say(state, locale)}</Badge> {say(why, locale)} {code !== null && `(${code})`}
    </>
  )
}

function Again({ delivery, redeliver, locale }: { delivery: DeliveryRow; redeliver: Redeliver; locale: Locale }) {
  const words = say(W.again, locale)
  return (
    <form action={redeliver}>
      <input type="hidden" name="noticeId" value={delivery.noticeId} />
      <input type="hidden" name="channel" value={delivery.channel} />
      <Button variant="secondary" aria-label={`${words}: ${say(delivery.on, locale)}`}>
        {words}
      </Button>
    </form>
  )
}
