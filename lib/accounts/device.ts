const BROWSERS: [string, RegExp][] = [
  ['Edge', /Edg/],
  ['Opera', /OPR\//],
  ['Cốc Cốc', /coc_coc_browser/],
  ['Firefox', /Firefox\//],
  ['Chrome', /Chrome\/|CriOS/],
  ['Safari', /Safari\//],
]
const SYSTEMS: [string, RegExp][] = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
]

/** Browser and system in two words, as much as a person needs to recognise a session; empty when unknown. */
export function deviceOf(userAgent: string | null): string {
  const agent = userAgent ?? ''
  const names = [BROWSERS, SYSTEMS].map((table) => table.find(([, mark]) => mark.test(agent))?.[0])
  return names.filter((name) => name !== undefined).join(', ')
}
