import { givenVariables, StartRefused } from './stack'
import { reset, seedOnly } from './reset'
import { serve } from './serve'

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
  const interrupted = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => {
        resolve()
      })
  })
  const serving = await serve(givenVariables(), isDevelopment, say)
  await interrupted
  say('\nĐang dừng (stopping) ...')
  await serving.stop()
}

const command = process.argv[2] ?? 'start'
try {
  const run = COMMANDS[command]
  if (run === undefined) throw new StartRefused(`${command} is not known: expected ${Object.keys(COMMANDS).join(', ')}`)
  await run()
  process.exit(0)
} catch (error) {
  const isPlain = error instanceof StartRefused || (error instanceof Error && error.message.includes('PostgreSQL'))
  console.error(isPlain ? `Không khởi động được: ${error.message}` : error)
  process.exit(1)
}
