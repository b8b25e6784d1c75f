import { randomBytes } from 'node:crypto'
import type { Logger } from 'pino'
import { connect, type Database } from '@/db/client'
import { config } from '@/lib/config/server'
import { uuidV7 } from '@/lib/kernel'
import type { Ctx, Ports } from '@/lib/ports'
import { makeLog } from '@/lib/processes/server'
import { portsOf } from './ports'

type Parts = { db: Database; ports: Ports; log: Logger; close: () => Promise<void> }

declare global {
  /** Next bundles this file more than once into one process; the parts are made once for all copies. */
  var motCuaParts: Parts | undefined
}

/** What the whole process shares: the database as the application's role, the ports, the log. */
export function parts(): Parts {
  globalThis.motCuaParts ??= makeParts()
  return globalThis.motCuaParts
}

function makeParts(): Parts {
  const settings = config()
  const part = process.env['MOT_CUA_PART'] ?? 'portal'
  const { db, close } = connect(settings.databaseUrl, { max: 16, name: `mot-cua ${part}` })
  return { db, close, ports: portsOf(settings), log: makeLog(settings.logLevel, part) }
}

/** The part of a context that does not depend on who asks. */
export function surroundings(): Pick<Ctx, 'db' | 'ports' | 'now' | 'newId' | 'random'> {
  const { db, ports } = parts()
  return {
    db,
    ports,
    now: new Date(),
    newId: () => uuidV7(new Date(), randomBytes(16)),
    random: (bytes) => randomBytes(bytes),
  }
}
