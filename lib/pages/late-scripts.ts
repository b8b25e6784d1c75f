import { createHash } from 'node:crypto'
import { latePolicy } from './headers'
import { lateStarter } from './late-starter'
import { NONCES, SCRIPT_LINKS, UNFINISHED } from './scriptless'

const SCRIPT = /<script\b(?![^>]*\stype=)([^>]*)>([\s\S]*?)<\/script>/g
const STARTER = `(${lateStarter.toString()})()`

const digestOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/**
 * The HTML Next made with its scripts put off until the visitor turns to the page's form, and the policy that allows just
 * these. Null as for `withoutScripts`.
 */
export function withLateScripts(html: string): { html: string; policy: string } | null {
  if (UNFINISHED.test(html)) return null
  const inline = [...html.matchAll(SCRIPT)].flatMap(([, , text = '']) => (text === '' ? [] : [text]))
  const put = html
    .replace(SCRIPT_LINKS, '')
    .replace(NONCES, '')
    .replace(SCRIPT, '<script type="text/late"$1>$2</script>')
    .replace('</body>', `<script>${STARTER}</script></body>`)
  return { html: put, policy: latePolicy([STARTER, ...inline].map(digestOf)) }
}
