/** Who decides for an agency: as it stands above the grounds of a decision, and above the name of the one who signs. */
export type Head = { authority: string; title: string }

/** By what an agency calls itself; the first that fits holds. `$1` is what follows the words the title repeats. */
const HEADS: readonly { agency: RegExp; authority: string; title: string }[] = [
  { agency: /^(Ủy ban nhân dân .*)$/, authority: 'Chủ tịch $1', title: 'Chủ tịch' },
  { agency: /^Phòng (.*)$/, authority: 'Trưởng phòng $1', title: 'Trưởng phòng' },
  { agency: /^Công an ((?:xã|phường|đặc khu) .*)$/, authority: 'Trưởng Công an $1', title: 'Trưởng Công an' },
  { agency: /^(Cục .*)$/, authority: 'Cục trưởng $1', title: 'Cục trưởng' },
  { agency: /^(Bộ .*)$/, authority: 'Bộ trưởng $1', title: 'Bộ trưởng' },
  { agency: /^Thanh tra (.*)$/, authority: 'Chánh Thanh tra $1', title: 'Chánh Thanh tra' },
  { agency: /^(.*)$/, authority: 'Giám đốc $1', title: 'Giám đốc' },
]

/** `Phòng Cảnh sát giao thông` gives `Trưởng phòng Cảnh sát giao thông` and `Trưởng phòng`. */
export function headOf(agencyName: string): Head {
  const head = HEADS.find(({ agency }) => agency.test(agencyName))
  if (head === undefined) throw new Error(`an agency without a name of one line: ${agencyName}`)
  return { authority: agencyName.replace(head.agency, head.authority), title: head.title }
}
