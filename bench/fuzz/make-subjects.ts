/**
 * Writes the files that are mutated, with fresh keys: tsx bench/fuzz/make-subjects.ts
 * They are kept with the project because a case is only the same case while its subject is the same.
 */
import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import { bytesSource } from '@/lib/pdf'
import { writePkcs12 } from '@/lib/cms'
import { extendToLongTerm } from '@/lib/pades'
import type { Signer } from '@/lib/pades'
import {
  anchors,
  authorityAt,
  ca,
  concat,
  documentOf,
  evidence,
  machinery,
  NOW,
  person,
  PLAIN,
  root,
  unique,
} from '@/lib/pades/test-documents'
import { issue, revocationList, signerOf } from '@/lib/pades/test-pki'
import * as pki from '@/lib/trust/test-pki'
import { smallSigned } from './small-signature'

const FOLDER = path.join(import.meta.dirname, 'subjects')
const PASSWORD = 'mat-khau'

const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))
const keep = (name: string, bytes: Uint8Array) => {
  writeFileSync(path.join(FOLDER, name), bytes)
}

/** A file whose objects lie in a compressed object stream. */
function compressedDocument(): Uint8Array {
  const content = PLAIN[3]
  const inside = PLAIN.map((body, i) => ({ num: i + 1, body })).filter(({ body }) => body !== content)
  let offset = 0
  const pairs = inside.map(({ num, body }) => {
    const pair = `${String(num)} ${String(offset)}`
    offset += body.length + 1
    return pair
  })
  const head = `${pairs.join(' ')}\n`
  const packed = deflateSync(latin(head + inside.map(({ body }) => body).join('\n')))
  const start = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'
  const page = `4 0 obj\n${content}\nendobj\n`
  const dict = `<</Type/ObjStm/N ${String(inside.length)}/First ${String(head.length)}/Filter/FlateDecode/Length ${String(packed.length)}>>`
  const stream = concat(latin(`8 0 obj\n${dict}\nstream\n`), packed, latin('\nendstream\nendobj\n'))
  const at = start.length + page.length + stream.length
  const rows = Array.from({ length: 10 }, (_, num) =>
    rowOf(num, { page: start.length, stream: start.length + page.length, at }),
  )
  const data = deflateSync(Uint8Array.from(rows.flat()))
  const own = `<</Type/XRef/W[1 3 1]/Size 10/Root 1 0 R/Filter/FlateDecode/Length ${String(data.length)}>>`
  return concat(
    latin(start + page),
    stream,
    latin(`9 0 obj\n${own}\nstream\n`),
    data,
    latin(`\nendstream\nendobj\nstartxref\n${String(at)}\n%%EOF\n`),
  )
}

function rowOf(num: number, { page, stream, at }: { page: number; stream: number; at: number }): number[] {
  const offset = { 4: page, 8: stream, 9: at }[num]
  if (offset !== undefined) return [1, offset >> 16, (offset >> 8) & 255, offset & 255, 0]
  const inside = [1, 2, 3, 5, 6].indexOf(num)
  return inside < 0 ? [0, 0, 0, 0, 0] : [2, 0, 0, 8, inside]
}

/** Signed, then the text field is filled as forms allow it. */
function fillField(signed: Uint8Array): Uint8Array {
  const body = `6 0 obj\n${PLAIN[5].replace('(cu)', '(moi)')}\nendobj\n`
  const previous =
    Buffer.from(signed)
      .toString('latin1')
      .match(/startxref\n(\d+)/g)
      ?.at(-1)
      ?.slice(10) ?? '0'
  const at = String(signed.length).padStart(10, '0')
  const table = `xref\n6 1\n${at} 00000 n \ntrailer\n<</Size 40/Root 1 0 R/Prev ${previous}>>\n`
  return concat(signed, latin(`${body}${table}startxref\n${String(signed.length + body.length)}\n%%EOF\n`))
}

function rsaSigner(): Signer {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return signerOf(issue('Con dau', { issuer: ca, use: 'sign', pair }), [ca])
}

async function longTerm(signed: Uint8Array, signer: Signer): Promise<Uint8Array> {
  const input = { source: bytesSource(signed), at: NOW, anchors, evidence, unique: unique(), ...machinery }
  const extended = await extendToLongTerm(input)
  if (!extended.ok) throw new Error(extended.error.detail)
  return smallSigned(concat(signed, extended.value.appendix), { signer, room: 1_400, kind: 'timestamp' })
}

async function pdfs(): Promise<void> {
  const signer = signerOf(person, [ca])
  const authority = authorityAt(NOW)
  const table = await smallSigned(documentOf(PLAIN), { signer, room: 1_100 })
  keep('table.pdf', table)
  keep('filled.pdf', fillField(table))
  const sealed = await smallSigned(documentOf(PLAIN, 'stream'), { signer: rsaSigner(), room: 1_600 })
  keep('twice.pdf', await smallSigned(sealed, { signer, room: 1_100 }))
  const stamped = await smallSigned(compressedDocument(), { signer, room: 2_600, authority })
  keep('compressed.pdf', stamped)
  keep(
    'long-term.pdf',
    await longTerm(await smallSigned(documentOf(PLAIN), { signer, room: 2_600, authority }), signer),
  )
}

/** What only other programs write: a locked PDF, a key file in the old way. */
function others(pkcs8: Uint8Array): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'fuzz-'))
  const at = (name: string) => path.join(folder, name)
  writeFileSync(at('plain.pdf'), documentOf(PLAIN))
  execFileSync('qpdf', ['--encrypt', '', 'chu', '256', '--', at('plain.pdf'), at('locked.pdf')])
  keep('locked.pdf', readFileSync(at('locked.pdf')))
  writeFileSync(at('key.der'), pkcs8)
  writeFileSync(at('certificate.der'), person.der)
  execFileSync('openssl', ['pkey', '-inform', 'DER', '-in', at('key.der'), '-out', at('key.pem')])
  execFileSync('openssl', ['x509', '-inform', 'DER', '-in', at('certificate.der'), '-out', at('certificate.pem')])
  const files = ['-inkey', at('key.pem'), '-in', at('certificate.pem'), '-out', at('old.p12')]
  execFileSync('openssl', ['pkcs12', '-export', '-legacy', '-iter', '1', ...files, '-passout', `pass:${PASSWORD}`])
  keep('legacy.p12', readFileSync(at('old.p12')))
  rmSync(folder, { recursive: true })
}

async function structures(): Promise<void> {
  keep('root.der', root.der)
  keep('authority.der', ca.der)
  keep('certificate.der', person.der)
  keep('token.der', await authorityAt(NOW).stamp(new Uint8Array(32)))
  const revoked = Array.from({ length: 12 }, (_, i) => ({
    who: issue(`Thu hoi ${String(i)}`, { use: 'sign' }),
    at: NOW,
  }))
  keep('list.crl', revocationList(ca, NOW, revoked))
  const responder = await pki.authority('Tra loi')
  const about = await pki.leafOf(responder)
  const answer = await pki.reply({ about: about.certificate, issuer: responder, nonce: Uint8Array.of(7) })
  keep('response.ocsp', answer.der)
  const pkcs8 = new Uint8Array(person.key.export({ type: 'pkcs8', format: 'der' }))
  const contents = { pkcs8, certificate: person.der, chain: [ca.der], friendlyName: 'Nguyen Van A' }
  keep(
    'key.p12',
    await writePkcs12(contents, { password: PASSWORD, random: new Uint8Array(80).fill(7), iterations: 2 }),
  )
  others(pkcs8)
}

await pdfs()
await structures()
