import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import type { Supervised } from './supervisor'

const bundler = z.object({ watch: z.custom<(name: string, onChange: () => void) => Promise<() => Promise<void>>>() })

/** Bundles the worker again whenever its sources change and starts it anew; returns the end of the watching. */
export async function watchWorker(parts: ReadonlyMap<string, Supervised>): Promise<() => Promise<void>> {
  const place = pathToFileURL(path.resolve('lib/launcher/bundle.mjs')).href
  const { watch } = bundler.parse(await import(place))
  return watch('worker', () => {
    parts.get('worker')?.restart()
  })
}
