import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import type { Supervised } from '@/lib/supervisor/server'

const bundler = z.object({ watch: z.custom<(name: string, onChange: () => void) => Promise<() => Promise<void>>>() })

/**
 * Programs bundled again whenever their sources change, and who is started anew with them: who decodes is started by both, what draws
 * plain HTML pages and answers without Next's router is loaded anew by the next page.
 */
const RESTARTED = {
  worker: ['worker'],
  decoder: ['portal', 'worker'],
  'html-pages': [],
  answers: [],
  islands: [],
} as const

/** Watches the programs beside Next; returns the end of the watching. */
export async function watchPrograms(parts: ReadonlyMap<string, Supervised>): Promise<() => Promise<void>> {
  const place = pathToFileURL(path.resolve('lib/build/bundle.mjs')).href
  const { watch } = bundler.parse(await import(place))
  const ends = await Promise.all(
    Object.entries(RESTARTED).map(([name, users]) =>
      watch(name, () => {
        for (const user of users) parts.get(user)?.restart()
      }),
    ),
  )
  return async () => {
    await Promise.all(ends.map((end) => end()))
  }
}
