import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { inputsOf, linksOf, textOf } from '@/components/ui/markup.fixture'
import { faultsOf } from '@/components/ui/page-rules.fixture'
import { itKeepsTheRules } from '@/components/ui/views.fixture'
import { actPageOf, commandOfPage, isCommand, LONGEST, OPERATIONS } from '@/lib/dossiers'
import type { PagedCommand } from '@/lib/dossiers'
import { LOCALES } from '@/lib/i18n'
import type { Text } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { ERRORS } from '@/lib/errors'
import type { DomainError } from '@/lib/kernel'
import { drivingLicence } from '@/lib/seed/procedures/driving-licence'
import { ActError } from './act-error'
import { ActForm } from './act-form'
import { ActPage } from './act-page'
import { actFields } from './act-specs'
import { DOSSIER, RESULT } from './dossier.fixture'
import { KeptTyping } from './kept-typing'
import { aPageView, HOSTILE, OWN } from './page-view.fixture'
import { SupplementForm } from './supplement-form'
import type { Candidate } from './supplement-form'
import type { ActState } from './use-act'

const OFFICERS = ['Lan', 'Phuc'].map((name, at) => ({ userId: `u${String(at)}`, name, unitId: 'n1', unitName: 'Unit' }))
const PAGED = Object.values(OPERATIONS).flatMap(({ page }) => commandOfPage(page ?? '') ?? [])
const stay = (state: ActState) => Promise.resolve(state)
const shared = { action: stay, seenVersion: 7, reloadHref: '/can-bo/ho-so/1' }

const CANDIDATES: Candidate[] = [
  { target: 'field', ref: 'licence.number', label: { vi: 'Số', en: 'Number' }, group: 'GROUP', answer: '790…' },
  { target: 'document', ref: 'GPLX', label: { vi: 'Bằng lái', en: 'Licence' }, group: 'PAPERS', answer: 'a.jpg' },
  { target: 'document', ref: 'ANH', label: { vi: 'Ảnh', en: 'Photo' }, group: 'PAPERS', answer: '' },
]

function formOf(command: PagedCommand, locale: Locale, result = RESULT) {
  if (command === 'requestSupplement')
    return (
      <SupplementForm
        {...shared}
        candidates={CANDIDATES}
        submitLabel={locale === 'vi' ? 'Gửi' : 'Send'}
        locale={locale}
      />
    )
  const context = { dossier: DOSSIER, definition: drivingLicence, result, officers: OFFICERS, locale }
  const submit = { label: OPERATIONS[command].words[locale] }
  return <ActForm {...shared} fields={actFields(command, context)} {...{ submit, locale }} />
}

/** The page of an act, with what was typed before if anything was. */
function page(command: PagedCommand, locale: Locale = 'vi', typed: [string, string][] | null = null) {
  const view = aPageView(OPERATIONS[command].moves[0][0], { definition: drivingLicence })
  return (
    <ActPage {...{ view, command, locale }}>
      <KeptTyping typed={typed} locale={locale}>
        {formOf(command, locale)}
      </KeptTyping>
    </ActPage>
  )
}
const drawn = (...context: Parameters<typeof page>) => renderToStaticMarkup(page(...context))

describe('the page of every act keeps the rules', () => {
  itKeepsTheRules(
    PAGED.flatMap((command) => [
      [command, (locale) => page(command, locale)],
      [`${command}, begun before`, (locale) => page(command, locale, [['reason', 'Typed.']])],
    ]),
    [...OWN, 'GROUP', 'PAPERS'],
  )
})

