import type { ReactNode } from 'react'

/** Nothing here yet: says so, and what to do next. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="rounded-md border border-dashed border-edge px-5 py-8">
      <p className="text-lg font-semibold">{title}</p>
      {Boolean(children) && <div className="mt-2 flex max-w-reading flex-col gap-3">{children}</div>}
    </div>
  )
}
