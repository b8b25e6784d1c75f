import type { Text } from '@/lib/i18n'

export const PROVINCE_KINDS = ['city', 'province'] as const
export const WARD_KINDS = ['ward', 'commune', 'specialZone'] as const

/** A province or commune as it is named on one day; `name` holds its kind (`Phường Ba Đình`). */
export type Province = { code: string; name: string; kind: (typeof PROVINCE_KINDS)[number]; organCode: string }
export type Ward = { code: string; name: string; kind: (typeof WARD_KINDS)[number]; provinceCode: string }

const ENGLISH = {
  city: 'City',
  province: 'Province',
  ward: 'Ward',
  commune: 'Commune',
  specialZone: 'Special Zone',
} as const satisfies Record<(Province | Ward)['kind'], string>

/** The name in both languages: `Phường Ba Đình`, `Ba Đình Ward`. */
export function placeText({ name, kind }: Pick<Province | Ward, 'name' | 'kind'>): Text {
  return { vi: name, en: `${name.replace(/^(Thành phố|Tỉnh|Phường|Xã|Đặc khu) /, '')} ${ENGLISH[kind]}` }
}

/** An address on one line, from the smallest part up. */
export function addressLine(parts: { detail?: string; ward?: Ward; province?: Province }): Text {
  const { detail, ward, province } = parts
  const places = [ward, province].filter((place) => place !== undefined).map(placeText)
  const before = detail === undefined || detail === '' ? [] : [detail]
  return {
    vi: [...before, ...places.map((place) => place.vi)].join(', '),
    en: [...before, ...places.map((place) => place.en)].join(', '),
  }
}
