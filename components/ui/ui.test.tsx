import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Breadcrumb } from './breadcrumb'
import { Choice, ChoiceGroup } from './choice'
import { CountedTextarea } from './counted-textarea'
import { ErrorSummary } from './error-summary'
import { Field } from './field'
import { FileInput } from './file-input'
import { Input } from './input'
import { buttonsOf, linksOf, parseMarkup, spoken, textOf } from './markup.fixture'
import { Notice } from './notice'
import { PageHeader } from './page-header'
import { faultsOf, foreignText } from './page-rules.fixture'
import { Pagination } from './pagination'
import { Progress } from './progress'
import { Stepper } from './stepper'
import { TabLinks } from './tab-links'
import { Table } from './table'

const drawn = renderToStaticMarkup

describe('the steps of a task', () => {
  const steps = (...statuses: ('done' | 'current' | 'todo')[]) =>
    drawn(
      <Stepper
        label="L"
        locale="vi"
        steps={statuses.map((status, at) => ({ key: `s${String(at)}`, label: `S${String(at)}`, status }))}
      />,
    )

  it.each([
    ['the first', ['current', 'todo'], 'Bước 1 trên 2: S0'],
    ['the last', ['done', 'current'], 'Bước 2 trên 2: S1'],
    ['none, since all is done', ['done', 'done'], 'Bước 2 trên 2: S1'],
  ] as const)('say which of them it is: %s', (_, statuses, words) => {
    expect(textOf(steps(...statuses))).toContain(words)
  })

  it('are told apart without seeing a colour', () => {
    const text = textOf(steps('done', 'current', 'todo'))
    expect(text).toContain('S0 (xong)')
    expect(text).toContain('S1 (đang ở bước này)')
    expect(text).not.toContain('S2 (')
    // Once in the line that opens, once in the row.
    expect(steps('done', 'current').match(/aria-current="step"/g)).toHaveLength(2)
  })
})

describe('a list in pages', () => {
  it('leads on and back where there is more, and is silent where all is seen', () => {
    const links = (previousHref?: string, nextHref?: string) =>
      linksOf(drawn(<Pagination {...{ previousHref, nextHref }} locale="vi" />)).map(([name, href]) => [name, href])
    expect(links('/a', '/b')).toEqual([
      ['Trang trước', '/a'],
      ['Trang sau', '/b'],
    ])
    expect(links(undefined, '/b')).toEqual([['Trang sau', '/b']])
    expect(links('/a')).toEqual([['Trang trước', '/a']])
    expect(drawn(<Pagination locale="vi" />)).toBe('')
  })
})

describe('a field', () => {
  it('says what it is, how, what is wrong and that it may stay empty, in this order', () => {
    const html = drawn(
      <Field id="f" label="LABEL" hint="HINT" error="ERROR" isOptional locale="vi">
        <Input id="f" name="f" aria-invalid aria-describedby="f-hint f-error" />
      </Field>,
    )
    expect(textOf(html)).toBe('LABEL (không bắt buộc) HINT Lỗi: ERROR')
    expect(faultsOf(html)).toEqual([])
  })

  it('of choices is one question', () => {
    const html = drawn(
      <ChoiceGroup id="g" legend="LEGEND" error="ERROR" locale="vi">
        <Choice type="radio" name="g" value="1" label="ONE" hint="more" />
      </ChoiceGroup>,
    )
    expect(faultsOf(html)).toEqual([])
    expect(html).toMatch(/<fieldset id="g" tabindex="-1" aria-describedby="g-error"/)
  })

  it('for files says in the reader’s words what is to be done', () => {
    const box = (multiple: boolean) =>
      drawn(
        <Field id="t" label="L" locale="en">
          <FileInput id="t" name="t" multiple={multiple} locale="en" />
        </Field>,
      )
    expect(box(false)).toContain('Choose a file')
    expect(box(true)).toContain('Choose files')
    expect(faultsOf(box(true))).toEqual([])
  })

  it('for long text never cuts what is typed in silence', () => {
    expect(
      drawn(<CountedTextarea defaultValue={'x'.repeat(9)} max={3} locale="vi" name="n" aria-label="L" />),
    ).not.toContain('maxLength')
  })
})

describe('what is told', () => {
  it.each([
    ['info', 'Thông tin:'],
    ['good', 'Thành công:'],
    ['warn', 'Lưu ý:'],
    ['bad', 'Lỗi:'],
  ] as const)('in %s says so without its colour', (tone, words) => {
    expect(textOf(drawn(<Notice tone={tone} title="T" locale="vi" />))).toBe(`${words} T`)
  })

  it('is announced where it answers what was just done', () => {
    expect(drawn(<Notice tone="good" title="T" locale="vi" isLive />)).toContain('role="status"')
    expect(drawn(<Notice tone="good" title="T" locale="vi" />)).not.toContain('role=')
  })

  it('of errors leads to each, and is nothing where nothing is wrong', () => {
    const html = drawn(
      <ErrorSummary
        locale="vi"
        errors={[
          { href: '#a', words: 'A' },
          { href: '#b', words: 'A' },
        ]}
      />,
    )
    expect(html).toContain('role="alert"')
    expect(linksOf(html)).toEqual([
      ['A', '#a'],
      ['A', '#b'],
    ])
    expect(drawn(<ErrorSummary locale="vi" errors={[]} />)).toBe('')
  })
})

