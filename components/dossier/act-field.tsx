import { Choice, ChoiceGroup } from '@/components/ui/choice'
import { describedBy, Field } from '@/components/ui/field'
import { CountedTextarea } from '@/components/ui/counted-textarea'
import { Input, Select } from '@/components/ui/input'
import { LONGEST } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { DESK_WORDS } from './desk-words'

type Option = { value: string; label: string; hint?: string }

/** One question of an act's form, as data, so that a page on the server can describe it. */
export type ActFieldSpec = {
  kind: 'text' | 'textarea' | 'select' | 'radio' | 'checkbox'
  name: string
  label: string
  hint?: string
  options?: Option[]
  defaultValue?: string
  /** How long a text may be. */
  max?: number
}

type Props = { field: ActFieldSpec; typed: string | undefined; error: string | undefined; locale: Locale }

/** The view of one question; `typed` is what was sent before and wins over the default. */
export function ActField({ field, typed, error, locale }: Props) {
  const value = typed ?? field.defaultValue
  if (field.kind === 'radio')
    return (
      <div className="w-full">
        <Radios field={field} value={value} error={error} locale={locale} />
      </div>
    )
  if (field.kind === 'checkbox')
    return (
      <Choice type="checkbox" name={field.name} id={field.name} label={field.label} defaultChecked={value === 'on'} />
    )
  return (
    <div className="w-full">
      <Field id={field.name} label={field.label} hint={field.hint} error={error} locale={locale}>
        <Control field={field} value={value} error={error} locale={locale} />
      </Field>
    </div>
  )
}

type ControlProps = Pick<Props, 'field' | 'error' | 'locale'> & { value: string | undefined }

function Control({ field, value, error, locale }: ControlProps) {
  const shared = {
    id: field.name,
    name: field.name,
    'aria-invalid': error === undefined ? undefined : true,
    'aria-describedby': describedBy(field.name, { hint: field.hint, error }),
  } as const
  if (field.kind === 'textarea')
    return <CountedTextarea {...shared} defaultValue={value} max={field.max ?? LONGEST.reason} locale={locale} />
  if (field.kind !== 'select') return <Input {...shared} defaultValue={value} />
  return (
    <Select {...shared} defaultValue={value ?? ''} key={value ?? ''}>
      <option value="">{say(DESK_WORDS.choose, locale)}</option>
      {(field.options ?? []).map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  )
}

function Radios({ field, value, error, locale }: ControlProps) {
  return (
    <ChoiceGroup id={field.name} legend={field.label} hint={field.hint} error={error} locale={locale}>
      {(field.options ?? []).map((option) => (
        <Choice
          key={option.value}
          type="radio"
          name={field.name}
          value={option.value}
          label={option.label}
          hint={option.hint}
          defaultChecked={option.value === value}
        />
      ))}
    </ChoiceGroup>
  )
}
