import sharp from 'sharp'
import { boastfulHeic, gridHeic, heicOf, picture } from './heic-file'

/** Sides of a picture just below what is taken. */
const [WIDTH, HEIGHT] = [12_600, 9_444]

/** A progressive JPEG (SOF2) that says it has 119 million pixels, and must keep room for all of them before it ends early. */
export async function progressiveJpeg(): Promise<Uint8Array> {
  const small = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#4a6' } })
    .jpeg({ progressive: true, chromaSubsampling: '4:4:4' })
    .toBuffer()
  const frame = small.indexOf(Buffer.from([0xff, 0xc2]))
  small.writeUInt16BE(HEIGHT, frame + 5)
  small.writeUInt16BE(WIDTH, frame + 7)
  return small
}

export const heicCut = () => heicOf([picture()], 1).subarray(0, -12)

export const PICTURE_FAMILIES = {
  'progressive JPEG': progressiveJpeg,
  'HEIC of many tiles': () => Promise.resolve(gridHeic(31, 32)),
  'HEIC with too many pixels': () => Promise.resolve(boastfulHeic(20_000, 20_000)),
  'HEIC that boasts': () => Promise.resolve(boastfulHeic(10_000, 10_000)),
  'HEIC cut off': () => Promise.resolve(heicCut()),
} as const satisfies Record<string, () => Promise<Uint8Array>>
