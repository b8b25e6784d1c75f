import type { ReactNode } from 'react'

import { Icon } from './icon'

/** More on demand, without script; open when printed. */
export function Disclosure({
  summary,
  isOpen,
  children,
}: {
  summary: ReactNode
  isOpen?: boolean
  children: ReactNode
}) {
  return (
    <details open={isOpen} className="group border-b border-line">
      <summary className="flex min-h-11 items-start gap-2 py-3 font-semibold text-action">
        <Icon name="right" className="mt-0.5 group-open:rotate-90" />
        <span>{summary}</span>
      </summary>
      <div className="pb-4 pl-7">{children}</div>
    </details>
  )
}
