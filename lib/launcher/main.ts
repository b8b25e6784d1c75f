import { StartRefused } from '@/lib/processes/server'
import { givenVariables } from './stack'
import { reset, seedOnly } from './reset'
import { serve } from './serve'
import { watchPrograms } from './watch'

const say = (line: string) => {
  console.log(line)
}

const COMMANDS: Record<string, () => Promise<void>> = {
  start: () => untilInterrupted(false),
  dev: () => untilInterrupted(true),
  seed: () => seedOnly(givenVariables()),
  reset: () => reset(givenVariables()),
}

async function untilInterrupted(isDevelopment: boolean): Promise<void> {
  const interrupted = new AbortController()
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      interrupted.abort()
      resolve()
    }
    for (const signal of signals) process.on(signal, end)
  })
  const serving = await serve(givenVariables(), { isDevelopment, say, signal: interrupted.signal })
  const stopWatching = isDevelopment ? await watchPrograms(serving.parts) : () => undefined
  const isBroken = await Promise.race([ended.then(() => false), serving.failed.then(() => true)])
  say('\nĐang dừng (stopping) ...')
  await stopWatching()
  await serving.stop()
  if (isBroken) throw new StartRefused('the portal does not stay up; its log says why')
}

const command = process.argv[2] ?? 'start'
try {
  const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined
  if (run === undefined) throw new StartRefused(`${command} is not known: expected ${Object.keys(COMMANDS).join(', ')}`)
  await run()
  process.exit(0)
} catch (error) {
  const isPlain = error instanceof StartRefused || (error instanceof Error && error.message.includes('PostgreSQL'))
  console.error(isPlain ? `Không khởi động được: ${error.message}` : error)
  process.exit(1)
}
