import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { Server } from 'node:net'
import path from 'node:path'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import { z } from 'zod'
import { listPage, messagePage } from './pages'
import { messageSchema, parseMessage, type Message } from './parse-message'

const bytes = z.instanceof(Buffer)

/** Older mails are forgotten; this is a catcher, not an archive. */
const KEPT = 500
const LARGEST = 25 * 1024 * 1024

export type MailPlaces = { httpPort: number; smtpPort: number; folder: string }
export type MailCatcher = {
  ports: { http: number; smtp: number }
  messages: () => Message[]
  close: () => Promise<void>
}

/** A mail server that takes every mail and shows it: SMTP in, `GET /messages` (JSON) and plain pages out. */
export async function startMail({ httpPort, smtpPort, folder }: MailPlaces): Promise<MailCatcher> {
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, 'messages.jsonl')
  const mails = await readKept(file)
  const smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: LARGEST,
    onData(stream, session, done) {
      collect(stream)
        .then(async (raw) => {
          const to = session.envelope.rcptTo.map((recipient) => recipient.address)
          const message = parseMessage(raw, { id: String(Date.now()) + '-' + String(mails.length), to, at: new Date() })
          await appendFile(file, `${JSON.stringify(message)}\n`)
          mails.push(message)
          mails.splice(0, mails.length - KEPT)
          done()
        })
        .catch((error: unknown) => {
          done(error instanceof Error ? error : new Error(String(error)))
        })
    },
  })
  const http = createServer((request, response) => {
    answer(new URL(request.url ?? '/', 'http://localhost').pathname, mails, response)
  })
  const [smtpAt, httpAt] = await Promise.all([listening(smtp.server, smtpPort), listening(http, httpPort)])
  return {
    ports: { http: httpAt, smtp: smtpAt },
    messages: () => mails,
    close: async () => {
      http.closeAllConnections()
      await Promise.all([
        new Promise<void>((resolve) => {
          smtp.close(resolve)
        }),
        new Promise((resolve) => http.close(resolve)),
      ])
    },
  }
}

function answer(pathname: string, messages: Message[], response: ServerResponse): void {
  if (pathname === '/messages') {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
    response.end(JSON.stringify(messages))
    return
  }
  const message = messages.find((candidate) => pathname === `/message/${candidate.id}`)
  const isKnown = pathname === '/' || message !== undefined
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  }
  response.writeHead(isKnown ? 200 : 404, headers)
  response.end(message === undefined ? listPage(messages) : messagePage(message))
}

/** Listens on loopback and tells the port, which the system chooses for 0. */
function listening(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(address !== null && typeof address === 'object' ? address.port : port)
    })
  })
}

async function collect(stream: SMTPServerDataStream): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(bytes.parse(part))
  if (stream.sizeExceeded) throw Object.assign(new Error('mail larger than 25 MB'), { responseCode: 552 })
  return Buffer.concat(parts)
}

async function readKept(file: string): Promise<Message[]> {
  const text = await readFile(file, 'utf8').catch(() => '')
  const lines = text.split('\n').filter((line) => line !== '')
  return lines.slice(-KEPT).flatMap((line) => {
    // The last line of a killed process may be cut off.
    const message = z.string().transform(parseJson).pipe(messageSchema).safeParse(line)
    return message.success ? [message.data] : []
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
