'use client'
import type { ChangeEventHandler, ComponentProps } from 'react'
import { useState } from 'react'
import { useHasScript } from '@/components/ui/has-script'
import { Select } from '@/components/ui/input'
import { FORM_WORDS } from '@/lib/forms'
import type { Locale } from '@/lib/i18n'

/** Longer than this, what is chosen is cut off in a list on a narrow telephone. */
const FITS = 24

type SelectInFullProps = Omit<ComponentProps<typeof Select>, 'defaultValue' | 'children' | 'onChange'> & {
  choices: readonly { value: string; words: string }[]
  chosen: string
  locale: Locale
  onChange?: ChangeEventHandler<HTMLSelectElement> | undefined
}

/** A list, and below it on narrow screens what is chosen in it, where its words are long. */
export function SelectInFull({ choices, chosen, locale, onChange, ...rest }: SelectInFullProps) {
  const [now, setNow] = useState(chosen)
  const hasScript = useHasScript()
  const words = choices.find(({ value }) => value === now)?.words ?? ''
  return (
    <>
      <Select
        width="long"
        defaultValue={chosen}
        {...rest}
        onChange={(event) => {
          setNow(event.target.value)
          onChange?.(event)
        }}
      >
        <option value="">{FORM_WORDS.choose[locale]}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.words}
          </option>
        ))}
      </Select>
      {hasScript && words.length > FITS && (
        <p aria-hidden className="text-ink-soft sm:hidden">
          {words}
        </p>
      )}
    </>
  )
}
