import { readFileSync } from 'node:fs'
import path from 'node:path'

/** A picture of 96 by 64 in one colour: HEVC as a camera writes it, with its configuration. */
const SAMPLE = readFileSync(path.resolve('lib/attachments/samples/photo.heic'))
const TILE = { width: 96, height: 64 }

type Size = { width: number; height: number }
type Item = { type: 'hvc1' | 'grid'; data: Uint8Array; properties: Uint8Array[]; tiles?: number[] }

/** One still picture, turned by quarters anticlockwise where that is asked for (`irot`). */
export function picture(quarters = 0): Item {
  const turned = quarters === 0 ? [] : [box('irot', Buffer.from([quarters]))]
  const data = SAMPLE.subarray(SAMPLE.indexOf('mdat') + 4)
  return { type: 'hvc1', data, properties: [sampleBox('hvcC'), extent(TILE), ...turned] }
}

/** A picture put together from so many tiles each way; libheif takes a thousand of them. */
export function gridHeic(columns: number, rows: number): Uint8Array {
  const whole = { width: columns * TILE.width, height: rows * TILE.height }
  const data = Buffer.alloc(12)
  data.set([0, 1, rows - 1, columns - 1])
  data.writeUInt32BE(whole.width, 4)
  data.writeUInt32BE(whole.height, 8)
  const pictures = Array.from({ length: columns * rows }, () => picture())
  const tiles = pictures.map((_, at) => at + 2)
  return heicOf([{ type: 'grid', data, properties: [extent(whole)], tiles }, ...pictures], 1)
}

/** A picture that says it is larger than it is. */
export function boastfulHeic(width: number, height: number): Uint8Array {
  const { data, properties } = picture()
  const [configuration = data] = properties
  return heicOf([{ type: 'hvc1', data, properties: [configuration, extent({ width, height })] }], 1)
}

/** A file of these items, numbered from 1 as they come (ISO/IEC 14496-12 and 23008-12). */
export function heicOf(items: readonly Item[], primary: number): Uint8Array {
  const head = box('ftyp', Buffer.from('heic\0\0\0\0mif1heicmiaf', 'latin1'))
  const size = metaOf(items, primary, 0).byteLength
  const meta = metaOf(items, primary, head.byteLength + size + 8)
  return Buffer.concat([head, meta, box('mdat', ...items.map(({ data }) => data))])
}

function metaOf(items: readonly Item[], primary: number, dataAt: number): Uint8Array {
  const handler = full('hdlr', 0, Buffer.from('\0\0\0\0pict\0\0\0\0\0\0\0\0\0\0\0\0\0', 'latin1'))
  const kinds = items.map(({ type }, at) => full('infe', 2, u16(at + 1), u16(0), Buffer.from(`${type}\0`)))
  const info = full('iinf', 0, u16(items.length), ...kinds)
  let at = dataAt
  const places = items.map(({ data }, index) => {
    const place = Buffer.concat([u16(index + 1), u16(0), u16(1), u32(at), u32(data.byteLength)])
    at += data.byteLength
    return place
  })
  const location = full('iloc', 0, Buffer.from([0x44, 0]), u16(items.length), ...places)
  const references = items.flatMap(({ tiles }, index) =>
    tiles === undefined ? [] : [box('dimg', u16(index + 1), u16(tiles.length), ...tiles.map(u16))],
  )
  const refers = references.length === 0 ? [] : [full('iref', 0, ...references)]
  return full('meta', 0, handler, full('pitm', 0, u16(primary)), location, info, ...refers, propertiesOf(items))
}

/** Each property once, however many pictures have it. */
function propertiesOf(items: readonly Item[]): Uint8Array {
  const byKey = new Map(
    items.flatMap(({ properties }) => properties.map((property) => [keyOf(property), property] as const)),
  )
  const numbers = new Map([...byKey.keys()].map((key, at) => [key, at + 1]))
  const uses = items.map(({ properties }, at) => {
    const marks = properties.map((property) => (numbers.get(keyOf(property)) ?? 0) | 0x80)
    return Buffer.concat([u16(at + 1), Buffer.from([marks.length, ...marks])])
  })
  return box('iprp', box('ipco', ...byKey.values()), full('ipma', 0, u32(items.length), ...uses))
}

const keyOf = (property: Uint8Array) => Buffer.from(property).toString('base64')

const extent = ({ width, height }: Size) => full('ispe', 0, u32(width), u32(height))

function sampleBox(name: string): Uint8Array {
  const at = SAMPLE.indexOf(name) - 4
  return SAMPLE.subarray(at, at + SAMPLE.readUInt32BE(at))
}

function box(name: string, ...content: Uint8Array[]): Uint8Array {
  const body = Buffer.concat(content)
  return Buffer.concat([u32(body.byteLength + 8), Buffer.from(name, 'latin1'), body])
}
const full = (name: string, version: number, ...content: Uint8Array[]) =>
  box(name, Buffer.from([version, 0, 0, 0]), ...content)

function u16(value: number): Uint8Array {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(value)
  return bytes
}

function u32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
