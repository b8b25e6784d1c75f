/** A pictograph as one, with what joins and colours it, or a flag. ©, ® and ™ are signs of writing, whatever Unicode says. */
export const EMOJI =
  /(?![©®™])\p{Extended_Pictographic}(?:\ufe0f|\u200d\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}])*|\p{Regional_Indicator}{2}/u

const CONTROLS = '[\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f\\ufff9-\\ufffb]'
/** What nobody sees or no database holds; an emoji keeps the invisible marks that make it one. */
const UNSEEN = /* @__PURE__ */ new RegExp(
  `(${EMOJI.source})|${CONTROLS}|\\p{Cs}|\\p{Default_Ignorable_Code_Point}`,
  'gu',
)

/** Letters that look like Đ and come from other keyboards and old code pages. */
const LIKE_D: Readonly<Record<string, string>> = {
  ...{ '\u00d0': 'Đ', '\u0189': 'Đ', '\u1d06': 'Đ', 'D\u0335': 'Đ', 'D\u0336': 'Đ' },
  ...{ '\u00f0': 'đ', '\u0256': 'đ', 'd\u0335': 'đ', 'd\u0336': 'đ' },
}

/**
 * The text as everybody reads it, in browser and server alike: NFC, without what nobody can see and no database holds,
 * every line end a line feed, a blank Braille cell a blank, Đ as the one Vietnamese writes.
 */
export function legible(text: string): string {
  return text
    .replace(UNSEEN, (_, emoji: string | undefined) => emoji ?? '')
    .replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g, '\n')
    .replace(/\u2800/g, ' ')
    .normalize('NFC')
    .replace(/[\u00d0\u0189\u1d06\u00f0\u0256]|[Dd][\u0335\u0336]/g, (letter) => LIKE_D[letter] ?? letter)
}

/** Lower case without diacritics, for comparing: Đ and all that look like it are d. */
export function withoutAccents(text: string): string {
  return legible(text).normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()
}
