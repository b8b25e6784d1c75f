/** The house, from the ground up. A room uses the floors below it, never one beside it or above it. */
const FLOORS = [
  ['access', 'forms'],
  ['catalogue'],
  ['accounts'],
  ['attachments', 'payments'],
  ['signing'],
  ['dossiers'],
  ['exchange', 'notices', 'oversight', 'archive'],
]
const MODULES = FLOORS.flat().join('|')
const SHELL = '(server|repository|queries|handlers)\\.ts$|\\.test\\.tsx?$'
const NEXT_FILES = '(^|/)(page|layout|template|error|global-error|not-found|loading|default|route|actions)\\.tsx?$'

const never = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to })

module.exports = {
  forbidden: [
    never('no-circles', {}, { circular: true }, 'Two files that need each other are one file, or lack a third.'),
    never(
      'no-orphans',
      { orphan: true, pathNot: ['\\.d\\.ts$', NEXT_FILES, '\\.config\\.', '^(e2e|lib/testing)/'] },
      {},
      'Nobody uses it: delete it.',
    ),

    never(
      'the-ground',
      // A seed writes through the doors of the modules it fills: it stands above them, not on the ground.
      { path: '^(db|lib/kernel|lib/i18n)/', pathNot: '^db/seed/' },
      { path: '^(app|components|lib/(?!kernel/|i18n/))' },
      'Tables and basics know nothing of us.',
    ),
    never(
      'sharp-libraries',
      { path: '^lib/(pdf|cms|pades|trust)/' },
      { path: '^(app|components|db|lib/(?!kernel/|i18n/|pdf/|cms/|pades/|trust/))' },
      'Bytes in, Result out.',
    ),
    ...FLOORS.flatMap((floor, height) =>
      floor.map((module) =>
        never(
          `floor-of-${module}`,
          { path: `^lib/${module}/` },
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
      'decisions-do-no-io',
      { path: `^lib/(${MODULES})/`, pathNot: SHELL },
      { path: '^(db|lib/(ledger|ports|adapters|runtime))/|server\\.ts$|^node_modules/(drizzle-orm|next|pg|react)/' },
    ),
    never(
      'adapters-are-wired-once',
      { path: '^(app|components|lib)/', pathNot: '^lib/(runtime|adapters)/' },
      { path: '^lib/adapters/' },
    ),
    never(
      'runtime-serves-the-entrances',
      { path: '^(components|lib)/', pathNot: '^lib/(runtime|worker)/' },
      { path: '^lib/runtime/' },
    ),

    never(
      'two-doors-from-lib',
      { path: '^lib/([^/]+)/' },
      { path: '^lib/[^/]+/', pathNot: ['^lib/$1/', '^lib/[^/]+/(index|server)\\.ts$', '^lib/testing/'] },
      'A module is entered by index.ts or server.ts.',
    ),
    never('two-doors-from-above', { path: '^(app|components)/' }, { path: '^lib/[^/]+/(?!(index|server)\\.ts$)' }),
    never(
      'components-take-props',
      { path: '^components/' },
      { path: '^(app|db)/|^lib/(runtime|adapters|worker|ledger|ports|config)/|server\\.ts$' },
    ),
    never(
      'routes-are-thin',
      { path: '^app/' },
      { path: '^db/|^lib/(adapters|ledger|ports|worker)/|^node_modules/drizzle-orm/' },
    ),

    never(
      'tests-stay-out',
      { pathNot: '\\.test\\.tsx?$|^(e2e|lib/testing)/' },
      { path: '\\.test\\.tsx?$|^(e2e|lib/testing)/' },
    ),
    never('e2e-knows-only-the-browser', { path: '^e2e/' }, { path: '^(app|components|lib|db)/' }),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|next-env)' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
  },
}
