import { existsSync, readdirSync } from 'node:fs'

/** Programs of ours that run outside Next, bundled so that each starts in a fraction of a second. */
export function programs() {
  const sandboxes = readdirSync('sandbox').filter((name) => existsSync(`sandbox/${name}/main.ts`))
  return {
    launcher: 'lib/launcher/main.ts',
    portal: 'lib/runtime/main.ts',
    worker: 'lib/worker/main.ts',
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
  const { build } = await import('esbuild')
  const all = programs()
  await build(options(Object.fromEntries(names.map((name) => [name, all[name]]))))
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
