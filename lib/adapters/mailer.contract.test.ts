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

type Refusals = { auth?: number; from?: number; rcpt?: number; data?: number }

const refusal = (code: number | undefined) =>
  code === undefined ? null : Object.assign(new Error('no'), { responseCode: code })

/** A mail server on a free port that notes what it is sent, or refuses with the given codes. */
async function mailServer({ auth, from: sender, rcpt, data }: Refusals = {}) {
  const received: string[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => {
      done(refusal(auth), { user: 'portal' })
    },
    onMailFrom: (_address, _session, done) => {
      done(refusal(sender))
    },
    onRcptTo: (_address, _session, done) => {
      done(refusal(rcpt))
    },
    onData(stream, _session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        received.push(Buffer.concat(parts).toString('utf8'))
        done(refusal(data))
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
    expect(await mailer.send(mail)).toEqual({ ok: true, value: null })
    expect(server.received[0]).toContain('Message-ID: <event.0190-1@example.vn>')
    expect(server.received[0]).toContain('To: an@example.vn')
    expect(server.received[0]).toContain(Buffer.from('%PDF-1.7').toString('base64'))
  })

  it('in the mailbox of tests', async () => {
    const box = mailbox()
    expect(await box.send(mail)).toEqual({ ok: true, value: null })
    expect(box.sent).toEqual([mail])
  })
})

describe('what was not taken is told apart', () => {
  it.each([
    [{ rcpt: 550 }, { reason: 'address-refused', code: '550' }],
    [{ rcpt: 450 }, { reason: 'unavailable', code: '450' }],
    [{ data: 554 }, { reason: 'message-refused', code: '554' }],
    [{ data: 451 }, { reason: 'unavailable', code: '451' }],
    [{ from: 550 }, { reason: 'not-let-in', code: '550' }],
  ])('by the answer of the server: %o', async (refusals, error) => {
    const server = await mailServer(refusals)
    expect(await smtpMailer({ url: server.url, from }).send(mail)).toEqual({ ok: false, error })
  })

  it.each(['', 'a@b.vn, c@d.vn', 'a@b.vn\r\nRCPT TO:<c@d.vn>'])('an address that is not one: %j', async (to) => {
    const server = await mailServer()
    const sent = await smtpMailer({ url: server.url, from }).send({ ...mail, to })
    expect(sent).toMatchObject({ ok: false, error: { reason: 'address-refused' } })
    expect(server.received).toEqual([])
  })

  it('a server that does not know our password', async () => {
    const server = await mailServer({ auth: 535 })
    const url = server.url.replace('//', '//portal:wrong@')
    const sent = await smtpMailer({ url, from }).send(mail)
    expect(sent).toEqual({ ok: false, error: { reason: 'not-let-in', code: '535' } })
  })

  it('nobody listens', async () => {
    const sent = await smtpMailer({ url: 'smtp://127.0.0.1:9', from }).send(mail)
    expect(sent).toMatchObject({ ok: false, error: { reason: 'unavailable' } })
  })

  it('the line is cut in the greeting', async () => {
    const server = createServer((connection) => connection.destroy())
    silent = server
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = address !== null && typeof address === 'object' ? address.port : 0
    const sent = await smtpMailer({ url: `smtp://127.0.0.1:${String(port)}`, from }).send(mail)
    expect(sent).toMatchObject({ ok: false, error: { reason: 'unavailable' } })
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
