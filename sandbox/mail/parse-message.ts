import { z } from 'zod'

export const messageSchema = z.object({
  id: z.string(),
  at: z.string(),
  to: z.array(z.string()),
  from: z.string(),
  subject: z.string(),
  messageId: z.string(),
  text: z.string(),
  attachments: z.array(z.object({ name: z.string(), mediaType: z.string(), size: z.number() })),
})
export type Message = z.infer<typeof messageSchema>

/** Reads what the portal's mailer writes (RFC 5322, 2045, 2047): headers, plain text, attachments by name and size. */
export function parseMessage(raw: Buffer, envelope: { id: string; to: string[]; at: Date }): Message {
  const whole = partOf(raw.toString('latin1'))
  const leaves = leavesOf(whole)
  const isAttachment = (part: Part) => part.headers.get('content-disposition')?.startsWith('attachment') === true
  const text = leaves.find((part) => !isAttachment(part))
  return {
    id: envelope.id,
    at: envelope.at.toISOString(),
    to: envelope.to,
    from: words(whole.headers.get('from') ?? ''),
    subject: words(whole.headers.get('subject') ?? ''),
    messageId: whole.headers.get('message-id') ?? '',
    text: text === undefined ? '' : decodeBody(text).toString('utf8'),
    attachments: leaves.filter(isAttachment).map((part) => ({
      name: words(parameter(part.headers.get('content-disposition') ?? '', 'filename')),
      mediaType: (part.headers.get('content-type') ?? '').split(';')[0] ?? '',
      size: decodeBody(part).byteLength,
    })),
  }
}

type Part = { headers: Map<string, string>; body: string }

function partOf(text: string): Part {
  const end = text.indexOf('\r\n\r\n')
  const head = (end < 0 ? text : text.slice(0, end)).replace(/\r\n[ \t]+/g, ' ')
  const headers = new Map<string, string>()
  for (const line of head.split('\r\n')) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim())
  }
  return { headers, body: end < 0 ? '' : text.slice(end + 4) }
}

function leavesOf(part: Part): Part[] {
  const type = part.headers.get('content-type') ?? 'text/plain'
  if (!type.startsWith('multipart/')) return [part]
  const boundary = parameter(type, 'boundary')
  const pieces = `\r\n${part.body}`.split(`\r\n--${boundary}`).slice(1, -1)
  return pieces.flatMap((piece) => leavesOf(partOf(piece.replace(/^\r\n/, ''))))
}

/** A parameter of a header, plain, quoted, or in the pieces of RFC 2231. */
function parameter(header: string, name: string): string {
  const plain = new RegExp(`${name}=(?:"([^"]*)"|([^;\\s]*))`).exec(header)
  if (plain) return plain[1] ?? plain[2] ?? ''
  const pieces = [...header.matchAll(new RegExp(`${name}\\*\\d*\\*?=(?:"([^"]*)"|([^;\\s]*))`, 'g'))]
  const joined = pieces.map((piece) => piece[1] ?? piece[2] ?? '').join('')
  return decodeURIComponent(joined.replace(/^utf-8''/i, ''))
}

/** RFC 2047 encoded words; blanks between two of them do not count. */
function words(text: string): string {
  const joined = text.replace(/\?=\s+=\?/g, '?==?')
  return joined.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, content: string) =>
    kind.toLowerCase() === 'b'
      ? Buffer.from(content, 'base64').toString('utf8')
      : decodeQuoted(content.replace(/_/g, ' ')).toString('utf8'),
  )
}

function decodeBody(part: Part): Buffer {
  const encoding = (part.headers.get('content-transfer-encoding') ?? '7bit').toLowerCase()
  if (encoding === 'base64') return Buffer.from(part.body, 'base64')
  if (encoding === 'quoted-printable') return decodeQuoted(part.body.replace(/=\r\n/g, ''))
  return Buffer.from(part.body, 'latin1')
}

function decodeQuoted(text: string): Buffer {
  const bytes = text.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1')
}
