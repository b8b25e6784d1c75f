import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { HOSTILE } from '@/components/dossier/page-view.fixture'
import { buttonsOf, inputsOf, textOf } from '@/components/ui/markup.fixture'
import { itKeepsTheRules } from '@/components/ui/views.fixture'
import type { Locale } from '@/lib/i18n'
import { AgencyStandings } from './agency-standings'
import { FailedJobs } from './failed-jobs'
import type { FailedJobRow } from './failed-jobs'
import { UndeliveredNotices } from './undelivered-notices'

const AT = new Date('2026-11-20T18:30:00Z')
const never = () => Promise.resolve()
const aJob = (id: number, changes: Partial<FailedJobRow> = {}): FailedJobRow => ({
  ...{
    id,
    task: 'notices.deliver',
    attempts: 25,
    maxAttempts: 25,
    lastError: 'Error: no route',
    isFinal: true,
    updatedAt: AT,
  },
  ...changes,
})
const jobs = (locale: Locale, rows: FailedJobRow[]) => <FailedJobs jobs={rows} retry={never} locale={locale} />
const delivery = {
  ...{ noticeId: 'n1', channel: 'mail', code: null, attempts: 3, changedAt: AT },
  ...{
    on: { vi: 'Thư', en: 'Mail' },
    state: { vi: 'Không tới', en: 'Failed' },
    why: { vi: 'Không có địa chỉ.', en: 'No address.' },
  },
}
const notices = (locale: Locale, deliveries = [delivery, { ...delivery, noticeId: 'n2', code: '550' }]) => (
  <UndeliveredNotices deliveries={deliveries} redeliver={never} locale={locale} />
)
const standing = {
  ...{ agencyCode: 'H26', waiting: 0, open: 1234, overdue: 1, finished: 2, onTime: 1 },
  name: { vi: 'Sở', en: 'Agency' },
}

describe('pages of oversight keep the rules', () => {
  itKeepsTheRules(
    [
      ['how agencies stand', (locale) => <AgencyStandings rows={[standing]} days={30} locale={locale} />],
      ['no agency', (locale) => <AgencyStandings rows={[]} days={30} locale={locale} />],
      ['nothing failed', (locale) => jobs(locale, [])],
      ['what failed', (locale) => jobs(locale, [aJob(1), aJob(2, { isFinal: false, attempts: 3 })])],
      ['what did not arrive', (locale) => notices(locale)],
    ],
    ['notices.deliver', 'Error: no route'],
  )
})

describe('what failed', () => {
  it('is tried again one by one, each by a button that says what', () => {
    const html = renderToStaticMarkup(jobs('vi', [aJob(1), aJob(2, { task: 'dossiers.issuePaper' })]))
    expect(buttonsOf(html)).toEqual(['Chạy lại ngay: notices.deliver', 'Chạy lại ngay: dossiers.issuePaper'])
    expect(inputsOf(html).map(({ value }) => value)).toEqual(['1', '2'])
  })

  it('shows an error of any length and kind as words, cut', () => {
    const html = renderToStaticMarkup(jobs('vi', [aJob(1, { lastError: HOSTILE })]))
    expect(html).not.toContain('<script>alert')
    expect(html.length).toBeLessThan(6000)
  })

  it('is counted as its reader counts', () => {
    const standings = (locale: Locale) =>
      textOf(renderToStaticMarkup(<AgencyStandings rows={[standing]} days={30} locale={locale} />))
    expect(standings('vi')).toContain('1.234')
    expect(standings('en')).toContain('1,234')
  })

  it('of notices, names each by its channel and says why; nothing where all arrived', () => {
    const html = renderToStaticMarkup(notices('vi'))
    expect(
      inputsOf(html)
        .filter(({ name }) => name === 'noticeId')
        .map(({ value }) => value),
    ).toEqual(['n1', 'n2'])
    expect(textOf(html)).toContain('Không có địa chỉ. (550)')
    expect(renderToStaticMarkup(notices('vi', []))).toBe('')
  })
})
