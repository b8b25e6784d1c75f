import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { der, derBody, derBytes, derChildren, isConstructed, readDer } from '@/lib/trust'
import type { Der } from '@/lib/trust'
import { P12 } from './oids'
import { NO_RARITIES } from './rarities'
import { readPkcs12 } from './read'
import { MOST_WORK } from './work'
import { writePkcs12 } from './write'

const SDSI = '1.2.840.113549.1.9.22.2'
const SECRET_BAG = '1.2.840.113549.1.12.10.1.5'
const octets = (text: string) => new Uint8Array(Buffer.from(text))
/** A key and a certificate by shape alone: the reader does not ask what they are good for. */
const pkcs8 = der.sequence(der.integer(0), der.sequence(der.oid('1.3.101.112')), der.octetString(new Uint8Array(34)))
const certificate = der.sequence(der.integer(1))

const bag = (kind: string, value: Uint8Array, ...attributes: Uint8Array[]) =>
  der.sequence(der.oid(kind), der.explicit(0, value), ...(attributes.length > 0 ? [der.setOf(...attributes)] : []))
const certBag = (kind = P12.x509Certificate as string) =>
  bag(P12.certBag, der.sequence(der.oid(kind), der.explicit(0, der.octetString(certificate))))
const keyBag = bag(P12.keyBag, pkcs8)
const data = (content: Uint8Array) => der.sequence(der.oid(P12.data), der.explicit(0, der.octetString(content)))
const safe = (...bags: Uint8Array[]) => data(der.sequence(...bags))
const pfx = (safes: Uint8Array[], mac: Uint8Array[] = [], version = 3) =>
  der.sequence(der.integer(version), data(der.sequence(...safes)), ...mac)

const outcome = async (bytes: Uint8Array, password = '') => {
  const result = await readPkcs12(bytes, password)
  if (!result.ok) return result.error.code
  const { keys, certificates, passedOver } = result.value
  return { keys: keys.length, certificates: certificates.length, passedOver }
}

function pbkdf2Algorithm(salt: Uint8Array, rounds: number, keyLength?: number): Uint8Array {
  const length = keyLength === undefined ? [] : [der.integer(keyLength)]
  const prf = der.sequence(der.oid(P12.hmacSha256), der.nullValue())
  return der.sequence(der.oid(P12.pbkdf2), der.sequence(der.octetString(salt), der.integer(rounds), ...length, prf))
}

/** An encrypted safe under PBES2 with the password already in the octets some tool chose. */
function lockedSafe(contents: Uint8Array, password: Uint8Array, rounds = 10, stated = rounds): Uint8Array {
  const [salt, iv] = [octets('saltsalt'), octets('0123456789abcdef')]
  const cipher = createCipheriv('aes-128-cbc', pbkdf2Sync(password, salt, rounds, 16, 'sha256'), iv)
  const locked = Buffer.concat([cipher.update(contents), cipher.final()])
  const scheme = der.sequence(der.oid(P12.aes128Cbc), der.octetString(iv))
  const algorithm = der.sequence(der.oid(P12.pbes2), der.sequence(pbkdf2Algorithm(salt, stated), scheme))
  const info = der.sequence(der.oid(P12.data), algorithm, der.implicit(0, locked))
  return der.sequence(der.oid(P12.encryptedData), der.explicit(0, der.sequence(der.integer(0), info)))
}

/** `length` 0 leaves the key length out. */
function pbmac1(content: Uint8Array, password: string, { rounds = 10, length = 32 } = {}): Uint8Array {
  const salt = octets('saltsalt')
  const value = createHmac('sha256', pbkdf2Sync(password, salt, rounds, length || 32, 'sha256'))
    .update(content)
    .digest()
  const hmac = der.sequence(der.oid(P12.hmacSha256), der.nullValue())
  const algorithm = der.sequence(
    der.oid(P12.pbmac1),
    der.sequence(pbkdf2Algorithm(salt, rounds, length || undefined), hmac),
  )
  return der.sequence(
    der.sequence(algorithm, der.octetString(value)),
    der.octetString(octets('NOT USED')),
    der.integer(1),
  )
}

/** The same value in BER: indefinite lengths, and strings in segments, as NSS and old Bouncy Castle write. */
function inBer(node: Der): Uint8Array {
  if (isConstructed(node)) {
    return new Uint8Array([node.tag, 0x80, ...derChildren(node).flatMap((child) => [...inBer(child)]), 0, 0])
  }
  const isString = node.tag === 0x04 || node.tag === 0x80
  if (!isString) return derBytes(node)
  const body = derBody(node)
  const pieces = [body.subarray(0, 5), body.subarray(5)].flatMap((piece) => [...der.octetString(piece)])
  return new Uint8Array([node.tag | 0x20, 0x80, ...pieces, 0, 0])
}

