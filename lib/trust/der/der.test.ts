import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  attempt,
  berToDer,
  der,
  derBody,
  derBytes,
  derChildren,
  fromHex,
  integerValue,
  parseCertificate,
  readDer,
  readInteger,
  readOid,
  readString,
  readTime,
  TAG,
  toHex,
} from '../index'

const hex = (text: string) => fromHex(text.replaceAll(' ', '')) ?? new Uint8Array(0)
const codeOf = (text: string) => {
  const result = attempt(() => derChildren(readDer(hex(text))))
  return result.ok ? 'accepted' : result.error.code
}

describe('the DER scanner', () => {
  it('reads what the writer wrote', () => {
    const whole = der.sequence(der.integer(5), der.octetString(new Uint8Array(300)))
    const [first, second] = derChildren(readDer(whole))
    expect(first && integerValue(first)).toBe(5n)
    expect(second && derBody(second).length).toBe(300)
    expect(second && derBytes(second).buffer).toBe(whole.buffer)
  })

  it.each([
    ['30 80 00 00', 'der-indefinite-length'],
    ['30 81 02 05 00', 'der-length'],
    ['30 82 00 80', 'der-length'],
    ['30 85 01 01 01 01 01', 'der-length'],
    ['30 03 05 00', 'der-truncated'],
    ['30', 'der-truncated'],
    ['30 00 00', 'der-trailing'],
    ['3f 81 01 00', 'der-tag'],
    ['04 00', 'der-primitive'],
    ['30 02 05 00', 'accepted'],
  ])('%s: %s', (bytes, code) => {
    expect(codeOf(bytes)).toBe(code)
  })

  it('never throws anything but a refusal, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        parseCertificate(bytes)
        berToDer(bytes)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('values', () => {
  it('keeps every integer', () => {
    fc.assert(fc.property(fc.bigInt(), (value) => readInteger(readDer(der.integer(value))) === value))
  })

  it('keeps every object identifier', () => {
    const dotted = fc
      .tuple(
        fc.integer({ min: 0, max: 1 }),
        fc.integer({ min: 0, max: 39 }),
        fc.array(fc.bigInt({ min: 0n, max: 1n << 100n }), { maxLength: 6 }),
      )
      .map(([root, second, rest]) => [root, second, ...rest].join('.'))
    fc.assert(fc.property(dotted, (oid) => readOid(readDer(der.oid(oid))) === oid))
    expect(readOid(readDer(der.oid('2.999.3')))).toBe('2.999.3')
  })

  it('keeps every moment of the years 1 to 9999', () => {
    const moment = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(moment, (at) => {
        const whole = Math.floor(at.getTime() / 1000) * 1000
        return readTime(readDer(der.time(at))).getTime() === whole
      }),
    )
  })
})

describe('values that are not DER', () => {
  it.each([
    ['02 02 00 01', 'integer'],
    ['02 00', 'integer'],
    ['06 02 2a 80', 'oid'],
    ['06 03 2a 80 01', 'oid'],
    ['17 0b 32 30 30 31 30 31 30 30 30 30 5a', 'time'],
    ['17 0d 32 31 30 32 33 30 30 30 30 30 30 30 5a', 'time'],
    ['13 01 00', 'string'],
    ['0c 01 ff', 'string'],
    ['1e 01 00', 'string'],
  ])('refuses %s as %s', (bytes) => {
    const node = readDer(hex(bytes))
    const readers = [readInteger, readOid, readTime, readString]
    expect(readers.map((reader) => attempt(() => reader(node)).ok)).toEqual([false, false, false, false])
  })

  it('reads T61, BMP and universal strings', () => {
    expect(readString(readDer(hex('14 02 e9 41')))).toBe('éA')
    expect(readString(readDer(der.bmpString('Hồ sơ')))).toBe('Hồ sơ')
    expect(readString(readDer(hex('1c 04 00 01 f6 00')))).toBe('😀')
  })

  it('orders a SET OF', () => {
    expect(toHex(der.setOf(der.integer(300), der.integer(2), der.integer(1)))).toBe('310a0201010201020202012c')
  })
})

describe('BER to DER', () => {
  it('leaves DER alone', () => {
    const whole = der.sequence(der.setOf(der.utf8String('a')), der.explicit(0, der.integer(-1)), der.nullValue())
    const result = berToDer(whole)
    expect(result.ok && toHex(result.value.der)).toBe(toHex(whole))
  })

  it('joins segments and ends indefinite lengths', () => {
    const result = berToDer(hex('30 80 24 80 04 02 01 02 04 01 03 00 00 00 00 ff'))
    expect(result.ok && [toHex(result.value.der), result.value.end]).toEqual(['30050403010203', 15])
  })

  it('stops at its limits', () => {
    const deep = hex('30 80'.repeat(100))
    expect(berToDer(deep)).toMatchObject({ ok: false, error: { code: 'ber-depth' } })
    const many = der.sequence(...Array.from({ length: 50 }, () => der.nullValue()))
    expect(berToDer(many, { depth: 5, elements: 20 })).toMatchObject({ ok: false, error: { code: 'ber-too-many' } })
  })

  it('refuses a string made of other things', () => {
    expect(berToDer(hex('24 03 02 01 00'))).toMatchObject({ ok: false, error: { code: 'ber-string' } })
    expect(readDer(hex('04 00'), TAG.octetString).end).toBe(2)
  })
})
