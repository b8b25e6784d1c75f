import { existsSync } from 'node:fs'
import path from 'node:path'
import { ensureBuilt } from '@/lib/build/server'
import type { Values } from '@/lib/config'
import { portalPaths } from '@/lib/portal/server'
import { guardDatabase } from '@/lib/postgres/server'
import { becomesTrue, giveBackMemory, isPortFree, StartRefused } from '@/lib/processes/server'
import { SUPERVISED, supervise, type Part, type Supervised } from '@/lib/supervisor/server'
import { fetchDemoSeal } from './demo-seal'
import { demoPeople } from './demo-people'
import { prepareDatabase } from './fill'
import { noteLauncher, runningLauncher } from './running'
import { dataFolder, refuseWrongProduction, startStack, type Stack } from './stack'
import { welcome } from './welcome'

type Say = (line: string) => void
type Wishes = { isDevelopment: boolean; say: Say; signal: AbortSignal }
/** `failed` resolves when the portal itself cannot be kept up. */
export type Serving = { stop: () => Promise<void>; parts: Map<string, Supervised>; failed: Promise<void> }

/** Brings everything up in order and returns how to bring it down again in the opposite one. */
export async function serve(values: Values, { isDevelopment, say, signal }: Wishes): Promise<Serving> {
  await refuseWhatCannotWork(values, { isDevelopment, say, signal })
  const stack = await startStack(values)
  const forget = noteLauncher(stack.folder, stack.origin)
  const guard = stack.postgres === null ? null : guardDatabase(stack.postgres, stack.folder, say)
  const parts = new Map<string, Supervised>()
  let fail = () => {}
  const failed = new Promise<void>((resolve) => {
    fail = resolve
  })
  const stop = async () => {
    await parts.get('portal')?.stop()
    await Promise.all([...parts.values()].map((part) => part.stop()))
    await guard?.stop()
    forget()
  }
  try {
    Object.assign(process.env, stack.settings)
    await prepareDatabase(stack)
    const start = (part: Part) => {
      // While somebody works on it, a broken portal is theirs to mend.
      const isVital = VITAL.has(part.name) && !isDevelopment
      // A breakpoint stands still for as long as it likes.
      const patience = isDevelopment ? { running: Number.POSITIVE_INFINITY } : {}
      parts.set(part.name, supervise(part, say, { patience, ...(isVital && { onGivenUp: fail }) }))
    }
    const { first, later } = inOrder(partsOf(stack, isDevelopment))
    first.forEach(start)
    const [people] = await Promise.all([isDemo(stack) ? demoPeople(stack.folder) : [], waitForPortal(stack, signal)])
    later.forEach(start)
    giveBackMemory()
    say(welcome(stack, people))
    void reportSilent(stack, say, signal)
  } catch (error) {
    await stop()
    throw error
  }
  return { stop, parts, failed }
}

async function refuseWhatCannotWork(values: Values, { isDevelopment, say, signal }: Wishes): Promise<void> {
  refuseWrongProduction(values)
  await refuseSecondStart(values)
  const isBuilt = isDevelopment || (await ensureBuilt(say, signal))
  if (signal.aborted) throw new StartRefused('stopped before it was up')
  if (!isBuilt) throw new StartRefused('nothing is served before the build succeeds')
}

async function refuseSecondStart(values: Values): Promise<void> {
  const running = runningLauncher(dataFolder(values))
  if (running !== null) throw new StartRefused(`already running at ${running.origin} (process ${String(running.pid)})`)
  if (!(await isPortFree(values.PORT))) {
    throw new StartRefused(`port ${String(values.PORT)} is taken by another program: stop it or set PORT to a free one`)
  }
}

/** Large pieces of memory go back to the system as soon as they are free (mallopt(3); glibc alone reads these). */
const GIVES_BACK = { MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072' }
/** The heap grows by a third before garbage is collected, where otherwise it may grow to four times of what is in use. */
const SPARING = ['--heap-growing-percent=30', '--max-semi-space-size=8']
const WITH_SOURCE_MAPS = '--enable-source-maps'

function partsOf(stack: Stack, isDevelopment: boolean): Part[] {
  const environment = {
    ...GIVES_BACK,
    ...stack.settings,
    NODE_ENV: isDevelopment ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  }
  // In production the lines belong to whoever runs the service; in a demo they would bury the addresses.
  const log = (name: string) => (isDemo(stack) ? path.join(stack.folder, 'logs', `${name}.log`) : null)
  const program = (name: string, flags = [WITH_SOURCE_MAPS]) => [
    process.execPath,
    ...flags,
    SUPERVISED,
    `dist/${name}.mjs`,
  ]
  // Node would keep the map of every page in memory, a hundred megabytes, for the line of an error that may never come.
  const serving = (name: string) => ({
    ...{ name, command: program(name, isDevelopment ? undefined : SPARING) },
    ...{ environment, log: isDevelopment ? null : log(name) },
  })
  return [
    ...stack.sandboxes.map((sandbox) => ({
      ...{ name: sandbox.name, command: program(`sandbox-${sandbox.name}`), log: log(sandbox.name) },
      environment: sandbox.environment,
    })),
    serving('portal'),
    // While somebody works on the pages, the portal makes them itself.
    ...(isDevelopment ? [] : [serving('application')]),
    { name: 'worker', command: program('worker', [WITH_SOURCE_MAPS, ...SPARING]), environment, log: log('worker') },
  ].filter(({ command }) => existsSync(command.at(-1) ?? ''))
}

/** What no page comes without. */
const VITAL = new Set(['portal', 'application'])

/** Who makes and sends pages before all others, and the worker once they are up: what it does can wait, and the first page cannot. */
function inOrder(parts: readonly Part[]) {
  const vital = parts.filter(({ name }) => VITAL.has(name))
  const others = parts.filter(({ name }) => !VITAL.has(name) && name !== 'worker')
  return { first: [...vital, ...others], later: parts.filter(({ name }) => name === 'worker') }
}

const isDemo = ({ mode }: Stack) => mode === 'demo'

async function waitForPortal(stack: Stack, signal: AbortSignal): Promise<void> {
  const address = `http://127.0.0.1:${String(stack.port)}${portalPaths.isReady()}`
  const isUp = await becomesTrue(async () => signal.aborted || (await answers(address)), 90_000, 100)
  if (signal.aborted) throw new StartRefused('stopped before it was up')
  if (!isUp) throw new StartRefused(`the portal does not answer; see ${path.join(stack.folder, 'logs')}`)
}

/** A stand-in that is not there takes one thing away from the demo, not the portal. The first time it has keys to make. */
async function reportSilent(stack: Stack, say: Say, signal: AbortSignal): Promise<void> {
  const silent = await Promise.all(
    stack.sandboxes.map(async ({ name, port }) =>
      (await becomesTrue(
        async () => signal.aborted || (await answers(`http://127.0.0.1:${String(port)}/`)),
        60_000,
        200,
      ))
        ? []
        : [name],
    ),
  )
  for (const name of silent.flat())
    say(`${name} does not answer; see ${path.join(stack.folder, 'logs', `${name}.log`)}`)
  if (!(await fetchDemoSeal(stack))) say('the demo seal could not be fetched: papers wait until it is there')
}

function answers(address: string): Promise<boolean> {
  return fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(5_000) }).then(
    ({ status }) => status < 500,
    () => false,
  )
}
