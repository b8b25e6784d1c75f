import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { linksOf, textOf } from '@/components/ui/markup.fixture'
import { itKeepsTheRules } from '@/components/ui/views.fixture'
import type { ProcedureDefinition } from '@/lib/catalogue'
import type { Locale } from '@/lib/i18n'
import { birthRegistration } from '@/lib/seed/procedures/birth-registration'
import { drivingLicence } from '@/lib/seed/procedures/driving-licence'
import { SAMPLE_PROCEDURES } from '@/lib/seed/procedures'
import { ProcedureView } from './procedure-view'

const today = '2026-11-21'
const page = (definition: ProcedureDefinition, caseCode: string | undefined, locale: Locale = 'vi', day = today) => (
  <ProcedureView {...{ definition, caseCode, locale }} today={day} />
)
const drawn = (...shown: Parameters<typeof page>) => renderToStaticMarkup(page(...shown))

describe('the page of every seeded procedure, for each of its cases, keeps the rules', () => {
  const pages = SAMPLE_PROCEDURES.flatMap((definition) =>
    definition.cases.map(({ code }) => ({ definition, caseCode: code })),
  )
  itKeepsTheRules(
    pages.map(({ definition, caseCode }) => [
      `${definition.slug} ${caseCode}`,
      (locale) => page(definition, caseCode, locale),
    ]),
  )
})

describe('the page of a procedure', () => {
  const cases = drivingLicence.cases.map((chosenCase) => ({ ...chosenCase, timeLimits: [], fees: [], documents: [] }))
  const bare = { ...drivingLicence, cases, conditions: [], legalBasis: [] }

  itKeepsTheRules([
    ['that says little of itself', (locale) => page(bare, undefined, locale)],
    ['that is not filed here', (locale) => page({ ...drivingLicence, online: false }, undefined, locale)],
    [
      'that is done online in part, with a reason and a note',
      (locale) =>
        page(
          {
            ...bare,
            level: 'PARTIAL',
            partialReason: 'presence',
            partialNote: { vi: 'Đến một lần.', en: 'Come once.' },
          },
          undefined,
          locale,
        ),
    ],
  ])

  it('begins the case that was chosen, and asks on the way where none was', () => {
    const starts = (caseCode: string | undefined) =>
      linksOf(drawn(drivingLicence, caseCode)).filter(([name]) => name === 'Nộp hồ sơ')
    expect(starts('DAMAGED')).toEqual([['Nộp hồ sơ', '/dich-vu/doi-giay-phep-lai-xe/nop?truong-hop=DAMAGED']])
    expect(starts(undefined)).toEqual([['Nộp hồ sơ', '/dich-vu/doi-giay-phep-lai-xe/nop']])
    // Somebody's own address.
    expect(starts('"><script>alert(1)</script>')).toEqual(starts(undefined))
  })

  it('offers no way in where it is not filed here, and says so', () => {
    const html = drawn({ ...drivingLicence, online: false }, undefined)
    expect(linksOf(html).map(([name]) => name)).not.toContain('Nộp hồ sơ')
    expect(textOf(html)).toContain('Chưa tiếp nhận trực tuyến')
  })

  it('says what it costs on the day, and what it cost before and will', () => {
    expect(textOf(drawn(drivingLicence, 'EXPIRED'))).toMatch(/Phí, lệ phí hôm nay 135\.000 đồng/)
    expect(textOf(drawn(drivingLicence, 'EXPIRED', 'vi', '2025-12-31'))).toMatch(/hôm nay 115\.000 đồng/)
    expect(textOf(drawn(drivingLicence, 'EXPIRED', 'en'))).toMatch(/Cost today VND 135,000/)
    expect(textOf(drawn(drivingLicence, 'EXPIRED'))).toContain('Áp dụng hôm nay, 21/11/2026')
    expect(textOf(drawn(drivingLicence, 'EXPIRED'))).toContain('từ 01/12/2023 đến 31/12/2025')
  })

  it('marks one case as the one shown', () => {
    const html = drawn(birthRegistration, 'WITNESS')
    expect(html.match(/aria-current="true"/g)).toHaveLength(1)
    expect(html).toMatch(/truong-hop=WITNESS#giay-to" aria-current="true"/)
    expect(textOf(html)).toContain(
      `Cho trường hợp: ${birthRegistration.cases.find(({ code }) => code === 'WITNESS')?.name.vi ?? 'none'}`,
    )
  })

  it('shows the words of a definition as words, whatever they are', () => {
    const hostile = '<img src=x onerror=alert(1)>“"&\u202E'
    const html = drawn({ ...drivingLicence, name: { vi: hostile, en: hostile } }, undefined)
    expect(html).not.toContain('<img')
    expect(textOf(html)).toContain(hostile)
  })
})
