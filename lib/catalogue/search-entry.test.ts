import { describe, expect, it } from 'vitest'
import { SAMPLE_PROCEDURES } from '@/lib/seed/procedures'
import { termsOf } from './search-entry'

describe('every procedure', () => {
  it.each(SAMPLE_PROCEDURES.map((definition) => [definition.slug, definition] as const))(
    '%s is found by its name, with and without diacritics, and by its code',
    (_, definition) => {
      const terms = termsOf(definition)
      expect(terms.filter(({ isName }) => isName).map(({ term }) => term)).toEqual([
        definition.name.vi,
        definition.name.en,
      ])
      expect(terms.map(({ term }) => term)).toContain(definition.code)
      for (const { plain } of terms) expect(plain).toMatch(/^[\x20-\x7e]+$/)
    },
  )
})
