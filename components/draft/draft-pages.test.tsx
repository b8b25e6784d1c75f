import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { aFile, anItem, aRound, OWN } from '@/components/dossier/page-view.fixture'
import { linksOf, textOf } from '@/components/ui/markup.fixture'
import { itKeepsTheRules } from '@/components/ui/views.fixture'
import { feeAt, requiredDocuments } from '@/lib/catalogue'
import { summaryOf, walk } from '@/lib/forms'
import type { Answers } from '@/lib/forms'
import type { Locale } from '@/lib/i18n'
import type { Issue } from '@/lib/kernel'
import { drivingLicence } from '@/lib/seed/procedures/driving-licence'
import { sampleAnswers } from '@/lib/testing/sample-answers'
import { acceptOf, DocumentsPage } from './documents-page'
import { ExplainForm } from './explain-form'
import { mendPlaces } from './mend-places'
import { ReviewPage } from './review-page'
import { SubmitForm } from './submit-form'
import { SupplementPage } from './supplement-page'
import { UploadBox } from './upload-box'

const today = '2026-11-21'
const form = drivingLicence.form ?? { pages: [] }
const answers = sampleAnswers(form, today)
const scopeOf = (typedAnswers: Answers) => ({ answers: typedAnswers, facts: {}, today })
const documents = requiredDocuments(drivingLicence, 'EXPIRED', scopeOf(answers))
const opened = (typedAnswers = answers, files = [aFile()]) => ({
  ...{ draft: { id: 'd1' }, definition: drivingLicence, journey: walk(form, scopeOf(typedAnswers)), documents, files },
  verdicts: new Map(),
})
const issue = (path: string): Issue => ({
  path,
  code: 'required',
  words: { vi: `Thiếu ${path}.`, en: `Missing ${path}.` },
})
const submit = (locale: Locale, missing: Issue[]) => (
  <SubmitForm
    handsIn={{ name: 'nop', content: 'mark' }}
    {...{ refused: null, isReady: missing.length === 0, locale }}
    places={mendPlaces('d1', opened().journey, documents)}
  />
)
const review = (locale: Locale, missing: Issue[] = [], isStillToDo = false) => (
  <ReviewPage
    opened={opened(answers, missing.length === 0 ? [aFile()] : [])}
    answers={summaryOf(form, scopeOf(answers), locale)}
    fee={feeAt(drivingLicence, 'EXPIRED', scopeOf(answers))}
    {...{ missing, isStillToDo, locale, submit: submit(locale, missing) }}
  />
)
const uploads = (locale: Locale) =>
  new Map(
    documents
      .filter(({ origin }) => origin === 'upload')
      .map((document) => [
        document.code,
        <UploadBox
          key={document.code}
          {...{ draftId: 'd1', requirement: document.code, accept: acceptOf(document), locale }}
        />,
      ]),
  )
const papers = (locale: Locale, refusal: { requirement: string; words: string } | null = null) => (
  <DocumentsPage {...{ opened: opened(), refusal, missing: [], uploads: uploads(locale), locale }} />
)
const PHOTO = { ...anItem().item, ref: 'ANH', label: { vi: 'Ảnh', en: 'Photo' } }
const FIELD = walk(form, scopeOf(answers)).pages[0]?.fields[0]?.id ?? ''
const supplement = (locale: Locale, missing: Issue[] = []) => (
  <SupplementPage
    {...{ opened: opened(), missing, locale, submit: submit(locale, missing) }}
    round={aRound({ items: [anItem(), anItem({ item: PHOTO, explanation: 'Because.' })] })}
    explain={({ ref }) => (
      <ExplainForm {...{ about: ref, explanation: null, refused: null, action: '/xem-lai', locale }} />
    )}
  />
)

describe('the last pages of a draft keep the rules', () => {
  itKeepsTheRules(
    [
      ['the papers', (locale) => papers(locale)],
      [
        'a paper that was refused',
        (locale) => papers(locale, { requirement: 'GPLX', words: locale === 'vi' ? 'Tệp hỏng.' : 'Broken.' }),
      ],
      ['everything once more', (locale) => review(locale)],
      ['everything, still to be sent', (locale) => review(locale, [], true)],
      ['what is missing', (locale) => review(locale, [issue(FIELD), issue('GPLX')])],
      ['a supplement', (locale) => supplement(locale)],
      ['a supplement that lacks something', (locale) => supplement(locale, [issue('GPLX')])],
    ],
    // The answers are Vietnamese, whoever reads them.
    [
      ...OWN,
      ...Object.values(answers).flatMap((answer) => (typeof answer === 'string' && answer.length > 6 ? [answer] : [])),
      'NGUYỄN VĂN AN',
      '12 phố Đội Cấn, 00004, 01',
      'Bệnh viện Giao thông vận tải',
    ],
  )
})

describe('a draft', () => {
  it('says of every document what is asked, and where it is given', () => {
    const html = renderToStaticMarkup(papers('vi'))
    for (const { name } of documents) expect(textOf(html)).toContain(name.vi)
    for (const { code } of documents) expect(html).toContain(`id="${code}"`)
    for (const code of uploads('vi').keys()) expect(html).toContain(`name="muc" value="${code}"`)
  })

  it('has for every file a form that removes it, without script and in place where there is', () => {
    const [form] = /<form[^>]*data-in-place[\s\S]*?<\/form>/.exec(renderToStaticMarkup(papers('vi'))) ?? ['']
    expect(form).toMatch(/action="\/ho-so\/nhap\/[\w-]+\/giay-to" method="post"/)
    expect(form).toContain('name="viec" value="xoa-tep"')
    expect(form).toContain(`name="tep" value="${aFile().id}"`)
  })

  it('leads from each section to its page, and from what is missing to its place', () => {
    const links = linksOf(renderToStaticMarkup(review('vi', [issue(FIELD), issue('GPLX')])))
    for (const { id, title } of form.pages.slice(0, 1))
      expect(links).toContainEqual([`Sửa: ${title.vi}`, `/ho-so/nhap/d1/${id}`])
    expect(links).toContainEqual(['Thiếu GPLX.', '/ho-so/nhap/d1/giay-to#GPLX'])
    expect(links.find(([name]) => name === `Thiếu ${FIELD}.`)?.[1]).toMatch(
      new RegExp(`^/ho-so/nhap/d1/[a-z-]+#${FIELD}$`),
    )
  })

  it('says what it costs before it is sent', () => {
    expect(textOf(renderToStaticMarkup(review('vi')))).toContain('135.000 đồng')
    expect(textOf(renderToStaticMarkup(review('en')))).toContain('VND 135,000')
  })
})
