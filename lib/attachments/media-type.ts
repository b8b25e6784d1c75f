/** What may be attached, told by content and never by name. */
export const MEDIA_TYPES = {
  'application/pdf': { extension: 'pdf', label: 'PDF' },
  'image/jpeg': { extension: 'jpg', label: 'JPEG' },
  'image/png': { extension: 'png', label: 'PNG' },
  'image/webp': { extension: 'webp', label: 'WebP' },
  'image/heic': { extension: 'heic', label: 'HEIC' },
} as const
export type MediaType = keyof typeof MEDIA_TYPES

/** For `<input type="file" accept>`. */
export const ACCEPT =
  '.pdf,.jpg,.jpeg,.png,.webp,.heic,.heif,application/pdf,image/jpeg,image/png,image/webp,image/heic,image/heif'

const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']

const startsWith = (head: Uint8Array, bytes: readonly number[], at = 0) =>
  bytes.every((byte, index) => head[at + index] === byte)
const ascii = (head: Uint8Array, from: number, to: number) => String.fromCharCode(...head.subarray(from, to))

/** The type of a file from its first kilobyte, or null when it is none we take (PDF: ISO 32000-2 annex I allows 1,024 bytes before the header). */
export function sniffMediaType(head: Uint8Array): MediaType | null {
  if (startsWith(head, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WEBP') return 'image/webp'
  if (ascii(head, 4, 8) === 'ftyp' && HEIC_BRANDS.includes(ascii(head, 8, 12))) return 'image/heic'
  if (ascii(head, 0, 1024).includes('%PDF-')) return 'application/pdf'
  return null
}

export const MAX_FILE_BYTES = 2 * 1024 ** 3

/** A file's name as it is kept and shown: NFC, no path, no control characters, at most 180 characters. */
export function fileName(givenName: string, mediaType: MediaType): string {
  const last = givenName.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = last.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}<>:"|?*]/gu, '').trim()
  const short = Array.from(clean).slice(-180).join('')
  return short === '' || short.startsWith('.') ? `tep.${MEDIA_TYPES[mediaType].extension}` : short
}

/** What the signed form of a file is called. */
export function signedName(name: string): string {
  const stem = name.replace(/\.pdf$/i, '')
  return stem.endsWith(' (đã ký)') ? `${stem}.pdf` : `${stem} (đã ký).pdf`
}

/** A size people can read: 1,5 MB. */
export function readableSize(bytes: number): string {
  const units = ['byte', 'KB', 'MB', 'GB'] as const
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10))
  const value = bytes / 1024 ** power
  return `${value.toLocaleString('vi-VN', { maximumFractionDigits: power === 0 ? 0 : 1 })} ${units[power] ?? 'byte'}`
}
