import { createCipheriv, createHash } from 'node:crypto'
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { hardenedHash, rc4, sha256 } from './encryption-primitives'
import { bytesOf, CATALOG, opened, PAGES, pdfOf, refusal } from './file.fixture'
import { asArray, asDict, asStream, asString, decodeStream, get, hexText, latin1, loadObject } from './index'
import type { Pdf, PdfObject } from './index'

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'))

type Algorithm = 'AES-256' | 'AES-128' | 'RC4-128' | 'RC4-40'
const LONG = 'a stream '.repeat(50)

/** A file as another writer encrypts it (its streams only, so what stands in object streams). */
async function encrypted(algorithm: Algorithm, userPassword: string): Promise<Uint8Array> {
  const doc = await PDFDocument.create()
  doc.addPage()
  const { context, catalog } = doc
  catalog.set(PDFName.of('Said'), context.register(context.obj([PDFString.of('(down)'), 5])))
  catalog.set(PDFName.of('Data'), context.register(context.flateStream(LONG)))
  doc.encrypt({ userPassword, ownerPassword: 'chu', algorithm, allowWeakCryptography: true })
  return doc.save()
}

async function dataOf(pdf: Pdf, value: PdfObject): Promise<string> {
  const stream = asStream(value)
  return stream === undefined ? 'no stream' : latin1((await decodeStream(pdf, stream, pdf.last)).bytes)
}

describe.each<Algorithm>(['RC4-40', 'RC4-128', 'AES-128', 'AES-256'])('a file under %s', (algorithm) => {
  it('opens without a password; what is packed into an encrypted stream is not encrypted once more (7.5.7)', async () => {
    const pdf = await opened(await encrypted(algorithm, ''))
    const catalog = asDict(await get(pdf, pdf.last.trailer, 'Root', pdf.last))
    const [down, five] = asArray(await get(pdf, catalog, 'Said', pdf.last)) ?? []
    expect([latin1(asString(down)?.bytes ?? bytesOf('')), five]).toEqual(['(down)', 5])
    expect(await dataOf(pdf, await get(pdf, catalog, 'Data', pdf.last))).toBe(LONG)
    expect(pdf.anomalies).toEqual([])
  })
  it('names that a password is needed', async () => {
    expect(await refusal(await encrypted(algorithm, 'mat khau'))).toBe('password-needed')
  })
})

type Scheme = { readonly dict: string; readonly lock: (text: string, num: number, gen?: number) => Uint8Array }
const angled = (bytes: Uint8Array) => `<${hexText(bytes)}>`
const ID = '0123456789abcdef'

/** Algorithms 2 and 5 for the empty password, then 1 for each object. */
function padded(version: 2 | 4, more: string): Scheme {
  const pad = hex('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a')
  const digest = (...parts: Uint8Array[]) => createHash('md5').update(Buffer.concat(parts)).digest()
  const owner = new Uint8Array(32).fill(0x5a)
  const open = more.includes('EncryptMetadata false') ? [hex('ffffffff')] : []
  let key = digest(pad, owner, hex('fcffffff'), hex(ID), ...open)
  for (let i = 0; i < 50; i++) key = digest(key)
  let user: Uint8Array = digest(pad, hex(ID))
  for (let i = 0; i < 20; i++)
    user = rc4(
      key.map((byte) => byte ^ i),
      user,
    )
  const isAes = more.includes('AESV2')
  const salt = isAes ? hex('73416c54') : hex('')
  const lock = (text: string, num: number, gen = 0) => {
    const own = digest(key, Uint8Array.of(num & 255, num >> 8, 0, gen & 255, gen >> 8), salt)
    return isAes ? boxed('aes-128-cbc', own, text) : rc4(own, bytesOf(text))
  }
  const entries = `/R ${version === 2 ? '3' : '4'}/Length 128/P -4/O${angled(owner)}/U<${hexText(user)}${'00'.repeat(16)}>`
  return { dict: `/V ${String(version)}${entries}${more}`, lock }
}

