import type { Message } from './parse-message'

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`)

function page(title: string, body: string): string {
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>body{font:16px/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem}td{padding:.3rem 1rem .3rem 0;vertical-align:top}pre{white-space:pre-wrap;font:inherit}</style>
<h1>${escapeHtml(title)}</h1>${body}</html>`
}

/** Every mail, newest first. */
export function listPage(messages: Message[]): string {
  const rows = messages.toReversed().map(
    (message) =>
      `<tr><td>${escapeHtml(message.at.slice(0, 19).replace('T', ' '))}</td><td>${escapeHtml(message.to.join(', '))}</td>
<td><a href="/message/${message.id}">${escapeHtml(message.subject || '(không tiêu đề)')}</a></td></tr>`,
  )
  const list = rows.length === 0 ? '<p>Chưa có thư nào.</p>' : `<table>${rows.join('')}</table>`
  return page('Hộp thư thử nghiệm', `<p>Mọi thư của cổng đều đến đây, không gửi ra ngoài.</p>${list}`)
}

export function messagePage(message: Message): string {
  const attachments = message.attachments.map(
    (file) => `<li>${escapeHtml(file.name)} (${escapeHtml(file.mediaType)}, ${String(file.size)} byte)</li>`,
  )
  return page(
    message.subject || '(không tiêu đề)',
    `<p><a href="/">Tất cả thư</a></p><p>Từ: ${escapeHtml(message.from)}<br>Đến: ${escapeHtml(message.to.join(', '))}<br>Lúc: ${escapeHtml(message.at)}</p>
<pre>${escapeHtml(message.text)}</pre><ul>${attachments.join('')}</ul>`,
  )
}
