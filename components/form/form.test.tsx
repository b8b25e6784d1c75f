import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { FIELD_KINDS, issuesOf, parsePage, walk } from '@/lib/forms'
import type { Answer, Field, FormDefinition } from '@/lib/forms'
import type { Issue } from '@/lib/kernel'
import { FormErrors } from './error-summary'
import { pageResolver } from './page-resolver'
import { Question } from './question'

const places = {
  provinces: [{ code: '01', name: 'Thành phố Hà Nội' }],
  wards: { '01': [{ code: '00004', name: 'Phường Ba Đình' }] },
}
const scope = { answers: {}, facts: {}, today: '2026-11-21', places }
const label = { vi: 'Mục', en: 'Item' }
const hint = { vi: 'Gợi ý', en: 'Hint' }
const options = ['A', 'B'].map((value) => ({ value, label }))

/** One question of every kind, and a choice as a list. */
const fields: Field[] = [
  ...FIELD_KINDS.map((kind): Field => {
    const common = { id: `a.${kind}`, kind, label, hint }
    if (kind === 'choice' || kind === 'multiChoice') return { ...common, options }
    return kind === 'group' ? { ...common, fields: [{ id: 'name', kind: 'personName', label }] } : common
  }),
  { id: 'a.select', kind: 'choice', label, hint, options, appearance: 'select' },
]
const form: FormDefinition = { pages: [{ id: 'all', title: label, fields }] }

function draw(field: Field, value?: Answer, issues: Issue[] = [], facts = {}) {
  return renderToStaticMarkup(
    <Question field={field} name={field.id} value={value} issues={issues} locale="vi" scope={{ ...scope, facts }} />,
  )
}

describe('a question', () => {
  it.each(fields.map((field) => [field.id, field] as const))('%s links its label, hint and error', (id, field) => {
    const issues = [{ path: id, code: 'required', words: { vi: `${field.label.vi}: sai.`, en: 'x' } }]
    const html = draw(field, undefined, issues)
    expect(html).toMatch(new RegExp(`id="${id.replace('.', '\\.')}"`))
    expect(html).toContain(`id="${id}-error"`)
    expect(html).toMatch(new RegExp(`aria-describedby="[^"]*${id.replace('.', '\\.')}-error`))
    for (const name of html.matchAll(/<label for="([^"]+)"/g)) expect(html).toContain(`id="${name[1] ?? ''}"`)
  })

  it('keeps what was typed, valid or not', () => {
    const date: Field = { id: 'dob', kind: 'date', label: { vi: 'Ngày', en: 'Day' } }
    expect(draw(date, { d: '31', m: '2', y: '2020' })).toMatch(/name="dob\.d"[^>]*value="31"/)
    expect(draw(date, '2020-02-09')).toMatch(/name="dob\.m"[^>]*value="2"/)
    const phone: Field = { id: 'phone', kind: 'phone', label: { vi: 'Số', en: 'No.' } }
    expect(draw(phone, '+84912345678')).toContain('value="0912 345 678"')
  })

  it('escapes what people type', () => {
    const note: Field = { id: 'note', kind: 'multiline', label: { vi: 'Ghi', en: 'Note' } }
    expect(draw(note, '</textarea><script>')).toContain('&lt;/textarea&gt;&lt;script&gt;')
  })

  it('shows a verified fact with its mark and no input', () => {
    const name: Field = { id: 'name', kind: 'personName', label, fact: 'person.fullName' }
    const html = draw(name, undefined, [], { 'person.fullName': 'Nguyễn Văn An' })
    expect(html).toContain('NGUYỄN VĂN AN')
    expect(html).toContain('Đã xác thực')
    expect(html).not.toContain('<input')
  })

  it('adds and removes rows by submit buttons', () => {
    const children: Field = {
      id: 'children',
      kind: 'group',
      label: { vi: 'Con', en: 'Children' },
      rowLabel: { vi: 'con', en: 'child' },
      fields: [{ id: 'name', kind: 'personName', label: { vi: 'Tên', en: 'Name' } }],
    }
    const html = draw(children, [{ name: 'LAN' }, {}])
    expect(html).toContain('name="children.1.name"')
    const buttons = [...html.matchAll(/<button[^>]*>/g)].join()
    expect(buttons).toContain('value="children.1"')
    expect(buttons).toContain('value="children"')
    expect(buttons.match(/name="_(add|remove)"/g)).toHaveLength(3)
  })
})

describe('errors', () => {
  it('name the row at its field, where the page calls it the same', () => {
    const lines: Field = {
      ...{ id: 'lines', kind: 'group', label, rowLabel: { vi: 'ngành', en: 'line' } },
      fields: [{ id: 'code', kind: 'industryCode', label: { vi: 'Mã ngành', en: 'Code' } }],
    }
    const rows = [{ code: '4711' }, { code: '47' }]
    const definition = { pages: [{ id: 'all', title: label, fields: [lines] }] }
    const issues = issuesOf(definition, { ...scope, answers: { lines: rows } })
    const html = draw(lines, rows, issues)
    expect(html).toMatch(/<legend[^>]*>Ngành 2<\/legend>/)
    expect(html).toMatch(/id="lines\.1\.code-error"[^>]*>.*?Ngành 2 – Cần đúng 4 chữ số, ví dụ 4711\.</)
    const summary = renderToStaticMarkup(<FormErrors issues={issues} locale="vi" />)
    expect(summary).toMatch(/href="#lines\.1\.code"[^>]*>Ngành 2 – Mã ngành: cần đúng 4 chữ số, ví dụ 4711\.</)
  })

  it('lead to an element of the page', () => {
    const issues = issuesOf(form, scope)
    const page = walk(form, scope).pages.flatMap(({ fields: shown }) => shown.map((field) => draw(field)))
    const summary = renderToStaticMarkup(<FormErrors issues={issues} locale="vi" />)
    for (const [, id = ''] of summary.matchAll(/href="#([^"]+)"/g)) expect(page.join('')).toContain(`id="${id}"`)
    expect(issues.length).toBeGreaterThan(3)
  })

  it('are the same from the resolver as from the server', () => {
    const typed = { a: { licenceNumber: 'x' } }
    const parsed = parsePage(form, 'all', typed, scope)
    const { errors } = pageResolver(form, 'all', scope, 'vi')(typed)
    const paths = parsed.ok ? [] : (parsed.error.issues ?? []).map(({ path }) => path)
    expect(paths).toContain('a.licenceNumber')
    for (const path of paths) {
      const place = path
        .split('.')
        .reduce<unknown>((at, part) => Object.entries(at ?? {}).find(([key]) => key === part)?.[1], errors)
      expect(place).toHaveProperty('message')
    }
  })
})
