import libheif from 'libheif-js/wasm-bundle.js'
import type { Handle } from 'libheif-js/wasm-bundle.js'
import sharp from 'sharp'
import { isTooLarge } from './image'
import type { Answer } from './task'
import { asWebp } from './webp'

export function inspectHeic(bytes: Uint8Array): Promise<Answer> {
  return withPixels(bytes, () => Promise.resolve({ outcome: 'opens', pages: 1 }))
}

/** As the file says it is to be shown: turned and cut by its own properties (ISO/IEC 23008-12, 6.5.10); Exif adds nothing to that. */
export function drawHeic(bytes: Uint8Array, width: number): Promise<Answer> {
  return withPixels(bytes, (data, size) => asWebp(sharp(data, { raw: { ...size, channels: 4 } }), width))
}

type Size = { width: number; height: number }
type Use = (data: Uint8Array, size: Size) => Promise<Answer>

/** The picture the file names as primary (`pitm`); whatever libheif took for it is given back. */
async function withPixels(bytes: Uint8Array, use: Use): Promise<Answer> {
  if (!isWhole(bytes)) return { outcome: 'broken' }
  const context = libheif.heif_context_alloc()
  try {
    const status = libheif.heif_context_read_from_memory(context, bytes)
    if (status.code !== libheif.heif_error_code.heif_error_Ok) return { outcome: 'broken' }
    const handle = libheif.heif_js_context_get_primary_image_handle(context)
    if ('code' in handle) return { outcome: 'broken' }
    try {
      return await decode(handle, use)
    } finally {
      libheif.heif_image_handle_release(handle)
    }
  } finally {
    libheif.heif_context_free(context)
  }
}

async function decode(handle: Handle, use: Use): Promise<Answer> {
  const size = {
    width: libheif.heif_image_handle_get_width(handle),
    height: libheif.heif_image_handle_get_height(handle),
  }
  if (isTooLarge(size.width, size.height)) return { outcome: 'too-many-pixels' }
  const { heif_colorspace: colours, heif_chroma: chroma } = libheif
  const image = libheif.heif_js_decode_image2(handle, colours.heif_colorspace_RGB, chroma.heif_chroma_interleaved_RGBA)
  if ('code' in image) {
    const isMemory = image.code === libheif.heif_error_code.heif_error_Memory_allocation_error
    return { outcome: isMemory ? 'too-costly' : 'broken' }
  }
  try {
    const [plane] = image.channels
    if (plane === undefined || plane.stride !== plane.width * 4) return { outcome: 'broken' }
    // A window into libheif's own memory: nothing else runs here until it was used.
    return await use(plane.data, { width: plane.width, height: plane.height })
  } finally {
    libheif.heif_image_release(image.image)
  }
}

/** libheif paints what it finds of a file cut off; that its picture data end before the file's own word is told here. */
function isWhole(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  while (at + 16 <= bytes.byteLength) {
    const [short, name] = [view.getUint32(at), String.fromCharCode(...bytes.subarray(at + 4, at + 8))]
    const size = short === 1 ? Number(view.getBigUint64(at + 8)) : short
    if (size < 8) return true
    if (at + size > bytes.byteLength) return name !== 'mdat' && name !== 'meta'
    at += size
  }
  return true
}
