import type { ReactNode } from 'react'

/** One way in: for whom, what it takes, and the button. */
export function SignInCard({ title, words, children }: { title: string; words: string; children: ReactNode }) {
  return (
    <section className="flex flex-col items-start gap-4 rounded-md border border-line bg-raised px-5 py-6 sm:px-6">
      <h2 className="text-xl">{title}</h2>
      <p className="max-w-reading">{words}</p>
      {children}
    </section>
  )
}
