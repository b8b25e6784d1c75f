import type { ReactNode } from 'react'

import { Icon } from './icon'

type FileRowProps = {
  name: string
  href?: string | undefined
  details: string[]
  thumbnail?: ReactNode
  state?: ReactNode
  actions?: ReactNode
}

/** One stored file: its picture, name, size and time, state, and what can be done with it. Stands in a list. */
export function FileRow({ name, href, details, thumbnail, state, actions }: FileRowProps) {
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-line py-3">
      <span className="grid size-14 shrink-0 place-items-center overflow-hidden rounded-sm border border-line bg-band text-2xl text-ink-soft">
        {Boolean(thumbnail) ? thumbnail : <Icon name="file" />}
      </span>
      <span className="min-w-0 flex-1 basis-48">
        {href ? (
          <a href={href} className="font-semibold wrap-anywhere">
            {name}
          </a>
        ) : (
          <span className="font-semibold wrap-anywhere">{name}</span>
        )}
        <span className="block text-sm text-ink-soft">{details.join(' · ')}</span>
        {Boolean(state) && <span className="mt-1 block">{state}</span>}
      </span>
      {Boolean(actions) && <span className="flex flex-wrap gap-2 print:hidden">{actions}</span>}
    </li>
  )
}
