import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { der } from '@/lib/trust'
import { documentOf, person, PLAIN, validate } from './test-documents'
import { cmsOver, placeSignature } from './test-signer'
import type { CmsOrder } from './test-signer'

const hasQpdf = spawnSync('qpdf', ['--version']).error === undefined
const folder = mkdtempSync(join(tmpdir(), 'pades-container-'))
let files = 0

/** Without strings where a signature revision writes again: our test signer does not encrypt. */
const BODIES = PLAIN.map((body, i) => (i === 0 ? body.replace('/DA(/F 0 Tf 0 g)', '') : body))

/** The document as qpdf writes it. */
function byQpdf(...options: string[]): Uint8Array {
  const [from, to] = [join(folder, `${String(++files)}.pdf`), join(folder, `${String(files)}.out.pdf`)]
  writeFileSync(from, documentOf(BODIES))
  execFileSync('qpdf', ['--static-id', ...options, from, to])
  return new Uint8Array(readFileSync(to))
}

const ORDER: CmsOrder = {
  who: person,
  digest: ['sha256', '2.16.840.1.101.3.4.2.1'],
  scheme: {
    algorithm: der.sequence(der.oid('1.2.840.10045.4.3.2')),
    sign: (message, key) => new Uint8Array(sign('sha256', message, key)),
  },
}
const signedOver = (base: Uint8Array, fieldName = 'a') =>
  placeSignature(base, (content) => cmsOver(content, ORDER), { fieldName })

describe.skipIf(!hasQpdf)('files as other programs write them (skipped without qpdf)', () => {
  it.each([
    ['linearized', ['--linearize']],
    ['linearized with object streams', ['--linearize', '--object-streams=generate']],
    ['object streams', ['--object-streams=generate']],
    ['RC4, 40 bits', ['--allow-weak-crypto', '--encrypt', '', 'chu', '40', '--']],
    ['RC4, 128 bits', ['--allow-weak-crypto', '--encrypt', '', 'chu', '128', '--use-aes=n', '--']],
    ['AES, 128 bits', ['--allow-weak-crypto', '--encrypt', '', 'chu', '128', '--use-aes=y', '--']],
    [
      'AES, 128 bits, clear metadata',
      ['--allow-weak-crypto', '--encrypt', '', 'chu', '128', '--cleartext-metadata', '--use-aes=y', '--'],
    ],
    ['AES, 256 bits, revision 5', ['--allow-weak-crypto', '--encrypt', '', 'chu', '256', '--force-R5', '--']],
    ['AES, 256 bits, revision 6', ['--encrypt', '', 'chu', '256', '--']],
    ['AES, 256 bits, object streams', ['--object-streams=generate', '--encrypt', '', 'chu', '256', '--']],
    ['AES, 256 bits, linearized', ['--linearize', '--encrypt', '', 'chu', '256', '--']],
  ])('%s', async (_, options) => {
    const once = await signedOver(byQpdf(...options))
    expect(await validate(once, { trusting: false })).toMatchObject({
      anomalies: [],
      signatures: [{ intact: true, coverage: 'whole-file', laterChanges: 'none' }],
    })
    const twice = await validate(await signedOver(once, 'b'), { trusting: false })
    expect(twice).toMatchObject({
      anomalies: [],
      signatures: [
        { intact: true, coverage: 'whole-revision', laterChanges: 'allowed', changes: [{ code: 'signature-added' }] },
        { intact: true, coverage: 'whole-file' },
      ],
    })
  })

  it('a file that asks for a password is refused by name', async () => {
    const locked = byQpdf('--encrypt', 'mo', 'chu', '256', '--')
    await expect(validate(locked)).rejects.toThrow('password-needed')
  })
})

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const octets = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))
const tableOf = (text: string) => text.slice(text.indexOf('xref\n'), text.indexOf('trailer'))

/** A file whose cross-reference table is written as `write` has it. */
function withTable(write: (table: string) => string): Uint8Array {
  const text = latin(documentOf(PLAIN))
  return octets(text.replace(tableOf(text), write(tableOf(text))))
}

describe('structures that are slightly off', () => {
  it.each([
    ['rows without the blank', withTable((table) => table.replaceAll(' \n', '\n'))],
    ['rows of 21 bytes', withTable((table) => table.replaceAll(' \n', ' \r\n'))],
    ['lines ended by CR alone', withTable((table) => table.replaceAll(' \n', ' \r').replaceAll('\n', '\r'))],
    ['the head of the table on one line', withTable((table) => table.replace('xref\n', 'xref '))],
    ['blanks behind the head of the table', withTable((table) => table.replace('0 7\n', '0 7 \n'))],
    [
      'a table without the head of the free list',
      withTable((table) => table.replace('0 7\n0000000000 65535 f \n', '1 6\n')),
    ],
    ['the head of the free list counted as object 1', withTable((table) => table.replace('0 7\n', '1 7\n'))],
    ['a size too small', octets(latin(documentOf(PLAIN)).replace('/Size 7', '/Size 3'))],
    [
      'startxref a few bytes early',
      octets(
        latin(documentOf(PLAIN)).replace(/startxref\n(\d+)/, (_, at: string) => `startxref\n${String(Number(at) - 3)}`),
      ),
    ],
    ['blanks between startxref and the end', octets(latin(documentOf(PLAIN)).replace('%%EOF', '\r\n  \n%%EOF'))],
    ['a comment behind the end', octets(`${latin(documentOf(PLAIN))}% het\n`)],
    ['no line end at the end', octets(latin(documentOf(PLAIN)).trimEnd())],
    ['an object without endobj', octets(latin(documentOf(PLAIN)).replace('\nendobj', '\n      '))],
    ['a version in the catalog and a header of 2.0', octets(latin(documentOf(PLAIN)).replace('%PDF-1.7', '%PDF-2.0'))],
    ['a null Prev', octets(latin(documentOf(PLAIN)).replace('/Root', '/Prev null/Root'))],
  ])('%s', async (_, base) => {
    const report = await validate(await signedOver(await signedOver(base), 'b'), { trusting: false })
    expect(report.anomalies.map((anomaly) => anomaly.code)).not.toContain('structure-rebuilt')
    expect(report.signatures).toMatchObject([
      { intact: true, coverage: 'whole-revision', laterChanges: 'allowed' },
      { intact: true, coverage: 'whole-file', laterChanges: 'none' },
    ])
  })
})
