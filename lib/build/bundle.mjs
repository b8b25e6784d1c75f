import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Programs of ours that run outside Next, bundled so that each starts in a fraction of a second. */
export function programs() {
  const sandboxes = readdirSync('sandbox').filter((name) => existsSync(`sandbox/${name}/main.ts`))
  return {
    launcher: 'lib/launcher/main.ts',
    portal: 'lib/portal/main.ts',
    application: 'lib/portal/application.ts',
    worker: 'lib/worker/main.ts',
    decoder: 'lib/decoding/main.ts',
    ...Object.fromEntries(sandboxes.map((name) => [`sandbox-${name}`, `sandbox/${name}/main.ts`])),
  }
}

/** The marker package throws outside a server bundle; these programs are the server. */
const serverOnly = {
  name: 'server-only',
  setup(build) {
    build.onResolve({ filter: /^server-only$/ }, () => ({ path: 'server-only', namespace: 'empty' }))
    build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: '' }))
  },
}

function options(entryPoints) {
  return {
    entryPoints,
    ...{ outdir: 'dist', outExtension: { '.js': '.mjs' }, bundle: true, packages: 'external', sourcemap: 'linked' },
    ...{ platform: 'node', format: 'esm', target: 'node20', logLevel: 'warning', plugins: [serverOnly] },
    // What is imported when asked for stays in a file of its own: some of it only runs inside Next.
    ...{ splitting: true, chunkNames: 'chunks/[name]-[hash]' },
  }
}

/** Bundles the named programs into dist/, all by default. */
export async function bundle(names = Object.keys(programs())) {
  const { build, stop } = await import('esbuild')
  const all = programs()
  await build(options(Object.fromEntries(names.map((name) => [name, all[name]]))))
  // Its own program would stay for as long as this one.
  await stop()
}

/** Whatever a bundle may be made from. */
const SOURCES = ['lib', 'db', 'sandbox']
const SINGLE_SOURCES = ['package-lock.json', 'tsconfig.json']
const NOTE = 'dist/sources'

/** One value for all that the bundles are made from, by content. */
function fingerprint() {
  const hash = createHash('sha256').update(process.version)
  const files = SOURCES.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|json)$/.test(entry.name) && !/\.test\.ts$/.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort(),
  )
  for (const file of [...SINGLE_SOURCES, ...files]) hash.update(file).update('\0').update(readFileSync(file))
  return hash.digest('hex')
}

/** Bundles every program, unless the bundles there are made from exactly these sources. */
export async function bundleIfChanged() {
  const now = fingerprint()
  const isMade = Object.keys(programs()).every((name) => existsSync(`dist/${name}.mjs`))
  if (isMade && existsSync(NOTE) && readFileSync(NOTE, 'utf8') === now) return
  await bundle()
  writeFileSync(NOTE, now)
}

/** Bundles one program now and whenever its sources change; `onChange` is called after each later bundle. */
export async function watch(name, onChange) {
  const { context } = await import('esbuild')
  let isFirst = true
  const settings = options({ [name]: programs()[name] })
  const told = {
    name: 'told',
    setup(build) {
      build.onEnd(({ errors }) => {
        if (!isFirst && errors.length === 0) onChange()
        isFirst = false
      })
    },
  }
  const watching = await context({ ...settings, plugins: [...settings.plugins, told] })
  await watching.watch()
  return () => watching.dispose()
}

/** Bundles one file of ours, whatever it imports, and tells where the result is. */
export async function bundleFile(file) {
  const name = `${file.replace(/\.ts$/, '').replaceAll('/', '-')}-${process.pid}`
  const { build } = await import('esbuild')
  await build(options({ [name]: file }))
  return `dist/${name}.mjs`
}
