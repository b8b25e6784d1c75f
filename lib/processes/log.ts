import pino from 'pino'

/** What a log line may never hold, should somebody pass a whole object. */
const REDACTED = ['password', 'token', 'secret', 'cookie', 'authorization', '*.password', '*.token', '*.secret']

/** Structured lines on standard output; never personal data, query strings or document content. */
export function makeLog(level: string, part: string): pino.Logger {
  const target = pino.destination({ fd: 1, sync: false, minLength: 4096 })
  const log = pino(
    { level, base: { part, pid: process.pid }, redact: REDACTED, timestamp: pino.stdTimeFunctions.isoTime },
    target,
  )
  // Lines wait for a full buffer only under load.
  setInterval(() => {
    target.flush()
  }, 500).unref()
  return log
}
