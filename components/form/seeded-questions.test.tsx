import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { HOSTILE } from '@/components/dossier/page-view.fixture'
import { inputsOf } from '@/components/ui/markup.fixture'
import { faultsOf } from '@/components/ui/page-rules.fixture'
import { itKeepsTheRules } from '@/components/ui/views.fixture'
import type { FormDefinition } from '@/lib/forms'
import { issuesOf, parsePage } from '@/lib/forms'
import type { Locale } from '@/lib/i18n'
import { SAMPLE_PROCEDURES } from '@/lib/seed/procedures'
import { FormErrors } from './error-summary'
import { Question } from './question'

const today = '2026-11-21'
const places = {
  provinces: [{ code: '01', name: 'HA NOI' }],
  wards: { '01': [{ code: '00004', name: 'BA DINH' }] },
}
const scope = { answers: {}, facts: {}, today, places }
const forms = SAMPLE_PROCEDURES.flatMap(({ slug, form }) => (form === undefined ? [] : [{ slug, form }]))

/** Every question of a page, whether its condition holds or not, with all that is wrong with an empty one. */
function page(form: FormDefinition, pageId: string, locale: Locale, isJudged = false) {
  const fields = form.pages.find(({ id }) => id === pageId)?.fields ?? []
  const issues = isJudged
    ? issuesOf(form, scope).filter(({ path }) => fields.some(({ id }) => path.startsWith(id)))
    : []
  return (
    <form action="/">
      {isJudged && <FormErrors issues={issues} locale={locale} />}
      {fields.map((field) => (
        <Question key={field.id} {...{ field, issues, locale, scope }} name={field.id} value={undefined} />
      ))}
      <button>OK</button>
    </form>
  )
}

describe('every question of the seeded forms keeps the rules', () => {
  itKeepsTheRules(
    forms.flatMap(({ slug, form }) =>
      form.pages.map(({ id }) => [`${slug} ${id}`, (locale: Locale) => page(form, id, locale)] as const),
    ),
    ['Nguyễn Văn An', 'Việt Nam'],
  )
})

describe('a page sent empty', () => {
  it.each(forms.map(({ slug, form }) => [slug, form] as const))(
    'of %s leads from each fault to its question',
    (_, form) => {
      const html = renderToStaticMarkup(page(form, form.pages[0]?.id ?? '', 'vi', true))
      expect(html).toContain('role="alert"')
      expect(faultsOf(html)).toEqual([])
    },
  )

  it.each(forms.map(({ slug, form }) => [slug, form] as const))(
    'of %s is sent with the names it is read by',
    (_, form) => {
      const [first] = form.pages
      const names = inputsOf(renderToStaticMarkup(page(form, first?.id ?? '', 'vi'))).map(({ name }) => name)
      const sent = new FormData()
      for (const name of names.filter((input) => !input.startsWith('_'))) sent.append(name, HOSTILE.slice(0, 2000))
      const parsed = parsePage(form, first?.id ?? '', sent, scope)
      // Whatever is typed everywhere is judged where it stands, and nothing is thrown.
      expect(
        parsed.ok ? [] : (parsed.error.issues ?? []).filter(({ path }) => !names.some((name) => name.startsWith(path))),
      ).toEqual([])
    },
  )
})