function boxed(cipher: string, key: Uint8Array, text: string): Uint8Array {
  const iv = new Uint8Array(16).fill(text.length)
  const box = createCipheriv(cipher, key, iv)
  return new Uint8Array([...iv, ...box.update(text, 'latin1'), ...box.final()])
}

/** Algorithm 8 for the empty password: the key of the file is what `UE` wraps. */
async function wrapped(revision: 5 | 6): Promise<Scheme> {
  const key = Uint8Array.from({ length: 32 }, (_, i) => i * 7)
  const hash = revision === 5 ? sha256 : hardenedHash
  const [check, salt] = [hex('0102030405060708'), hex('1112131415161718')]
  const box = createCipheriv('aes-256-cbc', await hash(salt), new Uint8Array(16)).setAutoPadding(false)
  const user = new Uint8Array([...(await hash(check)), ...check, ...salt])
  const dict = `/V 5/R ${String(revision)}/U${angled(user)}/UE${angled(box.update(key))}`
  return { dict: `${dict}${filters('AESV3')}`, lock: (text) => boxed('aes-256-cbc', key, text) }
}
const filters = (method: string, which = '/StrF/StdCF/StmF/StdCF') => `/CF<</StdCF<</CFM/${method}>>>>${which}`

describe('strings and streams under a key (ISO 32000-2 7.6.3)', () => {
  const streamOf = (bytes: Uint8Array, type = '') =>
    `<<${type}/Length ${String(bytes.length)}>>stream\n${latin1(bytes)}\nendstream`
  const WORDS = 'mot\r\ncua'

  it.each<readonly [string, () => Scheme | Promise<Scheme>]>([
    ['RC4', () => padded(2, '')],
    ['RC4 by a crypt filter, metadata in the clear', () => padded(4, `${filters('V2')}/EncryptMetadata false`)],
    ['AES, 128 bits', () => padded(4, filters('AESV2'))],
    ['AES, 256 bits, revision 5', () => wrapped(5)],
    ['AES, 256 bits, revision 6', () => wrapped(6)],
  ])('%s: each object under its own number, what is exempt left alone', async (_, make) => {
    const { dict, lock } = await make()
    const isClear = dict.includes('EncryptMetadata')
    const file = pdfOf(
      [
        ...[CATALOG, PAGES],
        `[${angled(lock(WORDS, 3))}<</Deep ${angled(lock('down', 3))}>>5]`,
        `<</ByteRange[0 1]/Contents<00ff>/Reason ${angled(lock('why', 4))}>>`,
        streamOf(lock(LONG, 5)),
        streamOf(isClear ? bytesOf('<x/>') : lock('<x/>', 6), '/Type/Metadata'),
        streamOf(bytesOf('plain'), '/Filter[/Crypt]'),
      ],
      `/Root 1 0 R/ID[<${ID}><00>]/Encrypt<</Filter/Standard${dict}>>`,
    )
    const pdf = await opened(file)
    const [words, deep] = asArray(await loadObject(pdf, 3, pdf.last)) ?? []
    const text = (value: PdfObject | undefined) => latin1(asString(value)?.bytes ?? bytesOf('none'))
    expect([text(words), text(asDict(deep)?.entries.get('Deep'))]).toEqual([WORDS, 'down'])
    const signature = asDict(await loadObject(pdf, 4, pdf.last))?.entries
    expect([text(signature?.get('Contents')), text(signature?.get('Reason'))]).toEqual(['\0\xff', 'why'])
    const streams = [5, 6, 7].map(async (num) => dataOf(pdf, await loadObject(pdf, num, pdf.last)))
    expect(await Promise.all(streams)).toEqual([LONG, '<x/>', 'plain'])
    expect(pdf.anomalies).toEqual([])
  })
  it('strings may be in the clear and streams not, and the other way round (7.6.6)', async () => {
    const inClear = async (which: string) => {
      const { dict, lock } = padded(4, filters('AESV2', which))
      const bodies = [
        CATALOG,
        PAGES,
        `[${angled(lock('words', 3))}(words)]`,
        streamOf(lock('data', 4)),
        streamOf(bytesOf('data')),
      ]
      const pdf = await opened(pdfOf(bodies, `/Root 1 0 R/ID[<${ID}><00>]/Encrypt<</Filter/Standard${dict}>>`))
      const [first, other] = asArray(await loadObject(pdf, 3, pdf.last)) ?? []
      const read = [first, other].map((value) => latin1(asString(value)?.bytes ?? bytesOf('none')))
      return [
        ...read.map((words) => words === 'words'),
        (await dataOf(pdf, await loadObject(pdf, 4, pdf.last))) === 'data',
      ]
    }
    expect(await inClear('/StrF/StdCF')).toEqual([true, false, false])
    expect(await inClear('/StrF/Identity/StmF/StdCF')).toEqual([false, true, true])
  })
  describe('a stream with a crypt filter of its own (7.4.10)', () => {
    const both = '/CF<</StdCF<</CFM/AESV2>>/Old<</CFM/V2>>>>/StrF/StdCF/StmF/StdCF'
    const { dict, lock } = padded(4, both)
    const old = padded(4, filters('V2')).lock
    const fileOf = (encryption: string, ...bodies: string[]) =>
      opened(pdfOf([CATALOG, PAGES, ...bodies], `/Root 1 0 R/ID[<${ID}><00>]/Encrypt<</Filter/Standard${encryption}>>`))
    const third = async (pdf: Pdf) => dataOf(pdf, await loadObject(pdf, 3, pdf.last))

    it.each([
      ['none named', '/Filter/Crypt', bytesOf('plain')],
      ['Identity', '/Filter[/Crypt]/DecodeParms[<</Name/Identity>>]', bytesOf('plain')],
      ['the one of all streams', '/Filter/Crypt/DecodeParms<</Name/StdCF>>', lock('plain', 3)],
      ['another', '/Filter/Crypt/DecodeParms<</Type/CryptFilterDecodeParms/Name/Old>>', old('plain', 3)],
      ['another, and a filter behind it', '/Filter[/Crypt/AHx]/DecodeParms[<</Name/Old>>null]', old('706c61696e>', 3)],
      ['one told by references', '/Filter 4 0 R/DecodeParms 6 0 R', old('plain', 3)],
      ['metadata in the clear that says itself how it is', '/Type/Metadata/Filter/Crypt', bytesOf('plain')],
    ])('is decrypted as it says: %s', async (_, entries, bytes) => {
      const pdf = await fileOf(dict, streamOf(bytes, entries), '[5 0 R]', '/Crypt', '<</Name 7 0 R>>', '/Old')
      expect(await third(pdf)).toBe('plain')
    })
    it.each([
      ['/Filter/Crypt/DecodeParms<</Name/Unknown>>', both, 'encryption-unknown'],
      ['/Filter/Crypt/DecodeParms<</Name/StdCF>>', '', 'encryption-unknown'],
      // Some readers look only at the first filter, others at each.
      ['/Filter[/AHx/Crypt]/DecodeParms[null<</Name/Identity>>]', both, 'filter-unknown'],
      ['/Filter[/Crypt/Crypt]', both, 'filter-unknown'],
    ])('is refused by name, not handed on as it lies: %s', async (entries, crypt, code) => {
      const scheme = crypt === '' ? padded(2, '') : padded(4, crypt)
      const pdf = await fileOf(scheme.dict, streamOf(scheme.lock('41>', 3), entries))
      await expect(third(pdf)).rejects.toMatchObject({ code })
    })
    it('what names a filter that the file does not have is not "in the clear" (7.6.6)', async () => {
      for (const which of ['/StmF/Gone', '/StrF/Gone']) {
        const { dict: lost } = padded(4, filters('AESV2', which))
        const file = pdfOf([CATALOG, PAGES], `/Root 1 0 R/ID[<${ID}><00>]/Encrypt<</Filter/Standard${lost}>>`)
        expect(await refusal(file)).toBe('encryption-unknown')
      }
    })
  })
  it('a filter nobody knows is named', async () => {
    for (const method of ['AESV9', 'Other']) {
      const { dict } = padded(4, filters(method))
      expect(
        await refusal(pdfOf([CATALOG, PAGES], `/Root 1 0 R/ID[<${ID}><00>]/Encrypt<</Filter/Standard${dict}>>`)),
      ).toBe('encryption-unknown')
    }
  })
  it('an encryption dictionary that is an object of its own is not encrypted itself (7.6.2)', async () => {
    const { dict, lock } = padded(2, '')
    const file = pdfOf(
      [CATALOG, PAGES, angled(lock('words', 3)), `<</Filter/Standard${dict}>>`],
      `/Root 1 0 R/ID[<${ID}><00>]/Encrypt 4 0 R`,
    )
    const pdf = await opened(file)
    expect(latin1(asString(await loadObject(pdf, 3, pdf.last))?.bytes ?? bytesOf(''))).toBe('words')
    expect(asString(asDict(await loadObject(pdf, 4, pdf.last))?.entries.get('O'))?.bytes).toEqual(
      new Uint8Array(32).fill(0x5a),
    )
  })
  it('data that AES cannot have made is damaged, a string of it nothing', async () => {
    const { dict, lock } = padded(4, filters('AESV2'))
    const broken = lock('sixteen letters!', 3).map((byte, i, all) => (i === all.length - 17 ? byte ^ 255 : byte))
    const pdf = await opened(
      pdfOf([CATALOG, PAGES, angled(broken)], `/Root 1 0 R/ID[<${ID}><00>]/Encrypt<</Filter/Standard${dict}>>`),
    )
    expect(await loadObject(pdf, 3, pdf.last)).toBeNull()
    expect(pdf.anomalies).toMatchObject([{ code: 'object-malformed', object: 3 }])
  })
})