describe('shapes found in the wild', () => {
  it('reads bags in bags, and passes over SDSI certificates and secrets', async () => {
    const nested = bag(P12.safeContentsBag, der.sequence(keyBag, certBag()))
    const secret = bag(SECRET_BAG, der.sequence(der.oid(SECRET_BAG)))
    expect(await outcome(pfx([safe(nested), safe(certBag(SDSI), secret)]))).toEqual({
      keys: 1,
      certificates: 1,
      passedOver: [SDSI, SECRET_BAG],
    })
  })

  it('lets no name of a bag cost the key', async () => {
    const odd = der.sequence(der.oid(P12.friendlyName), der.setOf(der.boolean(true)))
    const id = der.sequence(der.oid(P12.localKeyId), der.setOf(der.boolean(true)))
    expect(await outcome(pfx([safe(bag(P12.keyBag, pkcs8, odd, id))]))).toMatchObject({ keys: 1 })
  })

  it('reads BER as it reads DER', async () => {
    const random = new Uint8Array(80).fill(7)
    const written = await writePkcs12(
      { pkcs8, certificate, chain: [] },
      { password: 'mật khẩu', random, iterations: 10 },
    )
    expect(await outcome(inBer(readDer(written)), 'mật khẩu')).toMatchObject({ keys: 1, certificates: 1 })
    expect(await outcome(inBer(readDer(written)), 'sai')).toBe('p12-wrong-password')
  })

  it.each([
    ['UTF-8', octets('mật')],
    ['the BMPString of NSS', new Uint8Array([...Buffer.from('mật\0', 'utf16le').swap16()])],
  ])('takes a password that was made octets by %s', async (_, password) => {
    expect(await outcome(pfx([lockedSafe(der.sequence(keyBag), password)]), 'mật')).toMatchObject({ keys: 1 })
  })

  it('takes a Latin-1 password', async () => {
    const password = new Uint8Array(Buffer.from('café', 'latin1'))
    expect(await outcome(pfx([lockedSafe(der.sequence(keyBag), password)]), 'café')).toMatchObject({ keys: 1 })
  })

  it.each([
    ['composed', 'NFC', 'NFD'],
    ['taken apart', 'NFD', 'NFC'],
  ] as const)('takes a password that was typed with its accents %s', async (_, locked, typed) => {
    const password = 'mật khẩu'
    const file = pfx([lockedSafe(der.sequence(keyBag), octets(password.normalize(locked)))])
    expect(await outcome(file, password.normalize(typed))).toMatchObject({ keys: 1 })
  })

  it('takes a password as Windows types Vietnamese: the letter whole, its tone a mark behind it', async () => {
    const typed = 'm\u00e2\u0323t kh\u00e2\u0309u'
    const file = pfx([lockedSafe(der.sequence(keyBag), octets(typed))])
    expect(typed.normalize('NFC')).toBe('mật khẩu')
    expect(await outcome(file, 'mật khẩu')).toMatchObject({ keys: 1 })
  })

  it('takes PEM and bare base64, with what mail made of their line ends', async () => {
    const file = pfx([safe(keyBag, certBag())])
    const base64 = Buffer.from(file).toString('base64').replace(/.{64}/g, '$&\r\n')
    for (const text of [base64, ` ${base64}\n`, `-----BEGIN PKCS12-----\n${base64}\n-----END PKCS12-----\n`])
      expect(await outcome(octets(text))).toMatchObject({ keys: 1, certificates: 1 })
  })

  it('takes a PBMAC1 key of any stated length, and none without', async () => {
    const safes = [safe(keyBag)]
    const content = der.sequence(...safes)
    const withMac = (password: string, options: object) => pfx(safes, [pbmac1(content, password, options)])
    expect(await outcome(withMac('mật', { length: 20 }), 'mật')).toMatchObject({ keys: 1 })
    expect(await outcome(withMac('mật', {}), 'sai')).toBe('p12-wrong-password')
    expect(await outcome(withMac('mật', { length: 0 }), 'mật')).toBe('p12-corrupt')
    expect(await outcome(withMac('mật', { length: 1000 }), 'mật')).toBe('p12-corrupt')
  })
})

