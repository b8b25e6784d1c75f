import { randomBytes } from 'node:crypto'
import { config } from '@/lib/config/server'
import { parts, workerContext } from '@/lib/runtime/server'
import { runWorker } from './run-worker'

/** A worker process for the test that kills it: its one job says that it began and never ends. */
await runWorker({
  databaseUrl: config().databaseUrl,
  db: parts().db,
  handlers: [],
  schedule: [],
  context: workerContext,
  log: () => undefined,
  jobs: [
    {
      task: 'slow',
      run: () => {
        process.stdout.write(`began ${randomBytes(2).toString('hex')}\n`)
        return new Promise(() => undefined)
      },
    },
  ],
})
