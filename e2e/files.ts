import { createHash, randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'

export type MadeFile = { path: string; name: string; sha256: string; size: number }

async function writeFixture(folder: string, name: string, bytes: Uint8Array): Promise<MadeFile> {
  const place = path.join(folder, name)
  await writeFile(place, bytes)
  return { path: place, name, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.byteLength }
}

const grain = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: '#b9a78f', noise: { type: 'gaussian', mean: 128, sigma: 30 } },
  })

/** A photograph as a telephone takes it: lying on its side, turned by its EXIF orientation. */
export async function aPhoto(folder: string, name = 'Ảnh giấy phép lái xe.jpg'): Promise<MadeFile> {
  const picture = grain(1600, 1200).jpeg({ quality: 70 }).withMetadata({ orientation: 6 })
  return writeFixture(folder, name, await picture.toBuffer())
}

export async function aPortrait(folder: string, name = 'Ảnh chân dung.png'): Promise<MadeFile> {
  return writeFixture(folder, name, await grain(300, 400).png({ compressionLevel: 1 }).toBuffer())
}

/** A photograph as an iPhone keeps it. */
export async function anIphonePhoto(folder: string): Promise<MadeFile> {
  return writeFixture(folder, 'IMG_0001.HEIC', await readFile('lib/attachments/samples/photo.heic'))
}

async function onePage(): Promise<PDFDocument> {
  const pdf = await PDFDocument.create()
  pdf.addPage([595, 842]).drawText('Giay kham suc khoe', { x: 60, y: 760 })
  return pdf
}

export async function aPdf(folder: string, name = 'Giấy khám sức khỏe.pdf'): Promise<MadeFile> {
  return writeFixture(folder, name, await (await onePage()).save())
}

/** A scan of many megabytes: random bytes, so that nothing on the way can make it smaller. */
export async function aBigPdf(folder: string, megabytes: number): Promise<MadeFile> {
  const pdf = await onePage()
  pdf.context.register(pdf.context.stream(randomBytes(megabytes * 1024 ** 2)))
  return writeFixture(folder, 'Bản quét lớn.pdf', await pdf.save({ useObjectStreams: false }))
}

/** Files the portal must refuse, each with the words that name the rule. */
export async function badFiles(folder: string): Promise<{ file: MadeFile; words: string }[]> {
  const locked = await onePage()
  locked.encrypt({ userPassword: 'bi-mat', ownerPassword: 'bi-mat-hon' })
  const photo = await grain(800, 600).jpeg().toBuffer()
  const bomb = sharp({ create: { width: 13_000, height: 13_000, channels: 3, background: '#fff' } })
  return [
    { file: await writeFixture(folder, 'rong.pdf', new Uint8Array()), words: 'rỗng (0 byte)' },
    {
      file: await writeFixture(folder, 'chuong-trinh.pdf', Buffer.from('MZ\u0090 not a picture')),
      words: 'không phải JPEG, PNG, WebP, HEIC hay PDF',
    },
    {
      file: await writeFixture(folder, 'bi-cat.jpg', photo.subarray(0, photo.length / 2)),
      words: 'bị hỏng hoặc bị cắt cụt',
    },
    { file: await writeFixture(folder, 'co-mat-khau.pdf', await locked.save()), words: 'có mật khẩu' },
    {
      file: await writeFixture(folder, 'bom.png', await bomb.png({ compressionLevel: 1 }).toBuffer()),
      words: 'vượt 120 triệu điểm ảnh',
    },
  ]
}
