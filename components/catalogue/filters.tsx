import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Select } from '@/components/ui/input'
import { cataloguePaths } from '@/lib/catalogue'
import { type Locale, say } from '@/lib/i18n'

import { CATALOGUE_WORDS as W } from './words'

export type Filter = { name: string; label: string; chosen: string; options: { value: string; label: string }[] }

type FiltersProps = { q: string; filters: Filter[]; locale: Locale }

/** Narrows a search by a plain form; open where something is chosen. */
export function Filters({ q, filters, locale }: FiltersProps) {
  const isNarrowed = filters.some((filter) => filter.chosen !== '')
  return (
    <details open={isNarrowed} className="group border-y border-line print:hidden">
      <summary className="flex min-h-12 items-center gap-2 font-semibold text-action">
        <Icon name="right" className="group-open:rotate-90" />
        {say(W.filters, locale)}
      </summary>
      <form action={cataloguePaths.search()} className="grid gap-4 pb-5 sm:grid-cols-2 lg:grid-cols-4">
        {q !== '' && <input type="hidden" name="q" value={q} />}
        {filters.map((filter) => (
          <div key={filter.name} className="flex min-w-0 flex-col gap-1">
            <label htmlFor={`loc-${filter.name}`} className="text-sm font-semibold">
              {filter.label}
            </label>
            <Select id={`loc-${filter.name}`} name={filter.name} defaultValue={filter.chosen}>
              <option value="">{say(W.any, locale)}</option>
              {filter.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </Select>
          </div>
        ))}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 sm:col-span-full">
          <Button variant="secondary">{say(W.apply, locale)}</Button>
          {isNarrowed && <a href={cataloguePaths.results({ q })}>{say(W.clear, locale)}</a>}
        </div>
      </form>
    </details>
  )
}
