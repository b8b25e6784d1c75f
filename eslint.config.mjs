import { defineConfig } from 'eslint/config'
import next from 'eslint-config-next/core-web-vitals'
import tseslint from 'typescript-eslint'
import { LOOSE_ADDRESSES, SPELLED_ADDRESSES } from './lib/checks/spelled-addresses.mjs'

const impure = [
  ["NewExpression[callee.name='Date'][arguments.length=0]", 'Take the time from ctx.now.'],
  ["MemberExpression[object.name='Date'][property.name='now']", 'Take the time from ctx.now.'],
  ["MemberExpression[object.name='Math'][property.name='random']", 'Take it from the caller.'],
  ["MemberExpression[object.name='process'][property.name='env']", 'Read lib/config.'],
].map(([selector, message]) => ({ selector, message }))
const HERE = 'Days and times are those of Vietnam: lib/calendar (formatDay, moment), whatever zone the machine is in.'
const zoned = [
  'MemberExpression[property.name=/^[gs]et(Date|Day|Month|FullYear|Hours|Minutes|Seconds|TimezoneOffset)$/]',
  "NewExpression[callee.property.name='DateTimeFormat']:not(:has(Property[key.name='timeZone']))",
  'CallExpression[callee.property.name=/^toLocale(Date|Time)String$/]:not(:has(Property[key.name="timeZone"]))',
  'CallExpression[callee.property.name=/^to(Date|Time)String$/]',
].map((selector) => ({ selector, message: HERE }))
const unscoped = {
  selector: "CallExpression[callee.property.name='transaction']",
  message: 'inTransaction(ctx, (ctx) => ...): what is inside must not be able to ask the pool.',
}
const NAMES = 'A function is called by a verb, or by a noun for what it gives (docs/glossary.md).'
const plain = [
  'FunctionDeclaration[id.name=/(Said|Asked|Heard|Told)$|^(said|asked|heard|told)[A-Z]/]',
  'ExportNamedDeclaration > VariableDeclaration > VariableDeclarator[id.name=/(Said|Asked|Heard|Told)$|^(said|asked|heard|told)[A-Z]/]',
].map((selector) => ({ selector, message: NAMES }))
/** Participles and pronouns that say what happened to a value, or that there is one, and not what it is. */
const UNTELLING = new Set('asked each found given heard held kept known made one said seen told wanted'.split(' '))
const CALL_IT =
  'Call it what it is: `row`, `officer`, `query`, `pdf`; in a lambda, one of what the list holds (docs/glossary.md).'
/** Declarations only: a property may be a column, a field of a form, or a key that is stored. */
const tellingNames = {
  create: (context) => ({
    'Program:exit'() {
      for (const { name, defs } of context.sourceCode.scopeManager.scopes.flatMap(({ variables }) => variables))
        if (UNTELLING.has(name)) for (const def of defs) context.report({ node: def.name, message: CALL_IT })
    },
  }),
}
const TESTS = ['**/*.{test,fixture}.{ts,tsx}', 'lib/testing/**']
const noEnums = { selector: 'TSEnumDeclaration', message: 'Write an as-const table.' }

const everywhere = [noEnums, ...plain, unscoped, ...zoned]

export default defineConfig(
  { ignores: ['**/.next/**', 'next-env.d.ts', '**/*.{cjs,mjs}', 'dist/**'] },
  // React's rules cost a third of the time and have nothing to say elsewhere.
  ...next.map((part) => (part.rules ? { ...part, files: ['{app,components}/**/*.{ts,tsx}'] } : part)),
  // Pictures of people's files come from guarded addresses, which no optimiser may read.
  { files: ['components/**'], rules: { '@next/next/no-img-element': 'off' } },
  ...tseslint.configs.strictTypeChecked,
  {
    plugins: { house: { rules: { 'telling-names': tellingNames } } },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'house/telling-names': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      complexity: ['error', 8],
      'max-lines': ['error', 250],
      'max-params': ['error', 4],
      'max-depth': ['error', 3],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...everywhere],
    },
  },
  {
    files: ['{app,components,lib}/**/*.{ts,tsx}'],
    ignores: TESTS,
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...SPELLED_ADDRESSES] },
  },
  {
    files: ['lib/**/*.ts'],
    ignores: [
      'lib/{adapters,build,config,launcher,portal,postgres,processes,runtime,seed,supervisor,testing,worker}/**',
      '**/*.{test,fixture}.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...impure, ...SPELLED_ADDRESSES] },
  },
  {
    files: ['lib/**/paths.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...impure, ...LOOSE_ADDRESSES] },
  },
  // Where a transaction is handed out.
  { files: ['db/client.ts'], rules: { 'no-restricted-syntax': ['error', noEnums, ...plain, ...zoned] } },
  {
    // A module joins its refusals to those of the kernel; TypeScript lets an interface alone be added to.
    files: ['lib/*/errors.ts'],
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
    },
  },
  {
    // A describe block is a chapter, not a function; a sentence of it asks many small questions in a row.
    files: [...TESTS, 'e2e/**'],
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': ['error', 300],
      'max-params': ['error', 5],
      complexity: ['error', 20],
    },
  },
)
