import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cursorOf } from './lexer'
import { parseObject } from './parser'
import { ascii, serialize } from './serialize'

it('writes a number that is read back as the same', () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 })
  fc.assert(
    fc.property(fc.oneof(number, fc.constantFrom(595.27559055, 1e-7, 5e-324, 0.1 + 0.2, 1e22)), (value) => {
      const written = serialize(value)
      const parsed = parseObject(cursorOf(ascii(`${written} `)))
      if (Math.abs(value) > 1e-80) expect(parsed, written).toBe(value === 0 ? 0 : value)
      expect(written).toMatch(/^-?\d+(\.\d*)?$/)
    }),
  )
})
