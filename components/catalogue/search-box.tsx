import { Icon } from '@/components/ui/icon'
import { cataloguePaths } from '@/lib/catalogue'
import { type Locale, say } from '@/lib/i18n'

import { CATALOGUE_WORDS as W } from './words'

type SearchBoxProps = { id: string; locale: Locale; value?: string; filters?: Record<string, string> }

/** One line to search by; `kept` are the filters that stay. */
export function SearchBox({ id, locale, value = '', filters = {} }: SearchBoxProps) {
  return (
    <form action={cataloguePaths.search()} role="search" className="flex max-w-reading">
      {Object.entries(filters).map(([name, filter]) => (
        <input key={name} type="hidden" name={name} value={filter} />
      ))}
      <label htmlFor={id} className="sr-only">
        {say(W.searchLabel, locale)}
      </label>
      <input
        id={id}
        name="q"
        type="search"
        defaultValue={value}
        maxLength={200}
        autoComplete="off"
        placeholder={say(W.searchLabel, locale)}
        className="min-h-13 min-w-0 flex-1 rounded-l-md border border-r-0 border-edge bg-raised px-4 text-lg text-ink"
      />
      <button className="inline-flex min-h-13 items-center gap-2 rounded-r-md border border-accent bg-accent px-4 font-semibold text-on-accent hover:underline sm:px-6">
        <Icon name="search" />
        <span className="sr-only sm:not-sr-only">{say(W.search, locale)}</span>
      </button>
    </form>
  )
}
