import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { der, namesEqual, readDer, readName } from '../index'
import type { Name } from '../index'

const CN = '2.5.4.3'
const nameWith = (...values: Uint8Array[]): Name =>
  readName(readDer(der.sequence(...values.map((value) => der.setOf(der.sequence(der.oid(CN), value))))))

describe('names (RFC 5280 7.1)', () => {
  it.each([
    [der.utf8String('Sở Tài chính'), der.bmpString('SỞ  TÀI\tCHÍNH ')],
    [der.printableString('Good CA'), der.utf8String(' good   ca')],
    [der.utf8String('Sở'), der.utf8String('Sơ\u0309')],
    [der.utf8String('soft\u00adhyphen'), der.utf8String('softhyphen')],
  ])('%#: are the same for a reader', (a, b) => {
    expect(namesEqual(nameWith(a), nameWith(b))).toBe(true)
  })

  it.each([
    [
      [der.utf8String('a'), der.utf8String('b')],
      [der.utf8String('b'), der.utf8String('a')],
    ],
    [[der.utf8String('a')], [der.utf8String('a'), der.utf8String('b')]],
    [[der.utf8String('GoodCA')], [der.utf8String('Good CA')]],
    [[der.utf8String('#0c0161')], [der.utf8String('a')]],
  ])('%#: are different', (a, b) => {
    expect(namesEqual(nameWith(...a), nameWith(...b))).toBe(false)
  })

  it('cannot be joined into one another', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (a, b, c) => {
        const two = nameWith(der.utf8String(a), der.utf8String(`${b}${c}`))
        const three = nameWith(der.utf8String(a), der.utf8String(b), der.utf8String(c))
        return !namesEqual(two, three)
      }),
    )
  })

  it('keeps a value that breaks the rules of its kind as bytes', () => {
    const broken = nameWith(der.element(0x13, Uint8Array.of(0xe9)))
    expect(broken.text).toBe('CN=#1301e9')
    expect(namesEqual(broken, nameWith(der.utf8String('#1301e9')))).toBe(false)
    expect(namesEqual(broken, nameWith(der.element(0x14, Uint8Array.of(0xe9))))).toBe(false)
  })

  it('escapes what would read as structure', () => {
    expect(nameWith(der.utf8String('a, O=b')).text).toBe('CN=a\\, O\\=b')
  })
})
