import type { ReactNode } from 'react'

/** A titled part of a dossier page; the title can be jumped to. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="pt-8">
      <h2 id={`${id}-title`} className="pb-3 text-xl">
        {title}
      </h2>
      {children}
    </section>
  )
}
