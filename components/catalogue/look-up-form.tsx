import { Button } from '@/components/ui/button'
import { describedBy, Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { paths } from '@/lib/dossiers'
import { type Locale, say } from '@/lib/i18n'

import { CATALOGUE_WORDS as W } from './words'

/** Asks for a code; answered at `/tra-cuu?ma=`. */
export function LookUpForm({ id, locale, value = '' }: { id: string; locale: Locale; value?: string }) {
  const hint = say(W.lookUpHint, locale)
  return (
    <form action={paths.lookUpForm()} className="flex flex-col items-start gap-4 print:hidden">
      <Field id={id} label={say(W.lookUpLabel, locale)} hint={hint} locale={locale}>
        <Input
          id={id}
          name="ma"
          required
          width="long"
          defaultValue={value}
          maxLength={60}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby={describedBy(id, { hint })}
        />
      </Field>
      <Button>{say(W.lookUp, locale)}</Button>
    </form>
  )
}
