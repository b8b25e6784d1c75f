import names from './wards.json'

export type Ward = {
  code: string
  provinceCode: string
  name: string
  kind: 'ward' | 'commune' | 'specialZone'
  /** Place in its province, from 0, by code. */
  position: number
  effectiveFrom: string
}

function kindOf(name: string): Ward['kind'] {
  if (name.startsWith('Phường')) return 'ward'
  return name.startsWith('Đặc khu') ? 'specialZone' : 'commune'
}

/** The 3,321 communes as they are since the two-level reform, with the names of July 2026. */
export const WARDS: readonly Ward[] = Object.entries(names).flatMap(([provinceCode, wards]) =>
  Object.entries<string>(wards)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, name], position) => ({
      code,
      provinceCode,
      name,
      kind: kindOf(name),
      position,
      effectiveFrom: '2025-07-01',
    })),
)
