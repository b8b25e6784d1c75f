import os from 'node:os'
import { config } from '@/lib/config/server'
import { inTransaction } from '@/db/client'
import { describeError, giveBackMemory } from '@/lib/processes/server'
import { parts, workerContext } from '@/lib/runtime/server'
import { addSigningJob } from '@/lib/signing/handlers'
import { HANDLERS, JOBS, SCHEDULE } from './jobs'
import { runWorker } from './run-worker'

// Where processors are short, people who wait for a page come before jobs that wait for nobody.
os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL)

const LARGE_HEAP_BYTES = 128 * 1024 ** 2
// A job that read a large file may be the last for an hour.
setInterval(() => {
  if (process.memoryUsage().heapTotal > LARGE_HEAP_BYTES) giveBackMemory()
}, 10_000).unref()

const { db, log, close } = parts()
const worker = await runWorker({
  databaseUrl: config().databaseUrl,
  db,
  handlers: HANDLERS,
  jobs: JOBS,
  schedule: SCHEDULE,
  context: workerContext,
  log: (level, message, detail) => {
    log[level](detail, message)
  },
})
// A trial's authorities are made afresh with it; asking again changes nothing.
await inTransaction({ db }, (ctx) => addSigningJob(ctx, 'signing.learnSampleRoots', {}, { key: 'sample-roots' }))
log.info('worker ready')

let isStopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (isStopping) return
    isStopping = true
    void worker
      .stop()
      .then(close)
      .then(() => process.exit(0))
  })
}

// The supervisor starts a new one; staying on without a queue would help nobody.
worker.finished.then(
  () => {
    if (!isStopping) process.exit(1)
  },
  (error: unknown) => {
    log.fatal({ error: describeError(error) }, 'worker gave up')
    log.flush()
    process.exit(1)
  },
)
