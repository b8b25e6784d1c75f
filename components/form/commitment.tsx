import { Choice } from '@/components/ui/choice'
import { describedBy, FieldError, Hint } from '@/components/ui/field'
import { QuestionMarker } from './question-marker'
import type { QuestionProps } from './question-props'
import { errorAt } from './question-props'

/** A promise to tick, never ticked beforehand. */
export function Commitment(props: QuestionProps) {
  const { field, name, value, locale, bind } = props
  const error = errorAt(props)
  const hint = field.hint?.[locale]
  return (
    <div className={error === undefined ? 'flex flex-col gap-1.5' : 'flex flex-col gap-1.5 border-l-4 border-bad pl-4'}>
      <QuestionMarker name={name} />
      {hint !== undefined && <Hint id={name}>{hint}</Hint>}
      {error !== undefined && (
        <FieldError id={name} locale={locale}>
          {error}
        </FieldError>
      )}
      <Choice
        type="checkbox"
        id={name}
        name={name}
        value="on"
        defaultChecked={value === true}
        label={field.label[locale]}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={describedBy(name, { hint, error })}
        {...bind?.(name)}
      />
    </div>
  )
}
