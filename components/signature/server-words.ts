import type { Text } from '@/lib/i18n'
import { SIGN_WORDS } from './words'

/** What the server says of a refusal, already in the language of the page. */
export async function wordsOf(answer: Response): Promise<Text> {
  const said: unknown = await answer.json().catch(() => null)
  const words = typeof said === 'object' && said !== null && 'words' in said ? said.words : null
  return typeof words === 'string' ? { vi: words, en: words } : SIGN_WORDS.connection
}

export function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}