describe('what is refused, and by which name', () => {
  it.each([
    ['a PDF', octets('%PDF-1.7\n%âãÏÓ')],
    ['a Java key store (JKS)', new Uint8Array([0xfe, 0xed, 0xfe, 0xed, 0, 0, 0, 2])],
    ['a ZIP archive', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0])],
    ['PEM, but not of PKCS#12', octets('-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n')],
  ])('%s', async (name, bytes) => {
    expect(await readPkcs12(bytes, '')).toMatchObject({
      ok: false,
      error: { code: 'p12-malformed', message: `not a PKCS#12 file: it is ${name}` },
    })
  })

  it('a file cut off anywhere', async () => {
    const whole = pfx([safe(keyBag, certBag())])
    const codes = new Set<unknown>()
    for (let length = 0; length < whole.length; length += 1) codes.add(await outcome(whole.slice(0, length)))
    expect([...codes]).toEqual(['p12-malformed'])
  })

  it('another version', async () => {
    expect(await outcome(pfx([safe(keyBag)], [], 2))).toBe('p12-version')
  })

  it('protection by public keys', async () => {
    const foreign = (kind: string) => der.sequence(der.oid(kind), der.explicit(0, der.sequence(der.integer(1))))
    expect(await outcome(pfx([foreign(P12.envelopedData)]))).toBe('p12-unsupported')
    expect(await outcome(der.sequence(der.integer(3), foreign(P12.signedData)))).toBe('p12-unsupported')
  })

  describe('more key derivation than any tool writes', () => {
    let rounds = 0
    const digest = Object.assign(
      () => {
        rounds += 1
        return new Uint8Array(16)
      },
      { blockLen: 64, outputLen: 16 },
    )
    const counting = { ...NO_RARITIES, digest: () => digest }
    /** A round of a hash that is not done here counts as three. */
    const MOST = 500_000
    const asking = (count: number) =>
      pfx(
        [safe(keyBag)],
        [
          der.sequence(
            der.sequence(der.sequence(der.oid('1.2.3.4')), der.octetString(octets('another'))),
            der.octetString(octets('salt')),
            der.integer(count),
          ),
        ],
      )
    const judge = async (count: number, password: string) => {
      rounds = 0
      const pkcs12 = await readPkcs12(asking(count), password, { rarities: counting, mostWork: MOST * 3 })
      const thousands = Math.floor(rounds / 1000)
      return { code: pkcs12.ok ? 'read' : pkcs12.error.code, thousands }
    }

    it('is not begun', async () => {
      expect(await judge(MOST + 1, 'mat')).toEqual({ code: 'p12-iterations', thousands: 0 })
    })

    it('is done once where every reading of the password is the same', async () => {
      expect(await judge(10_000, 'mat')).toEqual({ code: 'p12-wrong-password', thousands: 10 })
    })

    it('is counted over all readings of the password', async () => {
      expect(await judge(MOST / 2 + 1, 'mật')).toEqual({ code: 'p12-iterations', thousands: MOST / 2000 })
    })

    it('is not asked for to tell a wrong password from a changed file', async () => {
      const bags = der.sequence(keyBag)
      const mac = pbmac1(bags, 'khac')
      const wrong = pfx([lockedSafe(bags, octets('mat'), 10, MOST_WORK * 3)], [mac])
      expect(await outcome(wrong, 'mat')).toBe('p12-wrong-password')
    })

    it('is named where it locks what the right password should open', async () => {
      const bags = [lockedSafe(der.sequence(keyBag), octets('mat'), 10, MOST_WORK * 3)]
      expect(await outcome(pfx(bags, [pbmac1(der.sequence(...bags), 'mat')]), 'mat')).toBe('p12-iterations')
    })
  })

  it('a part locked by another password', async () => {
    const safes = [lockedSafe(der.sequence(keyBag), octets('khác'))]
    expect(await outcome(pfx(safes, [pbmac1(der.sequence(...safes), 'mật')]), 'mật')).toBe('p12-other-password')
  })

  it('bags nested without end, and bags that hold something else', async () => {
    let nested = keyBag
    for (let depth = 0; depth < 10; depth += 1) nested = bag(P12.safeContentsBag, der.sequence(nested))
    expect(await outcome(pfx([safe(nested)]))).toBe('p12-corrupt')
    expect(await outcome(pfx([safe(bag(P12.keyBag, der.sequence(der.integer(1))))]))).toBe('p12-corrupt')
    expect(await outcome(pfx([lockedSafe(der.sequence(der.integer(1)), octets('a'))]), 'a')).toBe('p12-corrupt')
  })
})

describe('arbitrary bytes', () => {
  it('never throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect(await outcome(bytes)).toBe('p12-malformed')
      }),
      { numRuns: 300 },
    )
  })

  it('in the place of right ones never throw', async () => {
    const random = new Uint8Array(80).fill(7)
    const written = await writePkcs12({ pkcs8, certificate, chain: [] }, { password: 'a', random, iterations: 1 })
    const change = fc.record({ at: fc.nat(written.length - 1), to: fc.nat(255) })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const bytes = Uint8Array.from(written)
        for (const { at, to } of changes) bytes[at] = to
        expect(typeof (await readPkcs12(bytes, 'a')).ok).toBe('boolean')
      }),
      { numRuns: 300 },
    )
  })
})
