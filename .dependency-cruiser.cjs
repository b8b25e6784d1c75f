/** The house, from the ground up. A room uses the floors below it, never one beside it or above it. */
const FLOORS = [
  ['i18n'],
  ['kernel'],
  ['access', 'config', 'forms', 'calendar', 'pages', 'pdf', 'trust'],
  ['cms'],
  ['pades', 'documents', 'decoding'],
  ['ports'],
  ['ledger', 'agencies', 'adapters'],
  ['catalogue', 'accounts'],
  ['attachments', 'payments'],
  ['signing'],
  ['dossiers'],
  ['exchange', 'notices', 'oversight', 'archive'],
  ['runtime'],
  ['worker'],
  ['launcher'],
]
const TEST = '\\.(test|fixture)\\.tsx?$'
const NEXT_FILES = '(^|/)(page|layout|template|error|global-error|not-found|loading|default|route|actions)\\.[jt]sx?$'

const never = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to })

module.exports = {
  forbidden: [
    never('no-circles', {}, { circular: true }, 'Two files that need each other are one file, or lack a third.'),
    never(
      'no-orphans',
      {
        orphan: true,
        pathNot: ['\\.d\\.ts$', '\\.mjs$', '\\.json$', NEXT_FILES, '\\.config\\.', '^(e2e|lib/testing)/'],
      },
      {},
      'Nobody uses it: delete it.',
    ),
    never('no-guesses', {}, { couldNotResolve: true }, 'It imports what is not there.'),
    never(
      'every-room-has-a-floor',
      { path: `^lib/(?!(${FLOORS.flat().join('|')}|testing)/)` },
      {},
      'Give the new module its floor in this file.',
    ),

    never(
      'the-ground',
      // A seed writes through the doors of the modules it fills: it stands above them, not on the ground.
      { path: '^db/', pathNot: ['^db/seed/', TEST] },
      { path: '^(app|components|lib|db/seed)/' },
      'Tables know nothing of us.',
    ),
    never(
      'seeds-are-for-starting',
      { path: '^(app|components|lib)/', pathNot: ['^lib/(launcher|testing)/', TEST] },
      // The names of the demo officers are needed where they are given their passwords.
      { path: '^db/seed/(?!people/)' },
    ),
    ...FLOORS.flatMap((floor, height) =>
      floor.map((module) =>
        never(
          `floor-of-${module}`,
          { path: `^lib/${module}/`, pathNot: TEST },
          {
            path: `^lib/(${
              FLOORS.slice(height)
                .flat()
                .filter((m) => m !== module)
                .join('|') || '-'
            })/`,
          },
          'News travels upward through the outbox.',
        ),
      ),
    ),
    never(
      'sharp-libraries',
      { path: '^lib/(pdf|cms|pades|trust|documents)/', pathNot: [TEST, '/cli/', '/server\\.ts$', '/node-file\\.ts$'] },
      { path: '^(app|components|db)/|^(node:)?(fs|fs/promises|net|http|https|child_process|dns|tls)$' },
      'Bytes in, Result out.',
    ),
    never(
      'front-doors-do-no-io',
      { path: '^lib/(?!ports/|testing/|launcher/)[^/]+/index\\.ts$' },
      {
        path: [
          ...['^db/', '/server\\.ts$', '^lib/(ports|adapters|runtime|worker|launcher)/'],
          ...[
            '^node_modules/(drizzle-orm|next|postgres|pino|graphile-worker)/',
            '^(node:)?(fs|fs/promises|net|http|https|child_process)$',
          ],
        ],
        reachable: true,
      },
      'What index.ts leads to also runs in the browser: decisions, schemas, words.',
    ),
    never(
      'adapters-are-wired-once',
      { path: '^(app|components|lib)/', pathNot: ['^lib/(runtime|adapters|testing)/', TEST] },
      { path: '^lib/adapters/' },
    ),
    never(
      'runtime-serves-the-entrances',
      { path: '^(components|lib)/', pathNot: '^lib/(runtime|worker|launcher)/' },
      { path: '^lib/runtime/' },
    ),

    never(
      'two-doors-from-lib',
      // The people of the tests are signed in by a path that no door should offer.
      { path: '^lib/([^/]+)/', pathNot: '^lib/testing/people\\.ts$' },
      {
        path: '^lib/[^/]+/',
        pathNot: [
          '^lib/$1/',
          '^lib/[^/]+/(index|server)\\.ts$',
          '^lib/(testing|adapters)/',
          '^lib/[^/]+/handlers\\.ts$',
        ],
      },
      'A module is entered by index.ts or server.ts.',
    ),
    never(
      'handlers-are-for-the-worker',
      { path: '^(app|components|lib)/', pathNot: ['^lib/worker/', TEST] },
      { path: '^lib/([^/]+)/handlers\\.ts$', pathNot: '^lib/$1/' },
    ),
    never('two-doors-from-above', { path: '^(app|components)/' }, { path: '^lib/[^/]+/(?!(index|server)\\.ts$)' }),
    never(
      'components-take-props',
      { path: '^components/' },
      { path: '^(app|db)/|^lib/(runtime|adapters|worker|ledger|ports|config|launcher)/|server\\.ts$' },
    ),
    never(
      'routes-are-thin',
      { path: '^app/' },
      { path: '^db/|^lib/(adapters|ledger|worker|launcher)/|^node_modules/drizzle-orm/' },
    ),

    never(
      'tests-stay-out',
      { pathNot: [TEST, '^(e2e|bench|lib/testing)/'] },
      { path: `${TEST}|^(e2e|bench|lib/testing)/` },
    ),
    never('e2e-knows-only-the-browser', { path: '^e2e/' }, { path: '^(app|components|lib|db)/' }),
    never(
      'the-outside-world',
      { path: '^(app|components|lib|db)/' },
      { path: '^sandbox/' },
      'The sandbox is met over the network, as the real outside is.',
    ),
    never('the-outside-world-knows-nothing', { path: '^sandbox/' }, { path: '^(app|components|lib|db)/' }),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)\\.next/|^(next-env|dist)' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
}
