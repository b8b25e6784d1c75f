import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { describedBy, FieldError, Hint } from '@/components/ui/field'
import { fieldsInRow, FORM_WORDS, isRows, rowName, rowsShown } from '@/lib/forms'
import type { Answers, Field } from '@/lib/forms'
import type { Locale } from '@/lib/i18n'
import { say } from '@/lib/i18n'
import { QuestionMarker } from './question-marker'
import { legendOf } from './legend'
import type { QuestionProps } from './question-props'
import { errorAt } from './question-props'

type GroupProps = QuestionProps & {
  /** Draws one question of a row. */
  draw: (question: QuestionProps) => ReactNode
}

const MOST_ROWS = 100

function rowWords(field: Field, locale: Locale): string {
  return field.rowLabel?.[locale] ?? FORM_WORDS.row[locale]
}

function Row({ group, row, at }: { group: GroupProps; row: Answers; at: number }) {
  const { field, name, locale, draw, scope } = group
  const words = { row: rowWords(field, locale), number: at + 1 }
  const called = rowName(field, at)[locale]
  return (
    <fieldset id={`${name}.${String(at)}`} tabIndex={-1} className="flex flex-col gap-5 border-l-4 border-line pl-4">
      <legend className="float-left font-semibold">{called}</legend>
      {fieldsInRow(field, row, scope).map((inner) => (
        <div key={inner.id} className="clear-left">
          {draw({
            ...{ ...group, field: inner, row: called },
            ...{ name: `${name}.${String(at)}.${inner.id}`, value: row[inner.id] },
          })}
        </div>
      ))}
      <div>
        <Button variant="quiet" name="_remove" value={`${name}.${String(at)}`} formNoValidate>
          {say(FORM_WORDS.removeRow, locale, words)}
        </Button>
      </div>
    </fieldset>
  )
}

/** A question asked again for each row; rows come and go by submit buttons, so it works without script. */
export function Group(props: GroupProps) {
  const { field, name, value, locale } = props
  const rows = isRows(value) ? value : []
  const shown = Array.from({ length: rowsShown(field, value) }, (_, at) => rows[at] ?? {})
  const error = errorAt(props)
  const hint = field.hint?.[locale]
  return (
    <fieldset
      id={name}
      tabIndex={-1}
      aria-describedby={describedBy(name, { hint, error })}
      className="flex flex-col gap-5"
    >
      <legend className="mb-3 text-lg font-semibold">{legendOf(field, locale)}</legend>
      <QuestionMarker name={name} />
      {hint !== undefined && <Hint id={name}>{hint}</Hint>}
      {error !== undefined && (
        <FieldError id={name} locale={locale}>
          {error}
        </FieldError>
      )}
      {shown.map((row, at) => (
        <Row key={String(at)} group={props} row={row} at={at} />
      ))}
      {shown.length < (field.max ?? MOST_ROWS) && (
        <div>
          <Button variant="secondary" name="_add" value={name} formNoValidate>
            {say(FORM_WORDS.addRow, locale, { row: rowWords(field, locale) })}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
