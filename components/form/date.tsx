import { Input } from '@/components/ui/input'
import { FORM_WORDS, inputPart } from '@/lib/forms'
import { SeveralInputs } from './framed'
import type { QuestionProps } from './question-props'
import { isWrong } from './question-props'

const PARTS = [
  { part: 'd', words: FORM_WORDS.day, autocomplete: 'bday-day', width: 'digits' },
  { part: 'm', words: FORM_WORDS.month, autocomplete: 'bday-month', width: 'digits' },
  { part: 'y', words: FORM_WORDS.year, autocomplete: 'bday-year', width: 'year' },
] as const

/** Day, month and year in three inputs: faster than a calendar for days people know by heart. */
export function DateQuestion(props: QuestionProps) {
  const { field, name, value, issues, locale, bind } = props
  const isWholeWrong = isWrong(issues, name)
  return (
    <SeveralInputs question={props} isInline>
      {PARTS.map(({ part, words, autocomplete, width }) => {
        const id = `${name}.${part}`
        return (
          <div key={part} className="flex flex-col gap-1">
            <label htmlFor={id}>{words[locale]}</label>
            <Input
              id={id}
              name={id}
              width={width}
              inputMode="numeric"
              defaultValue={inputPart(value, part)}
              autoComplete={field.autocomplete === 'bday' ? autocomplete : 'off'}
              aria-invalid={isWholeWrong ?? isWrong(issues, id)}
              {...bind?.(id)}
            />
          </div>
        )
      })}
    </SeveralInputs>
  )
}
