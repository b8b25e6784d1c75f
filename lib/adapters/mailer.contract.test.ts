import { createServer, type Server } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import type { Mailer } from '@/lib/ports'
import { mailbox } from '@/lib/testing'
import { smtpMailer } from './smtp-mailer'

const mail = {
  key: 'event:0190-1',
  to: 'an@example.vn',
  subject: 'Hồ sơ đã được tiếp nhận',
  text: 'Kính gửi ông An.',
  attachments: [{ name: 'phiếu.pdf', mediaType: 'application/pdf', content: Buffer.from('%PDF-1.7') }],
}

let smtp: SMTPServer | undefined
let silent: Server | undefined
afterEach(() => {
  smtp?.close()
  silent?.close()
})

/** A mail server on a free port that notes what it is sent, or refuses with the given code. */
async function mailServer(refusal?: number) {
  const received: string[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        received.push(Buffer.concat(parts).toString('utf8'))
        done(refusal === undefined ? null : Object.assign(new Error('not now'), { responseCode: refusal }))
      })
    },
  })
  smtp = server
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return { received, url: `smtp://127.0.0.1:${String(port)}` }
}

const from = 'Một Cửa <khong-tra-loi@example.vn>'

describe('a mailer takes a mail whole', () => {
  it('over SMTP', async () => {
    const server = await mailServer()
    const mailer: Mailer = smtpMailer({ url: server.url, from })
    await mailer.send(mail)
    expect(server.received[0]).toContain('Message-ID: <event.0190-1@example.vn>')
    expect(server.received[0]).toContain('To: an@example.vn')
    expect(server.received[0]).toContain(Buffer.from('%PDF-1.7').toString('base64'))
  })

  it('in the mailbox of tests', async () => {
    const box = mailbox()
    await box.send(mail)
    expect(box.sent).toEqual([mail])
  })
})

describe('SMTP failures throw, so that the job is tried again', () => {
  it('when the server refuses for now', async () => {
    const server = await mailServer(451)
    await expect(smtpMailer({ url: server.url, from }).send(mail)).rejects.toThrow(/451/)
  })

  it('when nobody listens', async () => {
    await expect(smtpMailer({ url: 'smtp://127.0.0.1:9', from }).send(mail)).rejects.toThrow()
  })

  it('when the line is cut in the greeting', async () => {
    const server = createServer((connection) => connection.destroy())
    silent = server
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = address !== null && typeof address === 'object' ? address.port : 0
    await expect(smtpMailer({ url: `smtp://127.0.0.1:${String(port)}`, from }).send(mail)).rejects.toThrow()
  })
})

it('does not let a key smuggle a header', async () => {
  const server = await mailServer()
  await smtpMailer({ url: server.url, from }).send({
    ...mail,
    key: 'a\r\nBcc: everybody@example.vn',
    subject: 'x\r\nBcc: b@c.vn',
  })
  expect(server.received[0]).not.toMatch(/^Bcc:/m)
})