describe('where one is', () => {
  it('is the last place of the way, which is no link', () => {
    const html = drawn(<Breadcrumb locale="vi" items={[{ href: '/a', label: 'A' }, { label: 'B' }]} />)
    expect(linksOf(html)).toEqual([['A', '/a']])
    expect(html).toMatch(/aria-current="page"[^>]*>B</)
  })

  it('is the title of the window, before the name of the portal', () => {
    expect(drawn(<PageHeader title="T" />)).toContain('<title>T – Một Cửa</title>')
    expect(drawn(<PageHeader title={<b>T</b>} tab="TAB" />)).toContain('<title>TAB – Một Cửa</title>')
  })

  it('is one of several views', () => {
    const items = [
      { href: '/a', label: 'A', count: 0, isCurrent: true },
      { href: '/b', label: 'B', isCurrent: false },
    ]
    const html = drawn(<TabLinks label="L" items={items} />)
    expect(html.match(/aria-current="page"/g)).toHaveLength(1)
    expect(textOf(html)).toContain('0')
  })
})

describe('a table', () => {
  const table = (rows: string[]) =>
    drawn(
      <Table
        caption="C"
        rows={rows}
        keyOf={(row) => row}
        columns={[
          { key: 'a', header: 'A', isRowHeader: true, cell: (row) => row },
          { key: 'b', header: 'B', cell: () => '1' },
        ]}
      />,
    )

  it('stays one on a phone: each row has its header, each column its own', () => {
    const html = table(['x', 'y'])
    expect(html.match(/<th role="rowheader" scope="row"/g)).toHaveLength(2)
    expect(html.match(/role="columnheader" scope="col"/g)).toHaveLength(2)
    expect(html.match(/role="row"/g)).toHaveLength(3)
    // On a card the name of the column is drawn, and read once only.
    expect(spoken(parseMarkup(html)).match(/B/g)).toHaveLength(1)
    expect(faultsOf(html)).toEqual([])
  })
})

it('a long work says how far it is', () => {
  expect(textOf(drawn(<Progress id="p" label="L" value={1} max={3} />))).toBe('L 33%')
  expect(textOf(drawn(<Progress id="p" label="L" value={1} max={3} detail="1 of 3" />))).toBe('L 1 of 3')
})

/** A rule that cannot fail is none. */
describe('the rules themselves', () => {
  it.each([
    ['a value that is missing', '<p>Hello undefined</p>', /says/],
    ['a place that was not filled', '<p>Due {at}</p>', /says/],
    ['an object for words', '<img alt="[object Object]">', /has alt/],
    ['a label for nothing', '<label for="x">L</label>', /refers to “x”/],
    ['an error that leads nowhere', '<a href="#x">L</a>', /refers to “x”/],
    ['two of one id', '<p id="a">1</p><p id="a">2</p>', /stands twice/],
    ['a heading left out', '<h2>A</h2><h4>B</h4>', /h2 is followed by h4/],
    ['a page without a title', '<h1>A</h1>', /no title/],
    ['a control without a label', '<input id="a" name="a"/>', /no name/],
    ['a button without words', '<form action="/"><button><svg aria-hidden="true"></svg></button></form>', /no name/],
    ['a picture without words', '<img src="/a">', /no alt/],
    ['two links of one name', '<p><a href="/a">A</a> <a href="/b">A</a></p>', /different places/],
    ['an invalid field that says nothing', '<label>L<input aria-invalid="true"/></label>', /does not say why/],
    ['a radio button alone', '<label>L<input type="radio"/></label>', /no question/],
    ['a form that goes nowhere', '<form><button>B</button></form>', /goes nowhere/],
    ['a button outside a form', '<button>B</button>', /sends no form/],
    ['a list in a line of text', '<p><ul></ul></p>', /stands inside/],
    ['a link in a link', '<a href="/a">A <a href="/a">B</a></a>', /stands inside/],
    ['an item without its list', '<div><li>A</li></div>', /stands in/],
    ['a term without a word', '<dl><dt>T</dt><dd></dd></dl>', /nothing stands after/],
    ['a description of nothing', '<dl><div><dt>T</dt><dd>D</dd></div><dd>D</dd></dl>', /has a group/],
    ['two stops', '<p>Done..</p>', /punctuated/],
    ['a stop after a space', '<p>Signed by . It is</p>', /punctuated/],
  ])('find %s', (_, html, fault) => {
    expect(faultsOf(html).join('\n')).toMatch(fault)
  })

  it('find what is not in the language of the page, and names of the code', () => {
    expect(foreignText('<p>Đã nộp</p>', 'en')).toEqual(['Đã nộp'])
    expect(foreignText('<p lang="vi">Đã nộp</p><p>“Nộp hồ sơ”</p>', 'en')).toEqual([])
    expect(foreignText('<p>The dossier</p>', 'vi')).toEqual(['The dossier'])
    expect(foreignText('<p aria-label="in_review">Đang dossier.accepted requestSupplement</p>', 'vi')).toHaveLength(2)
  })

  it('refuse what is not well formed', () => {
    expect(() => parseMarkup('<p>')).toThrow('left open')
    expect(() => parseMarkup('<p></b>')).toThrow('closes')
    expect(buttonsOf('<form action="/"><button>A &amp; &quot;B&quot;</button></form>')).toEqual(['A & "B"'])
  })
})
