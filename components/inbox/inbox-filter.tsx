import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { paths } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale, Text } from '@/lib/i18n'
import { ChoosePerson } from './choose-person'
import type { Candidate } from './choose-person'
import { INBOX_WORDS as W } from './words'

type Props = {
  queue: string
  procedures: { code: string; name: Text }[]
  chosen: { procedureCode?: string | undefined; holderId?: string | undefined }
  people: Candidate[]
  locale: Locale
}

/** Narrows the queues to one procedure and one person; a plain form, so that the address keeps the choice. */
export function InboxFilter({ queue, procedures, people, chosen, locale }: Props) {
  return (
    <form action={paths.inbox()} className="flex flex-wrap items-end gap-3 pt-6">
      <input type="hidden" name="hang-doi" value={queue} />
      <div className="min-w-0 flex-1 basis-64 md:max-w-md">
        <Field id="thu-tuc" label={say(W.procedure, locale)} locale={locale}>
          <Select id="thu-tuc" name="thu-tuc" defaultValue={chosen.procedureCode ?? ''}>
            <option value="">{say(W.everyProcedure, locale)}</option>
            {procedures.map(({ code, name }) => (
              <option key={code} value={code}>
                {say(name, locale)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {people.length > 0 && (
        <div className="min-w-0 flex-1 basis-48 md:max-w-xs">
          <Field id="nguoi" label={say(W.holder, locale)} locale={locale}>
            <ChoosePerson id="nguoi" people={people} chosen={chosen.holderId ?? ''} none={say(W.everyHolder, locale)} />
          </Field>
        </div>
      )}
      <Button variant="secondary">{say(W.filter, locale)}</Button>
    </form>
  )
}
