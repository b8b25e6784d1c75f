import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { inspectImage } from './image'

const picture = () => sharp({ create: { width: 64, height: 64, channels: 3, background: '#6a4' } })

/** A file whose header says that it is this large. */
async function boastful(thinned: '4:4:4' | '4:2:0', width: number, height: number): Promise<Uint8Array> {
  const bytes = await picture().jpeg({ progressive: true, chromaSubsampling: thinned }).toBuffer()
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc2]))
  bytes.writeUInt16BE(height, frame + 5)
  bytes.writeUInt16BE(width, frame + 7)
  return bytes
}

describe('a picture that must be held whole', () => {
  it('is too costly by its header alone, where that is too much', async () => {
    const inspection = await inspectImage(await boastful('4:4:4', 12_600, 9_444))
    expect(inspection).toEqual({ outcome: 'too-costly' })
  })

  it('is opened as any other where it is not', async () => {
    const others = [boastful('4:2:0', 4_000, 3_000), picture().png({ progressive: true }).toBuffer()]
    for (const encoding of others) {
      const inspection = await inspectImage(await encoding)
      expect(inspection).toEqual({ outcome: 'opens', pages: 1 })
    }
  })
})