describe('an act', () => {
  it('has a page, or is one button: every operation in the table', () => {
    const commands = Object.keys(OPERATIONS).filter(isCommand)
    expect(PAGED).toHaveLength(commands.filter((command) => actPageOf(command) !== null).length)
    expect(new Set(commands.flatMap((command) => actPageOf(command) ?? [])).size).toBe(PAGED.length)
  })

  it.each(PAGED)('%s asks for all it reads: an empty form is refused only at what the page shows', (command) => {
    const html = drawn(command)
    const sent = new FormData()
    for (const { name, type, value } of inputsOf(html))
      if (type !== 'radio' && type !== 'checkbox') sent.append(name, type === 'select' ? '' : value)
    const read = OPERATIONS[command].read(sent)
    const issues = read.ok ? [] : (read.error.issues ?? [])
    for (const { path } of issues) expect(html, path).toMatch(new RegExp(`id="${path.replaceAll('.', '\\.')}"`))
    expect(faultsOf(html, OWN)).toEqual([])
  })

  it.each(PAGED)('%s carries the version its reader saw, and leads back', (command) => {
    const html = drawn(command)
    expect(inputsOf(html)).toContainEqual({ name: 'seenVersion', type: 'hidden', value: '7' })
    expect(linksOf(html)).toContainEqual(['Quay lại hồ sơ', `/can-bo/ho-so/${DOSSIER.id}`])
  })

  it.each(PAGED)('%s keeps all that was typed, as it was typed', (command) => {
    const texts = inputsOf(drawn(command)).filter(({ type }) => type === 'textarea' || type === 'text')
    const typings = texts.map(({ name }): [string, string] => [name, HOSTILE])
    const html = drawn(command, 'vi', typings)
    // A parser eats the line break a textarea begins with; nothing else may be lost.
    for (const [name] of typings) expect(inputsOf(html).find((input) => input.name === name)?.value).toBe(HOSTILE)
    expect(html).not.toContain('<script>alert')
  })

  it('draws a result from what was proposed, the ground among those of the procedure', () => {
    const [ground] = drivingLicence.refusalGrounds
    const proposed = { ...RESULT, outcome: 'denied' as const, ground: ground?.words.vi ?? '', reason: 'Because.' }
    const html = renderToStaticMarkup(formOf('draftResult', 'en', proposed))
    expect(html).toMatch(/value="denied"[^>]*checked|checked[^>]*value="denied"/)
    expect(html).toContain('>Because.</textarea>')
    expect(html.match(/<option[^>]*selected/g)).toHaveLength(1)
    expect(html).toContain(`<option value="${ground?.words.vi ?? ''}" selected="">${ground?.words.en ?? ''}</option>`)
  })

  it('is never offered to whoever has it already', () => {
    const context = {
      dossier: { ...DOSSIER, assigneeId: 'u0' },
      definition: drivingLicence,
      result: null,
      officers: OFFICERS,
    }
    const [field] = actFields('assign', { ...context, locale: 'vi' })
    expect(field?.options?.map(({ label }) => label)).toEqual(['Phuc'])
  })

  it('says how long a text may be as the server counts it', () => {
    const limits = actFields('rejectIntake', {
      ...{ dossier: DOSSIER, definition: drivingLicence },
      result: null,
      officers: [],
      locale: 'vi',
    })
    expect(limits.find(({ name }) => name === 'guidance')?.max).toBe(LONGEST.guidance)
  })
})

describe('a request for a supplement', () => {
  const asking = renderToStaticMarkup(formOf('requestSupplement', 'vi'))

  it('names for each candidate what is asked, by its own inputs', () => {
    const names = inputsOf(asking).map(({ name }) => name)
    for (const [at] of CANDIDATES.entries())
      for (const part of ['on', 'target', 'ref', 'reason', 'howToMend'])
        expect(names.filter((name) => name === `items.${String(at)}.${part}`)).toHaveLength(1)
    expect(inputsOf(asking)).toContainEqual({ name: 'items.1.ref', type: 'hidden', value: 'GPLX' })
  })

  it('is read as it was ticked', () => {
    const form = new FormData()
    for (const { name, type, value } of inputsOf(asking))
      if (type === 'hidden' || type === 'textarea') form.set(name, value)
    for (const at of ['0', '2']) {
      form.set(`items.${at}.on`, '1')
      form.set(`items.${at}.reason`, 'wrong')
      form.set(`items.${at}.howToMend`, 'Ghi lại cho đúng.')
    }
    const read = OPERATIONS.requestSupplement.read(form)
    expect(read.ok && read.value.items.map(({ target, ref }) => [target, ref])).toEqual([
      ['field', 'licence.number'],
      ['document', 'ANH'],
    ])
  })
})

describe('a refusal', () => {
  it.each(Object.entries<{ words: Text }>({ ...ERRORS }))('%s is told in whole sentences', (_, { words }) => {
    for (const locale of LOCALES) expect(words[locale]).toMatch(/^[\p{Lu}“{].{10,}[.!?:}]$/su)
  })

  it('by somebody quicker says what they did, and leads to it; an outage leads nowhere', () => {
    const by = { path: '', code: 'act', words: { vi: 'Tiếp nhận: Lan, lúc 09:00', en: 'Accepted: Lan, at 09:00' } }
    const drawError = (error: DomainError) =>
      renderToStaticMarkup(<ActError error={error} locale="vi" reloadHref="/can-bo/ho-so/1" />)
    const meanwhile = drawError({ code: 'changed-meanwhile', issues: [by] })
    expect(textOf(meanwhile)).toContain('Tiếp nhận: Lan, lúc 09:00')
    expect(linksOf(meanwhile)).toEqual([['Tải lại hồ sơ để xem nội dung mới', '/can-bo/ho-so/1']])
    expect(linksOf(drawError({ code: 'unavailable' }))).toEqual([])
  })
})
