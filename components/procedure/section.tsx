import type { ReactNode } from 'react'

/** One part of the page, with an address of its own. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-ten`} className="border-t border-line pt-6">
      <h2 id={`${id}-ten`} className="mb-3 text-xl">
        {title}
      </h2>
      {children}
    </section>
  )
}
