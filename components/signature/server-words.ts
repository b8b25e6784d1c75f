import type { Text } from '@/lib/i18n'
import { SIGN_WORDS } from './words'

/** What the server says of a refusal, already in the language of the page. */
export async function responseWords(answer: Response): Promise<Text> {
  const body: unknown = await answer.json().catch(() => null)
  const words = typeof body === 'object' && body !== null && 'words' in body ? body.words : null
  return typeof words === 'string' ? { vi: words, en: words } : SIGN_WORDS.connection
}

export function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}
