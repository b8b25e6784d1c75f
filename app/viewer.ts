import 'server-only'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { textSizeOf, type Viewer } from '@/components/layout/viewer'
import { localeOf } from '@/lib/i18n'

/** Whoever looks at the page being made: preferences from cookies, the person from the session. */
export const viewer = cache(async (): Promise<Viewer> => {
  const [jar, asked] = await Promise.all([cookies(), headers()])
  return {
    locale: localeOf(jar.get('ngon-ngu')?.value),
    size: textSizeOf(jar.get('co-chu')?.value),
    path: asked.get('x-path') ?? '',
    person: null,
  }
})
