'use client'
import { useState } from 'react'
import type { ComponentProps } from 'react'
import { type Locale, say } from '@/lib/i18n'
import { legible, lengthOf } from '@/lib/kernel'
import { classes } from './classes'
import { useHasScript } from './has-script'
import { Textarea } from './input'
import { UI_WORDS } from './words'

type Props = Omit<ComponentProps<typeof Textarea>, 'defaultValue' | 'maxLength' | 'onInput'> & {
  defaultValue: string | undefined
  /** How many signs it may have. More can be typed and is refused with words: what is pasted is never cut in silence. */
  max: number
  locale: Locale
}

/** Room for text with a limit; where script runs it counts along, as the server will. */
export function CountedTextarea({ defaultValue = '', max, locale, ...rest }: Props) {
  const hasScript = useHasScript()
  const [typed, setTyped] = useState<string | null>(null)
  const length = lengthOf(legible(typed ?? defaultValue).trim())
  const isOver = length > max
  return (
    <>
      <Textarea
        {...rest}
        defaultValue={defaultValue}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value)
        }}
      />
      {hasScript && (
        <p
          role={isOver ? 'status' : undefined}
          className={classes('text-sm', isOver ? 'font-semibold text-bad' : 'text-ink-soft')}
        >
          {say(isOver ? UI_WORDS.tooLong : UI_WORDS.length, locale, { length, max, over: length - max })}
        </p>
      )}
    </>
  )
}
