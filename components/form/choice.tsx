import { Choice } from '@/components/ui/choice'
import { FORM_WORDS, inputText, isStrings } from '@/lib/forms'
import type { Field as FieldDefinition, Option, Places } from '@/lib/forms'
import { QuestionMarker } from './question-marker'
import { OneInput, SeveralInputs } from './framed'
import type { QuestionProps } from './question-props'
import { SelectInFull } from './select-in-full'

/** Written-out options, or a list of the reference data. */
function optionsOf(field: FieldDefinition, places: Places | undefined): readonly Option[] {
  if (field.optionsFrom === undefined) return field.options ?? []
  return (places?.provinces ?? []).map(({ code, name }) => ({ value: code, label: { vi: name, en: name } }))
}

/** One of several: cards for a few, a list for many. */
export function OneOfSeveral(props: QuestionProps) {
  const { field, scope } = props
  const isLong = field.appearance === undefined && optionsOf(field, scope.places).length > 7
  return field.appearance === 'select' || isLong ? <SelectOne {...props} /> : <Cards {...props} type="radio" />
}

/** Any number of several. */
export function SomeOfSeveral(props: QuestionProps) {
  return <Cards {...props} type="checkbox" />
}

/** react-hook-form ticks every box after the first one that stands ticked as it takes hold of them one by one. */
const UNHELD = { ref: null }

function Cards(props: QuestionProps & { type: 'radio' | 'checkbox' }) {
  const { field, name, value, locale, scope, bind, type } = props
  const chosen = isStrings(value) ? value : [inputText(field, value)]
  return (
    <SeveralInputs question={props}>
      <QuestionMarker name={name} />
      {optionsOf(field, scope.places).map((option) => (
        <Choice
          key={option.value}
          type={type}
          name={name}
          value={option.value}
          defaultChecked={chosen.includes(option.value)}
          label={option.label[locale]}
          hint={option.hint?.[locale]}
          {...bind?.(name)}
          {...(type === 'checkbox' ? UNHELD : {})}
        />
      ))}
    </SeveralInputs>
  )
}

function SelectOne(props: QuestionProps) {
  const { field, value, locale, scope } = props
  const choices = optionsOf(field, scope.places).map((option) => ({
    value: option.value,
    words: option.label[locale],
  }))
  return (
    <OneInput question={props}>
      {(tie) => <SelectInFull {...{ choices, locale }} chosen={inputText(field, value)} {...tie} />}
    </OneInput>
  )
}

const YES_NO = [
  { value: 'yes', words: FORM_WORDS.yes },
  { value: 'no', words: FORM_WORDS.no },
]

export function YesOrNo(props: QuestionProps) {
  const { field, name, value, locale, bind } = props
  return (
    <SeveralInputs question={props} isInline>
      <QuestionMarker name={name} />
      {YES_NO.map((option) => (
        <Choice
          key={option.value}
          type="radio"
          name={name}
          value={option.value}
          defaultChecked={inputText(field, value) === option.value}
          label={option.words[locale]}
          {...bind?.(name)}
        />
      ))}
    </SeveralInputs>
  )
}
