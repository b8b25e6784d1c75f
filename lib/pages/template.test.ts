import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { address } from '@/lib/kernel'
import { escapeHtml, fill, mapTexts, placeholder, repeated, templateOf } from './template'

describe('a template', () => {
  const template = templateOf(`<p title="${placeholder('code')}">${placeholder('agency')} ${placeholder('code')}</p>`)

  test('is filled with its values, escaped', () => {
    expect(fill(template, { code: 'H26-"1"', agency: '<b>Sở & Ngành</b>' })).toBe(
      '<p title="H26-&quot;1&quot;">&lt;b&gt;Sở &amp; Ngành&lt;/b&gt; H26-&quot;1&quot;</p>',
    )
  })

  test('never lets a value become markup or another place-holder', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const page = fill(template, { code: value, agency: '' })
        expect(page).toBe(`<p title="${escapeHtml(value)}"> ${escapeHtml(value)}</p>`)
        expect(escapeHtml(value)).not.toMatch(/[<>"']/)
      }),
    )
  })

  test('encodes a value where the page put its place-holder into an address', () => {
    const link = address('/ho-so/nhap/[id]')
    const page = `<a href="${link(placeholder('k:id'))}">${placeholder('k:id')}</a> ${encodeURIComponent(placeholder('id'))}`
    expect(fill(templateOf(page, ['k:']), { id: 'a/b "c"' })).toBe(
      `<a href="/ho-so/nhap/a%2Fb%20%22c%22">a/b &quot;c&quot;</a> ${encodeURIComponent(placeholder('id'))}`,
    )
  })

  const list = repeated('rows')
  const row = repeated('draft')
  const html = `<ul>${list.begin}<!-- -->${row.begin}<li>${placeholder('id')}</li>${row.end}<!-- -->${list.end}</ul>`

  test('repeats a part for each of several, of the kind each is, and leaves it out for none', () => {
    const rows = [{ draft: [{ id: '1' }] }, { other: [{ id: '2' }] }, { draft: [{ id: '<3' }] }]
    expect(fill(templateOf(html), { rows })).toBe('<ul><li>1</li><li>&lt;3</li></ul>')
    expect(fill(templateOf(html), {})).toBe('<ul></ul>')
  })

  test('knows its own place-holders by their prefix, and takes others for text', () => {
    const page = `${placeholder('k:name')} ${placeholder('name')} ${placeholder('#rows')} ${placeholder('/x')}`
    expect(fill(templateOf(page, ['k:']), { name: 'An' })).toBe('An ⟦name⟧ ⟦#rows⟧ ⟦/x⟧')
  })

  test.each([list.begin, list.end, `${list.begin}${row.begin}${list.end}${row.end}`])('is none with %s', (broken) => {
    expect(() => templateOf(broken)).toThrow('the repetition of')
  })

  test('takes React’s comment away on either side of what is repeated, and knows names of several words', () => {
    const marks = repeated('case-files')
    const page = `a<!-- -->${marks.begin}<!-- -->${placeholder('case-no')}<!-- -->${marks.end}<!-- -->b`
    const filledIn = fill(templateOf(page), { 'case-files': [{ 'case-no': '1' }, { 'case-no': '' }] })
    expect(filledIn).toBe('a1b')
    // A word where a list belongs is no list.
    expect(fill(templateOf(page), { 'case-files': 'ab' })).toBe('ab')
  })

  test('escapes as React does, so that a filled page is the one React would have made', () => {
    expect(escapeHtml(`&<>"'`)).toBe('&amp;&lt;&gt;&quot;&#x27;')
  })

  test('keeps its shape when its texts become something else', () => {
    const page = `a${list.begin}b${row.begin}c${placeholder('id')}${row.end}${list.end}`
    const lengths = mapTexts(templateOf(page), (text) => text.length)
    const draft = { each: 'draft', parts: [{ text: 1 }, { value: 'id', inAddress: false }] }
    expect(lengths).toEqual([{ text: 1 }, { each: 'rows', parts: [{ text: 1 }, draft] }])
  })
})
