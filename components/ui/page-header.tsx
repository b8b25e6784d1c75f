import type { ReactNode } from 'react'

type PageHeaderProps = { title: ReactNode; lead?: ReactNode; marks?: ReactNode; breadcrumb?: ReactNode }

export function PageHeader({ title, lead, marks, breadcrumb }: PageHeaderProps) {
  return (
    <header className="flex flex-col gap-3 pb-6">
      {breadcrumb}
      <h1 className="max-w-reading text-2xl md:text-3xl">{title}</h1>
      {Boolean(marks) && <div className="flex flex-wrap gap-2">{marks}</div>}
      {Boolean(lead) && <div className="max-w-reading text-lg text-ink-soft">{lead}</div>}
    </header>
  )
}
