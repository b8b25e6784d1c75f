import { randomBytes } from 'node:crypto'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { decoderPool } from '@/lib/adapters/decoder/pool'
import { drawImage } from '@/lib/decoding/image'
import { drawPdf } from '@/lib/decoding/pdf'
import { decoderProgram } from '@/lib/testing/decoder'
import { sentFile } from '@/lib/testing/sent-file'
import type { BenchRow } from './row'
import { ratioOf, round } from './row'

const WIDTH = 1240
const ROUNDS = 40
const WARM_UP = 5
/** What another process may cost against drawing in this one. */
const AIM = 1.3

/** A page of text and a photo drawn by the pool, warm, against the same in this process; in turn, the medians compared. */
export async function previewRow(): Promise<BenchRow> {
  const pool = decoderPool(await decoderProgram())
  const [paper, photo] = [await aPaper(), await aPhoto()]
  const apart = async () => {
    await pool.draw(sentFile(paper), { page: 0, width: WIDTH })
    await pool.draw(sentFile(photo), { page: 0, width: WIDTH })
  }
  const here = async () => {
    await drawPdf(paper, 0, WIDTH)
    await drawImage(photo, WIDTH)
  }
  const times = { apart: Array<number>(), here: Array<number>() }
  for (let at = -WARM_UP; at < ROUNDS; at += 1) {
    const took = { here: await timeWork(here), apart: await timeWork(apart) }
    if (at < 0) continue
    times.here.push(took.here)
    times.apart.push(took.apart)
  }
  pool.close()
  const [value, limit] = [round(median(times.apart)), round(median(times.here) * AIM)]
  return { name: 'previews of a page and a photo, pool warm', value, unit: 'ms', limit, ratio: ratioOf(value, limit) }
}

const median = (times: number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN

async function timeWork(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

async function aPaper(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.TimesRoman)
  const page = document.addPage([595, 842])
  for (let line = 0; line < 45; line++)
    page.drawText('Cong hoa xa hoi chu nghia Viet Nam, Doc lap - Tu do - Hanh phuc', {
      x: 60,
      y: 780 - line * 16,
      size: 12,
      font,
    })
  return document.save()
}

function aPhoto(): Promise<Uint8Array> {
  const [width, height] = [2000, 1500]
  return sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
    .blur(3)
    .jpeg()
    .toBuffer()
}
