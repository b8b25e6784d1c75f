import { ok } from '@/lib/kernel'
import type { Text } from '@/lib/i18n'
import type { Places } from '../answers'
import type { Field } from '../definition'
import { fault } from '../issue'
import type { Kind } from '../kind'
import { asIs } from '../kind'
import { typedText } from './text'

const PROVINCE_CODE = /^\d{2}$/

/** Whether the definition (or the reference data, where loaded) knows the value. */
export function isOption(value: string, field: Field, places: Places | undefined): boolean {
  if (field.optionsFrom === undefined) return (field.options ?? []).some((option) => option.value === value)
  if (places === undefined) return PROVINCE_CODE.test(value)
  return places.provinces.some(({ code }) => code === value)
}

/** The words of a chosen value; the value itself where no list knows it (a fact from elsewhere). */
export function optionLabel(value: string, field: Field, places: Places | undefined): Text {
  const place = places?.provinces.find(({ code }) => code === value)?.name
  if (field.optionsFrom !== undefined) return asIs(place ?? value)
  return (field.options ?? []).find((option) => option.value === value)?.label ?? asIs(value)
}

export const choice: Kind = {
  takes: ['options', 'optionsFrom', 'appearance'],
  parts: [],
  blank: 'choose-one',
  parse(raw, field, { places }) {
    const value = typedText(raw)
    if (value === '') return ok(undefined)
    return isOption(value, field, places) ? ok(value) : fault('unknown-option')
  },
  show: (value, field, { places }) => optionLabel(typedText(value), field, places),
}
