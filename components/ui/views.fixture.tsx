import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { LOCALES } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { textOf } from './markup.fixture'
import { faultsOf, foreignText } from './page-rules.fixture'

export type View = readonly [name: string, draw: (locale: Locale) => ReactNode]

/**
 * The rules of `page-rules.fixture.ts` over each view in every language: nothing leaks, every reference leads somewhere, everything has a
 * name, and it speaks the reader's language. `own` is what the cases put in themselves: names, codes, people's words.
 */
export function itKeepsTheRules(views: readonly View[], own: readonly string[] = []) {
  it.each(views)('%s', (_, draw) => {
    const drawn = LOCALES.map((locale) => ({ locale, html: renderToStaticMarkup(draw(locale)) }))
    for (const { locale, html } of drawn) {
      expect(faultsOf(html, own), locale).toEqual([])
      expect(foreignText(html, locale, own), locale).toEqual([])
    }
    const [vi, en] = drawn.map(({ html }) => own.reduce((rest, words) => rest.replaceAll(words, ''), textOf(html)))
    if (/\p{L}{2}/u.test(vi ?? '')) expect(en).not.toBe(vi)
  })
}
