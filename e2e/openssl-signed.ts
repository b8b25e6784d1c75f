import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const ROOM = 16_384
const NUMBER = 10

const padNumber = (value: number) => String(value).padStart(NUMBER, ' ')

/** A page, with comments that make it as long as wished, and a signature dictionary whose range and contents are still to be filled in. */
function prepareFile(megabytes: number): Buffer {
  const shown = 'BT /F 18 Tf 60 760 Td (Van ban da ky) Tj ET'
  const content = `${shown}\n${`%${' '.repeat(1022)}\n`.repeat(megabytes * 1024)}`
  const bodies = [
    '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]/SigFlags 3>>>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 7 0 R>>>>/Annots[5 0 R]>>',
    `<</Length ${String(content.length)}>>\nstream\n${content}\nendstream`,
    '<</Type/Annot/Subtype/Widget/FT/Sig/T(ky1)/F 132/Rect[0 0 0 0]/P 3 0 R/V 6 0 R>>',
    `<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange[0 ${padNumber(0)} ${padNumber(0)} ${padNumber(0)}]/Contents<${'0'.repeat(2 * ROOM)}>>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  let text = '%PDF-1.7\n'
  const rows = bodies.map((body, index) => {
    const at = text.length
    text += `${String(index + 1)} 0 obj\n${body}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const size = String(bodies.length + 1)
  const start = String(text.length)
  text += `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

/** The same key locked as Firefox exports it: 3DES and RC2, each with 200,000 rounds. */
export function lockedAsFirefox(folder: string, { path: file, password }: { path: string; password: string }): string {
  const [pem, locked] = [path.join(folder, 'khoa.pem'), path.join(folder, 'nhu-firefox.p12')]
  const words = { input: ['-passin', `pass:${password}`], output: ['-passout', `pass:${password}`] }
  execFileSync('openssl', ['pkcs12', '-legacy', '-in', file, '-nodes', '-out', pem, ...words.input])
  const ciphers = ['-certpbe', 'PBE-SHA1-RC2-40', '-keypbe', 'PBE-SHA1-3DES', '-macalg', 'sha1', '-iter', '200000']
  execFileSync('openssl', ['pkcs12', '-legacy', '-export', '-in', pem, '-out', locked, ...ciphers, ...words.output])
  return locked
}

/** A key file; `isAlone` leaves the issuers of its certificate out of the signature. */
type Key = { path: string; password: string; isAlone?: boolean }

/** A PDF signed by openssl with a PKCS#12 file: nothing of the portal's own signing has touched it. */
export function signedByOpenssl(folder: string, key: Key, megabytes = 0): string {
  const pdf = prepareFile(megabytes)
  const from = pdf.indexOf('/Contents<0') + '/Contents'.length
  const to = from + 2 * ROOM + 2
  const range = `[0 ${padNumber(from)} ${padNumber(to)} ${padNumber(pdf.length - to)}]`
  pdf.write(range, pdf.indexOf('/ByteRange') + '/ByteRange'.length, 'latin1')
  const inFolder = (name: string) => path.join(folder, name)
  const [pem, chain] = [inFolder('key.pem'), inFolder('chain.pem')]
  const [data, out] = [inFolder('signed.bin'), inFolder('openssl.pdf')]
  const open = ['pkcs12', '-in', key.path, '-passin', `pass:${key.password}`, '-nodes']
  execFileSync('openssl', [...open, '-clcerts', '-out', pem])
  execFileSync('openssl', [...open, '-cacerts', '-nokeys', '-out', chain])
  writeFileSync(data, Buffer.concat([pdf.subarray(0, from), pdf.subarray(to)]))
  const hasChain = key.isAlone !== true && readFileSync(chain, 'latin1').includes('BEGIN CERTIFICATE')
  const signer = ['-signer', pem, '-inkey', pem, ...(hasChain ? ['-certfile', chain] : [])]
  const output = execFileSync('openssl', [
    ...['cms', '-sign', '-binary', '-cades', '-md', 'sha256', '-outform', 'DER', '-in', data],
    ...signer,
  ])
  pdf.write(output.toString('hex'), from + 1, 'latin1')
  writeFileSync(out, pdf)
  return out
}

/** The signed file with its page replaced by a later revision: what an incremental-saving attack does. */
export function replacePage(folder: string, signed: string): string {
  const before = readFileSync(signed)
  const content = 'BT /F 18 Tf 60 760 Td (Noi dung khac) Tj ET'
  const previous = /startxref\n(\d+)\n%%EOF\n$/.exec(before.toString('latin1'))?.[1] ?? ''
  const body = `4 0 obj\n<</Length ${String(content.length)}>>\nstream\n${content}\nendstream\nendobj\n`
  const row = `${String(before.length).padStart(10, '0')} 00000 n \n`
  const start = String(before.length + body.length)
  const trailer = `trailer\n<</Size 8/Root 1 0 R/Prev ${previous}>>\nstartxref\n${start}\n%%EOF\n`
  const place = path.join(folder, 'sua-sau-khi-ky.pdf')
  writeFileSync(place, Buffer.concat([before, Buffer.from(`${body}xref\n4 1\n${row}${trailer}`, 'latin1')]))
  return place
}

/** The signed file with one byte of its page changed. */
export function alterByte(folder: string, signed: string): string {
  const bytes = readFileSync(signed)
  bytes.write('X', bytes.indexOf('Van ban da ky'), 'latin1')
  const place = path.join(folder, 'sua-mot-byte.pdf')
  writeFileSync(place, bytes)
  return place
}
