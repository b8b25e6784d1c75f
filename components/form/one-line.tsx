import type { ComponentProps } from 'react'
import { describedBy, Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { inputText } from '@/lib/forms'
import type { FieldKind } from '@/lib/forms'
import type { QuestionProps } from './question-props'
import { errorAt } from './question-props'

type Look = Pick<ComponentProps<typeof Input>, 'type' | 'inputMode' | 'width' | 'autoCapitalize' | 'spellCheck'>

const CODE: Look = { width: 'medium', autoCapitalize: 'characters', spellCheck: false }
const DIGITS: Look = { width: 'medium', inputMode: 'numeric', spellCheck: false }

/** Keyboard and width by kind; the browser's own checks stay off, ours speak both languages. */
const LOOKS: { readonly [K in FieldKind]?: Look } = {
  integer: { ...DIGITS, width: 'short' },
  decimal: { inputMode: 'decimal', width: 'short' },
  money: DIGITS,
  personalId: DIGITS,
  licenceNumber: DIGITS,
  socialInsuranceNo: DIGITS,
  taxCode: DIGITS,
  phone: { type: 'tel', inputMode: 'tel', width: 'medium' },
  email: { type: 'email', inputMode: 'email', width: 'long', spellCheck: false },
  personName: { width: 'long', autoCapitalize: 'words', spellCheck: false },
  passport: CODE,
  plate: CODE,
}

const MONEY_UNIT = { vi: 'đồng', en: 'VND' }

/** A question answered on one line. */
export function OneLine(props: QuestionProps) {
  const { field, name, value, locale, bind } = props
  const error = errorAt(props)
  const hint = field.hint?.[locale]
  const unit = (field.kind === 'money' ? MONEY_UNIT : field.unit)?.[locale]
  const control = (
    <Input
      id={name}
      name={name}
      defaultValue={inputText(field, value)}
      autoComplete={field.autocomplete ?? 'off'}
      aria-invalid={error === undefined ? undefined : true}
      aria-describedby={describedBy(name, { hint, error })}
      {...LOOKS[field.kind]}
      {...bind?.(name)}
    />
  )
  return (
    <Field
      id={name}
      label={unit === undefined ? field.label[locale] : `${field.label[locale]} (${unit})`}
      hint={hint}
      error={error}
      locale={locale}
      isOptional={field.required === false}
    >
      {control}
    </Field>
  )
}
