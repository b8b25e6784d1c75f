/** Controls, and the invisible marks that turn text around: what a reader cannot see, nobody can judge. */
export const UNREADABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/u

const ALL = /* @__PURE__ */ new RegExp(`${UNREADABLE.source}|\\p{Cs}`, 'gu')

/** The text in NFC, without what nobody can see and no database holds. */
export function legible(text: string): string {
  return text.replace(ALL, '').normalize('NFC')
}
