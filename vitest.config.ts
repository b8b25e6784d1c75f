import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** What takes seconds: mutated files by the thousand, programs started for real, keys made afresh. */
const SLOW = [
  'bench/fuzz.test.ts',
  'lib/*/cli/*.test.ts',
  'lib/cms/pkcs12/{java,rounds}.test.ts',
  'sandbox/pki/**/*.test.ts',
  'lib/adapters/decoder/pool.test.ts',
  'lib/decoding/heic.test.ts',
  'lib/supervisor/*.test.ts',
]

/** `unit`: pure, milliseconds. `slow`: without a database, seconds. `db`: on the real engine, one database a file. */
export default defineConfig({
  resolve: {
    tsconfigPaths: true,
    // The package throws outside a server bundle; tests are the server.
    alias: { 'server-only': fileURLToPath(new URL('node_modules/server-only/empty.js', import.meta.url)) },
  },
  test: {
    maxWorkers: 2,
    // It asks for parts of Next by names that only a bundler finds.
    server: { deps: { inline: ['next-auth'] } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{app,lib,db,components,sandbox,bench}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.db.test.ts', '**/node_modules/**', ...SLOW],
          // Pure tests cannot disturb each other: modules are read once, not once a file.
          pool: 'threads',
          isolate: false,
          // Milliseconds on a quiet machine; a crowded one must not make them fail.
          testTimeout: 30_000,
        },
      },
      { extends: true, test: { name: 'slow', include: SLOW, pool: 'threads', testTimeout: 30_000 } },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['{app,lib,db,sandbox,bench}/**/*.db.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          pool: 'forks',
        },
      },
    ],
  },
})
