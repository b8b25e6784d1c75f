import { formIn } from './visitor'
import type { Page, Visitor } from './visitor'

const SLUG = 'doi-giay-phep-lai-xe'

/** A motorcycle licence without a term that was damaged: the old licence and a portrait are asked for. */
const ANSWERS: Record<string, string> = {
  reason: 'DAMAGED',
  'licence.number': '790123456789',
  'licence.class': 'A1',
  'licence.serial': 'AR123456',
  'licence.issuePlace': 'Sở Giao thông vận tải Hà Nội',
  'licence.issueDate.d': '15',
  'licence.issueDate.m': '12',
  'licence.issueDate.y': '2016',
  'licence.isUnlimited': 'yes',
  'delivery.way': 'ELECTRONIC',
  commitment: 'on',
}

/** Starts a draft and answers every page of its form; returns the draft's address. */
export async function answeredDraft(who: Visitor, origin: string): Promise<string> {
  let page = await who.open(`${origin}/dich-vu/${SLUG}/nop`)
  for (let steps = 0; !page.url.includes('/giay-to'); steps += 1) {
    if (steps > 12) throw new Error(`the form does not end: ${page.url}`)
    page = await answerPage(who, page)
  }
  return page.url.replace(/\/giay-to.*$/, '')
}

async function answerPage(who: Visitor, page: Page): Promise<Page> {
  const { action, body } = formIn(page, 'name="_seen"')
  const shown = (name: string) => page.html.includes(`name="${name}"`)
  for (const [name, value] of Object.entries(ANSWERS)) if (shown(name)) body.set(name, value)
  const next = await who.send(action, body)
  if (next.url.includes('loi=1')) throw new Error(`${page.url} was not accepted`)
  return next
}

/** Sends a file without script; the page that answers names what was refused. */
export async function upload(
  who: Visitor,
  { draft, requirement, signal }: { draft: string; requirement: string; signal?: AbortSignal },
  file: File,
): Promise<Page> {
  const body = new FormData()
  body.set('muc', requirement)
  body.set('tep', file)
  return who.send(`${draft}/giay-to/tai-len`, body, signal)
}

export const isAccepted = ({ url, status }: Page): boolean => status === 200 && !url.includes('loi=')
