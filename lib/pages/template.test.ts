import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeHtml, fill, placeholder, templateOf } from './template'

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
})
