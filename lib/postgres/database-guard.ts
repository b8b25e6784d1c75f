import { isAlive } from '@/lib/processes/server'
import { startPostgres, type EmbeddedPostgres } from './embedded-postgres'

/** Starts the embedded database again (on the same port, so that nobody need be told) whenever it is gone. */
export function guardDatabase(first: EmbeddedPostgres, folder: string, say: (line: string) => void) {
  let current = first
  let isBusy = false
  const look = async () => {
    if (isBusy || isAlive(current.pid)) return
    isBusy = true
    say('database stopped; starting it again')
    try {
      current = await startPostgres(folder)
      say('database is back')
    } catch (error) {
      say(`database does not start: ${error instanceof Error ? error.message : String(error)}`)
    } finally {
      isBusy = false
    }
  }
  const timer = setInterval(() => void look(), 500)
  return {
    async stop() {
      clearInterval(timer)
      await current.stop()
    },
  }
}
