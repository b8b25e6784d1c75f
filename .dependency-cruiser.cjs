const { FLOORS, FOR_TESTS, ROOF, ROOMS } = require('./lib/checks/floors.cjs')

const EVERY_FLOOR = [...FLOORS, ...ROOF]
/** Rooms that only run under Node. */
const FOR_NODE = ['ports', 'adapters', 'processes', 'runtime', 'portal', 'worker', ...ROOF.flat()].join('|')
const INPUT_OUTPUT = [
  ...['^db/', '[./]server\\.ts$', `^lib/(${FOR_NODE})/`],
  ...[
    '^node_modules/(drizzle-orm|next|postgres|pino|graphile-worker)/',
    '^(node:)?(fs|fs/promises|net|http|https|child_process)$',
  ],
]
/**
 * A test may open what it likes. A fixture is bound like any file: it uses its own room and what is below, and takes a `Ctx` from whoever has
 * one; what needs the test kit lives with it.
 */
const TEST = ['\\.test\\.tsx?$']
const NEXT_FILES = '(^|/)(page|layout|template|error|global-error|not-found|loading|default|route|answer|actions)\\.[jt]sx?$'

const never = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to })

/** The walls between the rooms of one module. */
const wallsOf = (home, pure, rooms) => {
  const loose = home.startsWith('lib/') ? '' : '|[^/]+$'
  const name = home.replace(/^.*\//, '')
  return [
    never(
      `every-room-of-${name}`,
      { path: `^${home}/(?!(${[...rooms.flat(), 'cli'].join('|')})/)[^/]+/` },
      {},
      'Give the new room its place in lib/checks/floors.cjs.',
    ),
    never(
      `pure-rooms-of-${name}`,
      { path: `^${home}/(${pure.flat().join('|')})/`, pathNot: TEST },
      { path: [...INPUT_OUTPUT, '^node_modules/(server-only|react)/'] },
      'What touches the world, or the page, stands in a room above.',
    ),
    ...rooms.flatMap((floor, height) =>
      floor.map((room) =>
        never(
          `room-${name}-${room}`,
          { path: `^${home}/${room}/`, pathNot: TEST },
          { path: `^${home}/(?!(${[room, ...rooms.slice(0, height).flat()].join('|')})/${loose})` },
          'A room uses the rooms below it.',
        ),
      ),
    ),
  ]
}

module.exports = {
  forbidden: [
    never('no-circles', {}, { circular: true }, 'Two files that need each other are one file, or lack a third.'),
    never(
      'no-orphans',
      {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '\\.mjs$',
          '\\.json$',
          NEXT_FILES,
          '\\.config\\.',
          '^lib/checks/floors',
          '^(e2e|lib/testing)/',
        ],
      },
      {},
      'Nobody uses it: delete it.',
    ),
    never('no-guesses', {}, { couldNotResolve: true }, 'It imports what is not there.'),
    never(
      'every-room-has-a-floor',
      { path: `^lib/(?!(${EVERY_FLOOR.flat().join('|')})/)` },
      {},
      'Give the new module its floor in lib/checks/floors.cjs.',
    ),

    never(
      'the-ground',
      { path: '^db/', pathNot: TEST },
      { path: '^(app|components|lib)/' },
      'Tables know nothing of us.',
    ),
    never(
      'the-roof',
      { path: '^(app|components)/', pathNot: TEST },
      { path: `^lib/(portal|worker|${ROOF.flat().join('|')})/` },
      'What serves the house, starts it, fills it for a trial or tries it is used by none of its rooms.',
    ),
    ...EVERY_FLOOR.flatMap((floor, height) =>
      floor.map((module) =>
        never(
          `floor-of-${module}`,
          { path: `^lib/${module}/`, pathNot: TEST },
          {
            path: `^lib/(${
              EVERY_FLOOR.slice(height)
                .flat()
                .filter((m) => m !== module)
                .join('|') || '-'
            })/`,
          },
          'News travels upward through the outbox.',
        ),
      ),
    ),
    ...Object.entries(ROOMS).flatMap(([home, { pure, above }]) => wallsOf(home, pure, [...pure, ...above])),
    never(
      'sharp-libraries',
      {
        path: '^lib/(pdf|cms|pades|trust|documents)/',
        pathNot: [...TEST, '/cli/', '/server\\.ts$', '/node-file\\.ts$'],
      },
      { path: '^(app|components|db)/|^(node:)?(fs|fs/promises|net|http|https|child_process|dns|tls)$' },
      'Bytes in, Result out.',
    ),
    never(
      'front-doors-do-no-io',
      { path: '^lib/(?!ports/|testing/)[^/]+/index\\.ts$' },
      { path: INPUT_OUTPUT, reachable: true },
      'What index.ts leads to also runs in the browser: decisions, schemas, words.',
    ),
    never(
      'adapters-are-wired-once',
      { path: '^(app|components|lib)/', pathNot: ['^lib/(runtime|adapters|testing)/', ...TEST] },
      { path: '^lib/adapters/' },
    ),
    never(
      'runtime-serves-the-entrances',
      { path: '^(components|lib)/', pathNot: '^lib/(runtime|portal|worker|launcher)/' },
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
          '^lib/(testing|adapters|seed)/',
          '^lib/[^/]+/handlers\\.ts$',
          // Plain scripts, which run before anything is installed.
          '\\.mjs$',
        ],
      },
      'A module is entered by index.ts or server.ts.',
    ),
    never(
      'handlers-are-for-the-worker',
      { path: '^(app|components|lib)/', pathNot: ['^lib/(worker|testing)/', ...TEST] },
      { path: '^lib/([^/]+)/handlers\\.ts$', pathNot: '^lib/$1/' },
    ),
    never(
      'two-doors-from-above',
      { path: '^(app|components)/' },
      // Who may open the seed and the test kit at all is said by other walls.
      { path: '^lib/[^/]+/(?!(index|server)\\.ts$)', pathNot: '^lib/(testing|seed)/' },
    ),
    never(
      'components-take-props',
      { path: '^components/' },
      { path: '^(app|db)/|^lib/(runtime|adapters|worker|ledger|ports|config|processes)/|server\\.ts$' },
    ),
    never(
      'routes-are-thin',
      { path: '^app/' },
      { path: '^db/|^lib/(adapters|ledger|processes)/|^node_modules/drizzle-orm/' },
    ),

    never(
      'tests-stay-out',
      { pathNot: [...FOR_TESTS, '^(e2e|bench|lib/testing)/'] },
      { path: [...FOR_TESTS, '^(e2e|bench|lib/testing)/'] },
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
