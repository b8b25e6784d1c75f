import { describedBy, Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/input'
import { inputText } from '@/lib/forms'
import type { QuestionProps } from './question-props'
import { errorAt } from './question-props'

/** Free text of several lines. */
export function Multiline(props: QuestionProps) {
  const { field, name, value, locale, bind } = props
  const error = errorAt(props)
  const hint = field.hint?.[locale]
  return (
    <Field
      id={name}
      label={field.label[locale]}
      hint={hint}
      error={error}
      locale={locale}
      isOptional={field.required === false}
    >
      <Textarea
        id={name}
        name={name}
        defaultValue={inputText(field, value)}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={describedBy(name, { hint, error })}
        {...bind?.(name)}
      />
    </Field>
  )
}
