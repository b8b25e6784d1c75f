import 'server-only'
import { PREVIEW_WORDS } from '@/lib/attachments'
import type { Preview } from '@/lib/attachments/server'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'

const SAFE = { 'x-content-type-options': 'nosniff' }
const KEPT = { 'cache-control': 'private, max-age=3600', ...SAFE }
const NARROWEST_WITH_WORDS = 600

/** A page as a picture; where there is none, a picture that says so, since that is what the page has room for. */
export function previewResponse(preview: Preview, width: number, locale: Locale): Response {
  if (preview.kind === 'no-such-page') return new Response(null, { status: 404 })
  if (preview.kind === 'picture')
    return new Response(Uint8Array.from(preview.webp), { headers: { 'content-type': 'image/webp', ...KEPT } })
  const body = width < NARROWEST_WITH_WORDS ? sign() : notice(say(PREVIEW_WORDS[preview.kind], locale))
  const type = { 'content-type': 'image/svg+xml; charset=utf-8' }
  if (preview.kind === 'none') return new Response(body, { headers: { ...type, ...KEPT } })
  const later = { 'cache-control': 'no-store', 'retry-after': '10', ...SAFE }
  return new Response(body, { status: 503, headers: { ...type, ...later } })
}

const GROUND = '#f1f5f4'
const INK = '#4a5a56'
const LINE_LENGTH = 40

/** A sheet that is struck through. */
function sign(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240"><path fill="${GROUND}" d="M0 0h240v240H0z"/><path d="M82 60h52l26 26v94H82zM72 190l98-140" fill="none" stroke="${INK}" stroke-width="8" stroke-linejoin="round" stroke-linecap="round"/></svg>`
}

function notice(words: string): string {
  const lines = wrapWords(words)
  const height = 120 + lines.length * 36
  const text = lines.map((line, at) => `<tspan x="310" y="${String(84 + at * 36)}">${line}</tspan>`).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 620 ${String(height)}"><path fill="${GROUND}" d="M0 0h620v${String(height)}H0z"/><text font-family="sans-serif" font-size="24" fill="${INK}" text-anchor="middle">${text}</text></svg>`
}

function wrapWords(words: string): string[] {
  return words.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length >= LINE_LENGTH) return [...lines, word]
    return [...lines.slice(0, -1), `${last} ${word}`]
  }, [])
}