describe('a security handler that is not known is named, not guessed (7.6.2)', () => {
  const o = `<${'00'.repeat(48)}>`
  it.each([
    ['/Filter/Adobe.PubSec/V 4', 'encryption-unknown'],
    ['/V 1', 'encryption-unknown'],
    ['/Filter/Standard/V 0', 'encryption-unknown'],
    ['/Filter/Standard/V 3/R 3', 'encryption-unknown'],
    ['/Filter/Standard/V 6/R 6', 'encryption-unknown'],
    [`/Filter/Standard/V 1/R 7/O${o}/U${o}`, 'encryption-unknown'],
    [`/Filter/Standard/V 2/R 3/Length 32/O${o}/U${o}`, 'encryption-unknown'],
    [`/Filter/Standard/V 2/R 3/Length 136/O${o}/U${o}`, 'encryption-unknown'],
    ['/Filter/Standard/V 2/R 3/Length 128', 'encryption-unknown'],
    [`/Filter/Standard/V 5/R 4/U${o}/UE${o}`, 'encryption-unknown'],
    [`/Filter/Standard/V 5/R 6/U<00>/UE${o}`, 'encryption-unknown'],
    [`/Filter/Standard/V 5/R 6/U${o}`, 'encryption-unknown'],
    [`/Filter/Standard/V 1/R 2/O${o}/U${o}/P -4`, 'password-needed'],
    [`/Filter/Standard/V 2/R 3/Length 128/O${o}/U${o}/P -4`, 'password-needed'],
    [`/Filter/Standard/V 5/R 5/U${o}/UE${o}`, 'password-needed'],
    [`/Filter/Standard/V 5/R 6/U${o}/UE${o}`, 'password-needed'],
  ])('%s', async (entries, code) => {
    expect(await refusal(pdfOf([CATALOG, PAGES], `/Root 1 0 R/Encrypt<<${entries}>>`))).toBe(code)
  })
  it('nor is a dictionary that is not there', async () => {
    expect(await refusal(pdfOf([CATALOG, PAGES], '/Root 1 0 R/Encrypt 9 0 R'))).toBe('encryption-unknown')
    expect((await opened(pdfOf([CATALOG, PAGES], '/Root 1 0 R/Encrypt null'))).decryptor).toBeUndefined()
  })
})
