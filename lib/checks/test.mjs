// npm test: everything, the real browser included, on whatever machine this is.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from '../build/install.mjs'
import { lane, run } from './steps.mjs'

process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..'))
await ensureInstalled()

/** Programs the tests use, the file that shows one is there, and the Debian package that brings it. */
const TOOLS = [
  [['/usr/bin/chromium', process.env['CHROME_PATH'] ?? ''], 'chromium'],
  [['/usr/sbin/clamd'], 'clamav-daemon'],
  [['/usr/bin/pdftotext'], 'poppler-utils'],
  [['/usr/bin/qpdf'], 'qpdf'],
  [['/usr/bin/softhsm2-util'], 'softhsm2'],
  [['/usr/bin/pkcs11-tool'], 'opensc'],
]

async function installTools() {
  const missing = TOOLS.filter(([places]) => !places.some((place) => place !== '' && existsSync(place))).map(
    ([, name]) => name,
  )
  if (missing.length === 0) return
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!isDebianRoot) {
    console.log(`Not installed here: ${missing.join(', ')}; the tests that need them say that they are skipped.`)
    return
  }
  console.log(`Installing ${missing.join(', ')} ...`)
  const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' } }
  await run('apt-get', ['update', '-q'], quiet)
  const done = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...missing], quiet)
  if (done.code !== 0) console.log(`apt-get could not install them: ${done.output.trim().split('\n').at(-1)}`)
}

const report = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null)

/** How many passed, failed and were skipped, by the runner's own report; a runner without one counts as one failure. */
function vitestCounts({ name, file }) {
  const told = report(file)
  if (told === null) return { name, passed: 0, failed: 1, skipped: 0 }
  const brokenFiles = told.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length
  return {
    name,
    passed: told.numPassedTests,
    failed: told.numFailedTests + brokenFiles,
    skipped: told.numPendingTests,
  }
}

/** Which tests failed and the first line each said, for a reader who has only the end of the output. */
function failedOfVitest(result) {
  const files = report(result)?.testResults ?? []
  return files.flatMap(({ name, message, assertionResults }) => {
    const where = path.relative('.', name)
    const failed = assertionResults.filter(({ status }) => status === 'failed')
    if (failed.length === 0) return message ? [{ where, title: 'the file', said: firstLines(message) }] : []
    return failed.map(({ fullName, failureMessages }) => ({
      ...{ where, title: fullName },
      said: firstLines(failureMessages[0] ?? ''),
    }))
  })
}

function failedOfPlaywright() {
  const inSuite = (suite) => [
    ...(suite.suites ?? []).flatMap(inSuite),
    ...(suite.specs ?? [])
      .filter(({ ok }) => !ok)
      .map(({ file, title, tests }) => ({
        ...{ where: `e2e/${file}`, title },
        said: firstLines(tests.at(-1)?.results.at(-1)?.error?.message ?? ''),
      })),
  ]
  return (report('test-results/e2e.json')?.suites ?? []).flatMap(inSuite)
}

const firstLines = (text) => text.split('\n').slice(0, 4).join('\n  ')

function playwrightCounts() {
  const told = report('test-results/e2e.json')
  if (told === null) return { name: 'playwright', passed: 0, failed: 1, skipped: 0 }
  const { expected, unexpected, flaky, skipped } = told.stats
  if (flaky > 0) console.log(`playwright: ${flaky} passed only when tried again (flaky)`)
  return { name: 'playwright', passed: expected + flaky, failed: unexpected + told.errors.length, skipped }
}

await installTools()
rmSync('test-results', { recursive: true, force: true })
mkdirSync('test-results')

const quickChecks = ['types', 'walls', 'dead code']
const failedChecks = await lane(quickChecks)
// Not in the folder of the other reports, which Playwright empties when it begins.
const reports = mkdtempSync(path.join(os.tmpdir(), 'mot-cua-reports-'))
/**
 * Days and times are those of Vietnam whatever zone the machine is in: all of it runs where servers mostly are, the quick tests once more
 * where it is the day before. The browser tests have their zone in their own configuration.
 */
const EVERYWHERE = { name: 'vitest', file: path.join(reports, 'vitest.json'), zone: 'UTC', projects: [] }
const FAR_AWAY = {
  ...{ name: 'unit at UTC-10', file: path.join(reports, 'unit.json') },
  ...{ zone: 'Pacific/Honolulu', projects: ['--project', 'unit'] },
}
const SUITES = [EVERYWHERE, FAR_AWAY]

function vitest({ file, zone, projects }, how) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const values = ['node_modules/vitest/vitest.mjs', 'run', ...projects, ...reporters]
  return run(process.execPath, values, { ...how, env: { TZ: zone } })
}

const everywhere = await vitest(EVERYWHERE, { isShown: true })
/** A browser mostly waits; the quick tests and the slow check take what that leaves. */
async function besideTheBrowser() {
  const farAway = await vitest(FAR_AWAY, { yields: true })
  failedChecks.push(...(await lane(['lint'], { yields: true })))
  return farAway
}

const [e2e, farAway] = await Promise.all([
  run(process.execPath, ['node_modules/@playwright/test/cli.js', 'test'], { isShown: true }),
  besideTheBrowser(),
])
console.log(farAway.code === 0 ? farAway.output.trim().split('\n').slice(-5).join('\n') : farAway.output)
const runs = [everywhere, farAway]
const ownCounts = SUITES.map(vitestCounts)
const failedInVitest = SUITES.flatMap(({ file }) => failedOfVitest(file))
rmSync(reports, { recursive: true })

const passedChecks = quickChecks.length + 1 - failedChecks.length
const checkCounts = { name: 'checks', passed: passedChecks, failed: failedChecks.length, skipped: 0 }
const counts = [checkCounts, ...ownCounts, playwrightCounts()]
for (const { name, passed, failed, skipped } of counts) {
  console.log(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`)
}
for (const { where, title, said } of [...failedInVitest, ...failedOfPlaywright()])
  console.log(`FAILED ${where} > ${title}\n  ${said}`)
const sum = (key) => counts.reduce((total, count) => total + count[key], 0)
// A runner may also fail for a reason outside any test, such as a server that did not start.
const unexplained = [...runs, e2e].filter(({ code }, index) => code !== 0 && counts[index + 1].failed === 0).length
const failed = sum('failed') + unexplained
console.log(`${sum('passed')} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
