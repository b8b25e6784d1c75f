import type { Server } from 'node:http'
import type { Logger } from 'pino'

/** Runs `finish` once when the process is asked to end, and then ends it. */
export function onAskedToEnd(finish: () => Promise<void>): void {
  let isStopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) return
      isStopping = true
      void finish().finally(() => process.exit(0))
    })
  }
}

/** Without its address a program is of no use: it ends, and the supervisor starts another. Its log says which it was. */
export function exitUnlessListening(server: Server, log: Logger): void {
  server.once('error', (error) => {
    log.fatal({ error: error.message }, 'cannot listen')
    log.flush()
    process.exit(1)
  })
}
