import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
    'html-pages': 'components/islands/render.ts',
    answers: 'app/answers.ts',
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

/** Next's doors have no `exports`: outside its own build they are files. */
const nextDoors = {
  name: 'next-doors',
  setup(build) {
    build.onResolve({ filter: /^next\/(headers|navigation|server)$/ }, ({ path }) => ({
      path: `${path}.js`,
      external: true,
    }))
  },
}

function options(entryPoints) {
  return {
    entryPoints,
    ...{ outdir: 'dist', outExtension: { '.js': '.mjs' }, bundle: true, packages: 'external', sourcemap: 'linked' },
    ...{ platform: 'node', format: 'esm', target: 'node20', logLevel: 'warning', plugins: [serverOnly, nextDoors] },
    // What is imported when asked for stays in a file of its own: some of it only runs inside Next.
    ...{ splitting: true, chunkNames: 'chunks/[name]-[hash]' },
  }
}

const ISLAND_ENTRIES = 'components/islands/browser'
export const ISLANDS = 'islands'
const ISLANDS_FOLDER = 'dist/islands'

/** Leaves beside the scripts which of them each island needs, its own first: their names change with what is in them. */
const islandsList = {
  name: 'islands-list',
  setup(build) {
    build.onStart(() => {
      mkdirSync(ISLANDS_FOLDER, { recursive: true })
    })
    build.onEnd(({ metafile, errors }) => {
      if (errors.length > 0) return
      const fileOf = (output) => path.basename(output)
      const list = Object.entries(metafile.outputs).flatMap(([output, { entryPoint, imports }]) => {
        const name = entryPoint?.startsWith(ISLAND_ENTRIES) ? path.basename(entryPoint, '.ts') : null
        const chunks = imports.filter(({ kind }) => kind === 'import-statement').map((each) => fileOf(each.path))
        return name === null ? [] : [[name, [fileOf(output), ...chunks]]]
      })
      writeFileSync(`${ISLANDS_FOLDER}/list.json`, JSON.stringify(Object.fromEntries(list)))
    })
  },
}

/** The scripts of the parts of plain HTML pages that work in the browser. */
function browserOptions() {
  return {
    ...{ entryPoints: readdirSync(ISLAND_ENTRIES).map((file) => `${ISLAND_ENTRIES}/${file}`), outdir: ISLANDS_FOLDER },
    ...{ entryNames: '[name]-[hash]', chunkNames: 'chunk-[hash]', metafile: true, plugins: [islandsList] },
    ...{ bundle: true, splitting: true, minify: true, format: 'esm', platform: 'browser', target: 'es2022' },
    ...{ define: { 'process.env.NODE_ENV': '"production"' }, legalComments: 'none', logLevel: 'warning' },
  }
}

/** Bundles every program into dist/, and the scripts of islands beside them. */
async function bundle() {
  const { build, stop } = await import('esbuild')
  rmSync(ISLANDS_FOLDER, { recursive: true, force: true })
  await Promise.all([build(options(programs())), build(browserOptions())])
  // Its own program would stay for as long as this one.
  await stop()
}

/** Whatever a bundle may be made from. */
const SOURCES = ['app', 'components', 'lib', 'db', 'sandbox']
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
  const made = [...Object.keys(programs()).map((name) => `dist/${name}.mjs`), `${ISLANDS_FOLDER}/list.json`]
  const isMade = made.every((file) => existsSync(file))
  if (isMade && existsSync(NOTE) && readFileSync(NOTE, 'utf8') === now) return
  await bundle()
  writeFileSync(NOTE, now)
}

/** Bundles one program, or the islands, now and whenever their sources change; `onChange` is called after each later bundle. */
export async function watch(name, onChange) {
  const { context } = await import('esbuild')
  let isFirst = true
  const settings = name === ISLANDS ? browserOptions() : options({ [name]: programs()[name] })
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
