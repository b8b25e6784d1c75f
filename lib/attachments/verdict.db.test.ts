import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorAnswer } from '@/lib/errors'
import type { Decoder, Drawing, Inspection } from '@/lib/ports'
import { database, testCtx } from '@/lib/testing'
import type { TestDatabase } from '@/lib/testing'
import { handleUpload, previewOf, receiveFile } from './server'
import type { AttachmentRule } from './server'

const HOLDER = '01900000-0000-7000-8000-0000000000d1'
const RULE: AttachmentRule = { maxFiles: 30, maxBytes: 1e6, accepts: ['pdf'] }
const PERSON = {
  kind: 'citizen',
  userId: '01900000-0000-7000-8000-00000000000b',
  name: 'Trần Thị Bình',
  assurance: 2,
  verifiedAt: new Date(0),
} as const
const UNDRAWABLE: Drawing = { outcome: 'undrawable' }
const OPENS: Inspection = { outcome: 'opens', pages: 9, isDrawable: true }
const UNAVAILABLE = { outcome: 'unavailable' } as const

/** A decoder that answers what it is told, and counts how often it is asked. */
function scriptedDecoder(inspections: Inspection[], drawings: Drawing[] = []) {
  const calls = { inspect: 0, draw: 0 }
  const decoder: Decoder = {
    inspect: () => Promise.resolve(inspections[calls.inspect++] ?? UNAVAILABLE),
    draw: () => Promise.resolve(drawings[calls.draw++] ?? UNAVAILABLE),
  }
  return { calls, decoder }
}

describe('what was found in a file', () => {
  let test: TestDatabase
  let folder = ''
  let files = 0
  beforeAll(async () => {
    test = await database({ seeded: false })
    folder = await mkdtemp(path.join(os.tmpdir(), 'verdict-'))
  })
  afterAll(() => test.close())

  const withDecoder = (decoder: Decoder) => {
    const ctx = testCtx(test.db, PERSON)
    return { ...ctx, ports: { ...ctx.ports, decoder, uploadFolder: folder } }
  }
  const newPdf = () => Buffer.from(`%PDF-1.7\n${String(++files)}`)
  async function receive(decoder: Decoder, bytes: Uint8Array) {
    const place = path.join(folder, `whole-${String(++files)}`)
    await writeFile(place, bytes)
    const file = { path: place, givenName: 'a.pdf', holderId: HOLDER, requirementCode: 'TP02', rule: RULE }
    return receiveFile(withDecoder(decoder), { ...file, uploadId: String(files) })
  }

  it.each(['broken', 'locked', 'too-many-pixels', 'too-costly'] as const)(
    'is remembered of a content that is %s: the same bytes are not opened twice',
    async (outcome) => {
      const { calls, decoder } = scriptedDecoder([{ outcome }])
      const bytes = newPdf()
      const first = await receive(decoder, bytes)
      expect(first.ok).toBe(false)
      expect(await receive(decoder, bytes)).toEqual(first)
      expect(calls.inspect).toBe(1)
    },
  )

  it('is not remembered when it is our own shortage, which is never called the fault of the file', async () => {
    const { decoder } = scriptedDecoder([UNAVAILABLE, OPENS])
    const bytes = newPdf()
    expect(await receive(decoder, bytes)).toMatchObject({ ok: false, error: { code: 'file-not-examined' } })
    expect(await receive(decoder, bytes)).toMatchObject({ ok: true, value: { pages: 9 } })
  })

  it('lets a file in that opens but cannot be drawn, and says so of it without trying', async () => {
    const { calls, decoder } = scriptedDecoder([{ outcome: 'opens', pages: null, isDrawable: false }])
    const stored = await receive(decoder, newPdf())
    if (!stored.ok) throw new Error(stored.error.code)
    expect(await previewOf(withDecoder(decoder), stored.value, 0, 1240)).toEqual({ kind: 'none' })
    expect(calls.draw).toBe(0)
  })

  it('is kept of a page too: one that cannot be drawn is tried once, in no size again', async () => {
    const { calls, decoder } = scriptedDecoder([OPENS], [UNAVAILABLE, UNDRAWABLE])
    const stored = await receive(decoder, newPdf())
    if (!stored.ok) throw new Error(stored.error.code)
    const ctx = withDecoder(decoder)
    expect(await previewOf(ctx, stored.value, 0, 240)).toEqual({ kind: 'later' })
    expect(await previewOf(ctx, stored.value, 0, 240)).toEqual({ kind: 'none' })
    expect(await previewOf(ctx, stored.value, 0, 1240)).toEqual({ kind: 'none' })
    expect(calls.draw).toBe(2)
  })

  it('after three pages that cannot be drawn is taken for the whole file', async () => {
    const { calls, decoder } = scriptedDecoder([OPENS], [UNDRAWABLE, UNDRAWABLE, UNDRAWABLE])
    const stored = await receive(decoder, newPdf())
    if (!stored.ok) throw new Error(stored.error.code)
    const ctx = withDecoder(decoder)
    for (let page = 0; page < 9; page++)
      expect(await previewOf(ctx, stored.value, page, 1240)).toEqual({ kind: 'none' })
    expect(calls.draw).toBe(3)
  })

  it('waits with an upload nobody could look into: what was sent stays, and is taken in when it is asked for again', async () => {
    const { decoder } = scriptedDecoder([UNAVAILABLE, UNAVAILABLE, OPENS])
    const bytes = newPdf()
    const ask = (method: string, place: string, headers: Record<string, string>, body?: BodyInit) =>
      handleUpload(
        { ...withDecoder(decoder), ownerId: PERSON.userId },
        new Request(`http://localhost${place}`, {
          method,
          headers: { 'tus-resumable': '1.0.0', ...headers },
          ...(body !== undefined && { body }),
        }),
        {
          route: '/api/tep',
          mayAttach: () => Promise.resolve({ ok: true, value: RULE }),
          answerTo: (error) => errorAnswer(error, 'vi'),
        },
      )
    const inBase64 = (text: string) => Buffer.from(text).toString('base64')
    const metadata = `holder ${inBase64(HOLDER)},requirement ${inBase64('TP02')},filename ${inBase64('a.pdf')}`
    const begun = await ask('POST', '/api/tep', {
      'upload-length': String(bytes.length),
      'upload-metadata': metadata,
    })
    const place = new URL(begun.headers.get('location') ?? '', 'http://localhost').pathname
    const piece = { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }
    const sent = await ask('PATCH', place, piece, new Uint8Array(bytes))
    expect(sent.status).toBe(503)
    expect(await sent.text()).toContain('vẫn được giữ')
    expect((await ask('HEAD', place, {})).status).toBe(423)
    const taken = await ask('HEAD', place, {})
    expect([taken.status, taken.headers.get('upload-offset')]).toEqual([200, String(bytes.length)])
    expect((await readdir(folder)).filter((name) => name.startsWith(PERSON.userId))).toEqual([])
  })
})
