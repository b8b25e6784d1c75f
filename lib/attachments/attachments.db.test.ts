import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '@/db/client'
import { database, testCtx } from '@/lib/testing'
import type { TestDatabase } from '@/lib/testing'
import type { AttachmentRule } from './server'
import { scanAttachment } from './handlers'
import {
  attachmentsOfDossier,
  attachmentsOfHolder,
  previewOf,
  receiveFile,
  removeAttachment,
  sealAttachments,
  supersedeAttachments,
} from './server'

const HOLDER = '01900000-0000-7000-8000-000000000001'
const DOSSIER = '01900000-0000-7000-8000-000000000002'
const ANY: AttachmentRule = { maxFiles: 30, maxBytes: 1e9, accepts: ['image', 'pdf'] }
type Place = { holderId: string; rule: AttachmentRule }
const PERSON = {
  kind: 'citizen',
  userId: '01900000-0000-7000-8000-00000000000a',
  name: 'Nguyễn Văn An',
  assurance: 2,
  verifiedAt: new Date(0),
} as const

describe('attachments', () => {
  let test: TestDatabase
  let folder: string
  let uploads = 0
  beforeAll(async () => {
    test = await database({ seeded: false })
    folder = await mkdtemp(path.join(os.tmpdir(), 'attachments-'))
  })
  afterAll(() => test.close())

  const ctx = () => testCtx(test.db, PERSON)

  async function receive(
    name: string,
    bytes: Uint8Array,
    requirementCode = 'TP02',
    place: Place = { holderId: HOLDER, rule: ANY },
  ) {
    const { holderId, rule } = place
    const file = path.join(folder, String(++uploads))
    await writeFile(file, bytes)
    return receiveFile(ctx(), {
      rule,
      path: file,
      givenName: name,
      holderId,
      requirementCode,
      uploadId: `upload-${String(uploads)}`,
    })
  }
  const png = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#4a6' } })
      .png()
      .toBuffer()
  async function pdf(pages: number, password?: string) {
    const document = await PDFDocument.create()
    for (let n = 0; n < pages; n++) document.addPage([300, 400])
    if (password !== undefined) document.encrypt({ userPassword: password, ownerPassword: password })
    return document.save()
  }

  it('takes a phone photo, a HEIC and a PDF for what they are, whatever their names say', async () => {
    const photo = await receive('C:\\ảnh\\gplx\u0000.pdf', await png(60, 40))
    const heic = await receive('IMG_1.HEIC', await readFile(path.join(import.meta.dirname, 'samples/photo.heic')))
    const paper = await receive('khám.jpg', await pdf(3))
    expect(photo).toMatchObject({ ok: true, value: { mediaType: 'image/png', name: 'gplx.pdf', scan: 'pending' } })
    expect(heic).toMatchObject({ ok: true, value: { mediaType: 'image/heic' } })
    expect(paper).toMatchObject({ ok: true, value: { mediaType: 'application/pdf', pages: 3 } })
  })

  it('refuses by name what does not open', async () => {
    const whole = await png(400, 300)
    const cases = [
      ['empty.pdf', new Uint8Array(), 'file-empty'],
      ['cut.png', whole.subarray(0, whole.length / 2), 'file-broken'],
      ['run.exe.pdf', new TextEncoder().encode('MZ this program'), 'file-type-refused'],
      ['broken.pdf', new TextEncoder().encode('%PDF-1.7\nnothing'), 'file-broken'],
      ['locked.pdf', await pdf(1, 'bí mật'), 'file-locked'],
      ['bomb.png', hugePng(60_000, 60_000), 'file-too-many-pixels'],
    ] as const
    for (const [name, bytes, code] of cases) {
      expect(await receive(name, bytes), name).toMatchObject({ ok: false, error: { code, detail: { name } } })
    }
  })

  it('holds to what the requirement takes: kind, size and number', async () => {
    const holder = '01900000-0000-7000-8000-0000000000a9'
    const portrait: AttachmentRule = { maxFiles: 1, maxBytes: 1000, accepts: ['image'] }
    const receiveNamed = (name: string, bytes: Uint8Array) =>
      receive(name, bytes, 'TP15', { holderId: holder, rule: portrait })
    expect(await receiveNamed('a.pdf', await pdf(1))).toMatchObject({ ok: false, error: { code: 'file-image-wanted' } })
    expect(await receiveNamed('b.png', await png(3000, 2000))).toMatchObject({
      ok: false,
      error: { code: 'file-too-large' },
    })
    expect(await receiveNamed('c.png', await png(20, 20))).toMatchObject({ ok: true })
    expect(await receiveNamed('d.png', await png(21, 20))).toMatchObject({
      ok: false,
      error: { code: 'too-many-files', detail: { limit: 1 } },
    })
  })

  it('is one attachment however often the same upload or the same bytes arrive', async () => {
    const holder = '01900000-0000-7000-8000-0000000000b1'
    const bytes = await png(10, 10)
    const first = await receive('a.png', bytes, 'TP15', { holderId: holder, rule: ANY })
    const again = await receive('a.png', bytes, 'TP15', { holderId: holder, rule: ANY })
    expect(first.ok && again.ok && first.value.id === again.value.id).toBe(true)
    expect(await attachmentsOfHolder(test.db, holder)).toHaveLength(1)
  })

  it('is scanned by the worker and pictured when it is looked at; the desk is told when no scanner is configured', async () => {
    const stored = await receive('b.pdf', await pdf(2), 'TP09')
    if (!stored.ok) throw new Error(stored.error.code)
    await scanAttachment(ctx(), { attachmentId: stored.value.id })
    const [after] = (await attachmentsOfHolder(test.db, HOLDER)).filter(({ id }) => id === stored.value.id)
    expect(after?.scan).toBe('unscanned')
    const picture = await previewOf(ctx(), stored.value, 1, 240)
    if (picture.kind !== 'picture') throw new Error(picture.kind)
    expect(await sharp(picture.webp).metadata()).toMatchObject({
      format: 'webp',
      width: 240,
      height: 320,
    })
    expect(await previewOf(ctx(), stored.value, 2, 240)).toEqual({ kind: 'no-such-page' })
  })

  it('cannot be removed or changed once submitted; a supplement supersedes the files it names and no others', async () => {
    const holder = '01900000-0000-7000-8000-0000000000c1'
    const buffer = '01900000-0000-7000-8000-0000000000c2'
    const elsewhere = '01900000-0000-7000-8000-0000000000c3'
    const old = await receive('old.png', await png(11, 10), 'TP02', { holderId: holder, rule: ANY })
    const other = await receive('other.png', await png(13, 10), 'TP02', { holderId: holder, rule: ANY })
    if (!old.ok || !other.ok) throw new Error('not stored')
    await inTransaction(ctx(), (ctx) => sealAttachments(ctx, holder, DOSSIER))
    expect(await removeAttachment(ctx(), holder, old.value.id)).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    })
    await expect(test.sql`update attachments set name = 'x' where id = ${old.value.id}`).rejects.toThrow(/sealed/)
    await receive('new.png', await png(12, 10), 'TP02', { holderId: buffer, rule: ANY })
    await inTransaction(ctx(), async (ctx) => {
      await sealAttachments(ctx, buffer, DOSSIER)
      await supersedeAttachments(ctx, DOSSIER, [other.value.id, elsewhere])
    })
    const files = await attachmentsOfDossier(test.db, DOSSIER)
    expect(files.map(({ name, supersededAt }) => [name, supersededAt !== null])).toEqual([
      ['old.png', false],
      ['other.png', true],
      ['new.png', false],
    ])
  })
})

/** A PNG whose header promises more pixels than any memory holds. */
function hugePng(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(33)
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(header)
  header.writeUInt32BE(13, 8)
  header.write('IHDR', 12, 'latin1')
  header.writeUInt32BE(width, 16)
  header.writeUInt32BE(height, 20)
  Buffer.from([8, 2, 0, 0, 0]).copy(header, 24)
  header.writeUInt32BE(crc32(header.subarray(12, 29)), 29)
  return Buffer.concat([
    header,
    Buffer.from([0, 0, 0, 0]),
    Buffer.from('IDAT', 'latin1'),
    Buffer.from([0x35, 0xaf, 0x06, 0x1e]),
  ])
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}
