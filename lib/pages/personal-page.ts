import type { IncomingMessage, ServerResponse } from 'node:http'
import { accepts } from './accepts'
import { gzipOf, type PackedPart, packPart } from './gzip-parts'
import { SECURITY_HEADERS, scriptlessPolicy, TRANSPORT_SECURITY } from './headers'
import { filled, mapTexts, type Step, type Template, type Values } from './template'

export type PackedTemplate = { template: Template<PackedPart>; bytes: number }

/** A page for people who are signed in, without what is anybody's: that is put into place when it is sent. */
export type PersonalPage = {
  status: number
  head: readonly string[]
  template: Template<PackedPart>
  /** What everybody's page has in its places. */
  values: Values
  bytes: number
  tags: readonly string[]
}

/** What an entry costs beside its texts. */
const OVERHEAD = 4096
/** The check sums' shifts and the objects around them. */
const OVERHEAD_OF_PART = 1024

/** Compresses the texts of a template. */
export async function packTemplate(template: Template): Promise<PackedTemplate> {
  const texts = new Set<string>()
  mapTexts(template, (text) => texts.add(text))
  const packed = new Map(await Promise.all([...texts].map(async (text) => [text, await packPart(text)] as const)))
  const partOf = (text: string) => {
    const part = packed.get(text)
    if (part === undefined) throw new Error('a text of the template was not packed')
    return part
  }
  const sizes = [...packed.values()].map(({ plain, deflated }) => plain.length + deflated.length + OVERHEAD_OF_PART)
  return { template: mapTexts(template, partOf), bytes: sizes.reduce((sum, size) => sum + size, OVERHEAD) }
}

/** As Next has it for what is somebody's own: kept nowhere but on the screen. */
const PERSONAL_HEAD = Object.entries({
  ...SECURITY_HEADERS,
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'private, no-cache, no-store, max-age=0, must-revalidate',
  vary: 'Cookie, Accept-Encoding',
}).flat()

/** `formTargets` are the origins at which the sign-out form may end. */
export function personalHead(formTargets: readonly string[], isEncrypted: boolean): string[] {
  const transport = isEncrypted ? ['strict-transport-security', TRANSPORT_SECURITY] : []
  return [...PERSONAL_HEAD, ...transport, 'content-security-policy', scriptlessPolicy(formTargets)]
}

const plainOf = (step: Step<PackedPart>) => ('text' in step ? step.text.plain : Buffer.from(step.escaped))
const partOf = (step: Step<PackedPart>) => ('text' in step ? step.text : Buffer.from(step.escaped))

/** Sends the page with the values of one person in their places. It has no ETag: nothing of it is kept to be asked about. */
export function sendPersonalPage(
  page: PersonalPage,
  values: Values,
  { headers, method }: IncomingMessage,
  response: ServerResponse,
): void {
  const steps = filled(page.template, { ...page.values, ...values })
  const isPacked = accepts(headers['accept-encoding'], 'gzip')
  const body = isPacked ? gzipOf(steps.map(partOf)) : Buffer.concat(steps.map(plainOf))
  const encoding = isPacked ? ['content-encoding', 'gzip'] : []
  response.writeHead(page.status, [...page.head, ...encoding, 'content-length', String(body.length)])
  response.end(method === 'HEAD' ? undefined : body)
}
