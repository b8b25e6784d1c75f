import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { paths } from '@/lib/dossiers'
import { say } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n'
import { INBOX_WORDS as W } from './words'

export function InboxSearch({ q, locale }: { q: string; locale: Locale }) {
  return (
    <form action={paths.inbox()} role="search" className="flex flex-wrap items-end gap-3 pb-6">
      <div className="min-w-0 flex-1 basis-64">
        <Field id="q" label={say(W.search, locale)} hint={say(W.searchHint, locale)} locale={locale}>
          <Input id="q" name="q" type="search" defaultValue={q} maxLength={120} aria-describedby="q-hint" />
        </Field>
      </div>
      <Button variant="secondary">{say(W.searchButton, locale)}</Button>
    </form>
  )
}
