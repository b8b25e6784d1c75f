import { existsSync, mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { defineConfig } from '@playwright/test'

const port = Number(process.env['E2E_PORT'] ?? 4610)
// One folder for the whole run: Playwright reads this file again in every worker.
const data = (process.env['MOT_CUA_DATA'] ??= mkdtempSync(path.join(os.tmpdir(), 'mot-cua-e2e-')))
const chromium = [process.env['CHROME_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (place) => place !== undefined && existsSync(place),
)

/** Where it is another day than in Vietnam for most of the day: a time told in the zone of a machine shows up as wrong. */
const FAR_FROM_HANOI = 'Pacific/Honolulu'

/** The real stack on a port and data folder of its own, and a real Chromium in front of it. */
export default defineConfig({
  testDir: 'e2e',
  fullyParallel: false,
  workers: 1,
  // A machine under load may miss a time-out once; what passes only on a second try is named as flaky.
  retries: 2,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${String(port)}`,
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    locale: 'vi-VN',
    timezoneId: FAR_FROM_HANOI,
    // Recording costs every sentence time; what fails is recorded when it is tried again.
    trace: 'on-first-retry',
    launchOptions: {
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      args: [
        ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
        ...['--disable-component-update', '--disable-sync'],
      ],
    },
  },
  webServer: {
    command: 'node lib/launcher/start.mjs start',
    url: `http://localhost:${String(port)}/api/health/ready`,
    env: { PORT: String(port), MOT_CUA_DATA: data, TZ: FAR_FROM_HANOI },
    timeout: 240_000,
    // For whoever writes sentences: E2E_REUSE=1 takes the stack that already runs on E2E_PORT and MOT_CUA_DATA.
    reuseExistingServer: process.env['E2E_REUSE'] === '1',
    stdout: 'ignore',
    stderr: 'pipe',
    // Killed outright, it would leave PostgreSQL behind.
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
  },
})
