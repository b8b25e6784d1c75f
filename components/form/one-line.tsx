import type { ComponentProps } from 'react'
import { Input } from '@/components/ui/input'
import { inputText } from '@/lib/forms'
import type { FieldKind } from '@/lib/forms'
import { OneInput } from './framed'
import type { QuestionProps } from './question-props'

type Look = Pick<ComponentProps<typeof Input>, 'type' | 'inputMode' | 'width' | 'autoCapitalize' | 'spellCheck'>

const CODE: Look = { width: 'medium', autoCapitalize: 'characters', spellCheck: false }
const DIGITS: Look = { width: 'medium', inputMode: 'numeric', spellCheck: false }

/** Keyboard and width by kind; the browser's own checks stay off, ours speak both languages. */
const LOOKS = {
  text: {},
  integer: { ...DIGITS, width: 'short' },
  decimal: { inputMode: 'decimal', width: 'short' },
  money: DIGITS,
  personalId: DIGITS,
  licenceNumber: DIGITS,
  socialInsuranceNo: DIGITS,
  industryCode: { ...DIGITS, width: 'short' },
  taxCode: DIGITS,
  phone: { type: 'tel', inputMode: 'tel', width: 'medium' },
  email: { type: 'email', inputMode: 'email', width: 'long', spellCheck: false },
  personName: { width: 'long', autoCapitalize: 'words', spellCheck: false },
  passport: CODE,
  plate: CODE,
} as const satisfies { readonly [K in FieldKind]?: Look }

/** Kinds answered on one line. */
export type OneLineKind = keyof typeof LOOKS

export const isOneLine = (kind: FieldKind): kind is OneLineKind => Object.hasOwn(LOOKS, kind)

const MONEY_UNIT = { vi: 'đồng', en: 'VND' }

/** A question answered on one line. */
export function OneLine(props: QuestionProps) {
  const { field, value, locale } = props
  const look = field.digits === undefined && isOneLine(field.kind) ? LOOKS[field.kind] : DIGITS
  const unit = (field.kind === 'money' ? MONEY_UNIT : field.unit)?.[locale]
  return (
    <OneInput question={props} label={unit === undefined ? field.label[locale] : `${field.label[locale]} (${unit})`}>
      {(tie) => (
        <Input defaultValue={inputText(field, value)} autoComplete={field.autocomplete ?? 'off'} {...look} {...tie} />
      )}
    </OneInput>
  )
}
