import { randomBytes } from 'node:crypto'
import { connect } from '@/db/client'
import { anonymous, testCtx } from '@/lib/testing'
import { runWorker } from './run-worker'

/** A worker process for the test that kills it: its one job says that it began and never ends. */
const url = process.argv[2] ?? ''
const { db } = connect(url, { max: 2 })
await runWorker({
  databaseUrl: url,
  db,
  handlers: [],
  schedule: [],
  context: () => testCtx(db, anonymous),
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
