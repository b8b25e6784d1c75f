/** Line ends other than LF: of other systems, and the soft ones that word processors put on the clipboard. */
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g
/** A blank of whatever width, or a tab. */
const BLANKS = /[\t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]/g
const NO_BREAK_BLANKS = /[\u2007\u202f]/g

/** Text in normal form C, with one kind of line end, two of blank, and no other control characters. */
export function normalised(text: string): string {
  return text
    .normalize('NFC')
    .replace(LINE_ENDS, '\n')
    .replace(BLANKS, ' ')
    .replace(NO_BREAK_BLANKS, '\u00a0')
    .replace(/[\p{Cc}\p{Cf}]/gu, (letter) => (letter === '\n' ? letter : ''))
}
