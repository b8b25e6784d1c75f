/** What may stand around a coding in a list of those a browser takes, and a weight that is not none (RFC 9110, 12.5.3). */
const codingOf = (name: string) =>
  new RegExp(String.raw`(?:^|,)\s*${name}\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[\d.]+\s*)?(?:,|$)`, 'i')

const CODINGS = { gzip: codingOf('gzip'), br: codingOf('br') } as const

/** Whether the header `Accept-Encoding` takes a coding; one without the header takes none. */
export function accepts(header: string | undefined, coding: keyof typeof CODINGS): boolean {
  return header !== undefined && CODINGS[coding].test(header)
}
