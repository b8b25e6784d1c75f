import type { SampleRoot, SampleRoots } from '@/lib/ports'
import { askOverHttp } from './http-question'

const ROOTS = [
  { set: 'public', path: '/ca/goc-cong-cong.cer' },
  { set: 'government', path: '/ca/goc-chinh-phu.cer' },
] as const

/** The roots of the trial authorities at `origin`, asked for as anybody would; without an origin there are none. */
export function httpSampleRoots(origin: string | null): SampleRoots {
  return {
    async read() {
      if (origin === null) return []
      return Promise.all(
        ROOTS.map(async ({ set, path }): Promise<SampleRoot> => {
          const url = new URL(path, origin)
          const manners = { mayCallPrivate: true, patienceMs: 5_000 }
          const certificate = await askOverHttp({ url, maxBytes: 64 * 1024 }, manners)
          if (certificate === null) throw new Error(`no answer from the trial certification authority at ${url.href}`)
          return { set, certificate, source: url.href }
        }),
      )
    },
  }
}
