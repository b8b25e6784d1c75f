import { mkdtemp } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createTransport } from 'nodemailer'
import { afterEach, expect, it } from 'vitest'
import { z } from 'zod'
import { startMail, type MailCatcher } from './mail'

let running: MailCatcher | undefined
afterEach(() => running?.close())

const subjects = z.array(
  z.object({ subject: z.string(), text: z.string(), attachments: z.array(z.object({ name: z.string() })) }),
)

it('shows what was sent, with Vietnamese in subject, text and file name, and keeps it over a restart', async () => {
  const where = { httpPort: 0, smtpPort: 0, folder: await mkdtemp(path.join(os.tmpdir(), 'mail-')) }
  running = await startMail(where)
  const send = createTransport({ host: '127.0.0.1', port: running.ports.smtp })
  const subject = 'Hồ sơ đổi giấy phép lái xe của ông Nguyễn Văn An đã được tiếp nhận tại Phòng Cảnh sát giao thông'
  await send.sendMail({
    from: 'Một Cửa <portal@example.vn>',
    to: 'an@example.vn',
    subject,
    text: 'Kính gửi ông An,\n<b>đừng</b> tin HTML.',
    attachments: [{ filename: 'giấy tiếp nhận hồ sơ và hẹn trả kết quả.pdf', content: Buffer.alloc(1000, 7) }],
  })
  await running.close()
  running = await startMail(where)
  const origin = `http://127.0.0.1:${String(running.ports.http)}`
  const answer = await fetch(`${origin}/messages`)
  const [message] = subjects.parse(await answer.json())
  expect(message?.subject).toBe(subject)
  expect(message?.text.trim().replaceAll('\r', '')).toBe('Kính gửi ông An,\n<b>đừng</b> tin HTML.')
  expect(message?.attachments).toEqual([{ name: 'giấy tiếp nhận hồ sơ và hẹn trả kết quả.pdf' }])

  const page = await (await fetch(`${origin}/message/${running.messages()[0]?.id ?? ''}`)).text()
  expect(page).not.toContain('<b>')
  send.close()
})
