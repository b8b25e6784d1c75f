import type { ReactNode } from 'react'

import { PageTitle } from './page-title'

type PageHeaderProps = {
  title: ReactNode
  /** What the browser calls the page, where its heading alone would not tell it from others. */
  tab?: string
  lead?: ReactNode
  marks?: ReactNode
  breadcrumb?: ReactNode
}

export function PageHeader({ title, tab, lead, marks, breadcrumb }: PageHeaderProps) {
  const name = tab ?? (typeof title === 'string' ? title : undefined)
  return (
    <header className="flex flex-col gap-3 pb-6">
      {name !== undefined && <PageTitle>{name}</PageTitle>}
      {breadcrumb}
      <h1 className="max-w-reading text-2xl wrap-anywhere md:text-3xl">{title}</h1>
      {Boolean(marks) && <div className="flex flex-wrap gap-2">{marks}</div>}
      {Boolean(lead) && <div className="max-w-reading text-lg text-ink-soft">{lead}</div>}
    </header>
  )
}
