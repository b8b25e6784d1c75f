/** Letters RFC 8187 allows as they are that `encodeURIComponent` leaves, and those it leaves that are not allowed. */
const NOT_ALLOWED = /['()*]/g
const percent = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`

/**
 * A Content-Disposition that has a file saved under this name, with its diacritics (RFC 6266 section 5), and without them
 * where nobody understands that.
 */
export function savedAs(name: string): string {
  const tidy = name.normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Cs}/\\]/gu, '-')
  const plain = tidy
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đð]/g, 'd')
    .replace(/[ĐÐ]/g, 'D')
    .replace(/[^A-Za-z0-9 ._,()–-]/g, '-')
    .replaceAll('–', '-')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(tidy).replace(NOT_ALLOWED, percent)}`
}
