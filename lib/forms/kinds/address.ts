import { ok } from '@/lib/kernel'
import type { Place, Places } from '../answers'
import { isAddress } from '../answers'
import type { Parsed } from '../issue'
import { fault } from '../issue'
import type { Kind } from '../kind'
import { asIs } from '../kind'
import { inWords, typedPart } from './text'

/** Unknown only where the list is at hand. */
function isListed(code: string, list: readonly Place[] | undefined): boolean {
  return list === undefined || list.some((place) => place.code === code)
}

function nameOf(code: string, list: readonly Place[] | undefined): string {
  return list?.find((place) => place.code === code)?.name ?? code
}

function placeFault(provinceCode: string, wardCode: string, places: Places | undefined): Parsed | undefined {
  if (!/^\d{2}$/.test(provinceCode) || !isListed(provinceCode, places?.provinces)) {
    return fault('province-missing', {}, 'provinceCode')
  }
  if (!/^\d{5}$/.test(wardCode)) return fault('ward-missing', {}, 'wardCode')
  return isListed(wardCode, places?.wards[provinceCode]) ? undefined : fault('ward-elsewhere', {}, 'wardCode')
}

/** Province and commune by their official codes, the rest as text (two levels since 1/7/2025). */
export const address: Kind = {
  takes: [],
  parts: ['provinceCode', 'wardCode', 'detail'],
  blank: 'required',
  parse(raw, _, { places }) {
    const provinceCode = typedPart(raw, 'provinceCode')
    const wardCode = typedPart(raw, 'wardCode')
    const detail = inWords(typedPart(raw, 'detail'), { lines: false, max: 200 })
    if (!detail.ok) return { ok: false, error: { ...detail.error, part: 'detail' } }
    if (provinceCode === '' && wardCode === '' && detail.value === '') return ok(undefined)
    const wrong = placeFault(provinceCode, wardCode, places)
    if (wrong !== undefined) return wrong
    if (detail.value === '') return fault('detail-missing', {}, 'detail')
    return ok({ provinceCode, wardCode, detail: detail.value })
  },
  show(value, _, { places }) {
    if (!isAddress(value)) return asIs('')
    const { provinceCode, wardCode, detail } = value
    return asIs(
      [detail, nameOf(wardCode, places?.wards[provinceCode]), nameOf(provinceCode, places?.provinces)].join(', '),
    )
  },
}
